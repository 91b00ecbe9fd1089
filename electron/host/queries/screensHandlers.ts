import type { AccessEvent } from '../../../shared/domain/access/events.ts';
import { qrPath } from '../../../shared/papers/qr.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Input, Output } from '../../../shared/rpc/contract.ts';
import { createAnswersOnce } from '../access/answersOnce.ts';
import { qrModules } from '../printing/qr.ts';
import type { Answered, Call, Handlers } from '../rpc/handlers.ts';
import { linkPath } from '../screens/requests.ts';
import type { Services } from '../services.ts';

/** More links than an office has walls. */
const mostLinks = 50;

/** What an administrator decides about browsers on the LAN. Each act is recorded with who; names and tokens are not. */
export function createScreensHandlers({ screens, access, engine }: Services): Handlers {
  const { links } = screens;
  const once = createAnswersOnce(50);
  const record = (event: AccessEvent, { connection }: Call) => {
    access.record(event, access.callers.actorOf(connection));
    engine.announce(['screens']);
  };
  /** The addresses by which a new token can be opened, with their QR codes. */
  const addresses = (token: string): Output<'screens.addLink'> => ({
    addresses: screens.status().origins.map((origin) => {
      const url = `${origin}${linkPath}${token}`;
      return { url, qr: qrPath(qrModules(url)) };
    }),
  });

  // Opening something is recorded before it counts: what cannot be recorded is not opened. Closing something waits for nothing.
  const add = ({ linkId, link }: Input<'screens.addLink'>, call: Call): Answered<'screens.addLink'> => {
    const { name, surface } = link;
    if (links.all().length >= mostLinks) return refuse({ type: 'tooManyLinks', most: mostLinks });
    if (links.of(linkId) !== null) return refuse({ type: 'linkExists' });
    if (screens.status().origins.length === 0) return refuse({ type: 'notListening' });
    record({ type: 'screenLinkAdded.v1', data: { linkId, surface } }, call);
    return ok(addresses(links.add({ linkId, name, surface, ticketsPerDay: link.surface === 'kiosk' ? link.ticketsPerDay : null })));
  };
  const renew = ({ linkId }: Input<'screens.renewLink'>, call: Call): Answered<'screens.renewLink'> => {
    const link = links.of(linkId);
    if (link === null) return refuse({ type: 'linkUnknown' });
    if (screens.status().origins.length === 0) return refuse({ type: 'notListening' });
    record({ type: 'screenLinkRenewed.v1', data: { linkId, surface: link.surface } }, call);
    return ok(addresses(links.renew(link)));
  };
  const revoke = ({ linkId }: Input<'screens.revokeLink'>, call: Call): Answered<'screens.revokeLink'> => {
    const link = links.of(linkId);
    if (link === null) return refuse({ type: 'linkUnknown' });
    links.revoke(link);
    record({ type: 'screenLinkRevoked.v1', data: { linkId, surface: link.surface } }, call);
    return ok({});
  };

  return {
    'screens.overview': () => {
      const { state, origins, port } = screens.status();
      const wish = screens.wish();
      return ok({
        on: wish.on,
        port: wish.port === 0 ? port : wish.port,
        state,
        origins: [...origins],
        links: links.all().map(({ stored: { tokenHash: _hash, ...stored }, link }) => ({
          ...stored,
          tickets: link.limit.count(),
          connected: link.connections.size,
        })),
      });
    },
    'screens.listen': (wish, call) =>
      once(call, 'screens.listen', wish, async () => {
        record({ type: 'screensListenerSet.v1', data: wish }, call);
        await screens.listen(wish);
        return ok({});
      }),
    'screens.addLink': (input, call) => once(call, 'screens.addLink', input, () => settled(() => add(input, call))),
    'screens.renewLink': (input, call) => once(call, 'screens.renewLink', input, () => settled(() => renew(input, call))),
    'screens.revokeLink': (input, call) => once(call, 'screens.revokeLink', input, () => settled(() => revoke(input, call))),
  };
}

/** A thrown error becomes a rejection, so that `once` forgets it and the next try may succeed. */
const settled = <Value>(run: () => Value): Promise<Value> => new Promise((resolve) => void resolve(run()));

import { beatMs, lostAfterMs, type AlarmEntry, peerMessage, type ReceiverView } from '../../../shared/alarm/protocol.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Ports } from '../ports.ts';

export interface Peers {
  /** Another station's alarm over a connection that is already trusted; ends with the connection. */
  connect(transport: Transport): void;
  tellEntries(entries: readonly AlarmEntry[], except?: Transport): void;
  tellReceivers(): void;
  /** Receivers of other stations, as they told and as far as they answer. */
  receivers(): readonly ReceiverView[];
  close(): void;
}

interface Parts {
  readonly station: string;
  readonly ports: Ports;
  /** Everything another station may not know yet. */
  entries(): readonly AlarmEntry[];
  ownReceivers(): readonly ReceiverView[];
  onEntries(entries: readonly AlarmEntry[], from: Transport): void;
  onChange(): void;
}

interface Peer {
  station: string | null;
  receivers: readonly ReceiverView[];
  heardAt: number;
}

/** Receivers of a station whose connection ended: shown as lost until it comes back, or for half an hour. */
interface Gone {
  readonly receivers: readonly ReceiverView[];
  readonly at: number;
}
const forgetGoneMs = 30 * 60_000;

const pageSize = 500;

/** Tells other stations every entry and hears theirs. Entries are known by their ids, so repeating them does no harm. */
export function createPeers({ station, ports, entries, ownReceivers, onEntries, onChange }: Parts): Peers {
  const peers = new Map<Transport, Peer>();
  const gone = new Map<string, Gone>();
  const lost = (receivers: readonly ReceiverView[]) => receivers.map((view) => ({ ...view, lostAt: view.lostAt ?? ports.clock.now() }));
  const isSilent = ({ heardAt }: Peer) => ports.clock.monotonic() - heardAt > lostAfterMs;
  const send = (transport: Transport, list: readonly AlarmEntry[]) => {
    for (let at = 0; at < list.length; at += pageSize) transport.send({ t: 'entries', entries: list.slice(at, at + pageSize) });
  };
  const receiversMessage = () => ({ t: 'receivers', station, receivers: ownReceivers() });
  const stop = ports.timers.every(beatMs, () => {
    for (const transport of peers.keys()) transport.send({ t: 'beat' });
    for (const [id, { at }] of gone) if (ports.clock.monotonic() - at > forgetGoneMs) gone.delete(id);
    if ([...peers.values()].some(isSilent)) onChange();
  });

  return {
    connect(transport) {
      const peer: Peer = { station: null, receivers: [], heardAt: ports.clock.monotonic() };
      peers.set(transport, peer);
      transport.onClose(() => {
        peers.delete(transport);
        const isBack = [...peers.values()].some((other) => other.station === peer.station);
        if (peer.station !== null && !isBack) gone.set(peer.station, { receivers: lost(peer.receivers), at: ports.clock.monotonic() });
        onChange();
      });
      transport.onMessage((message) => {
        const parsed = peerMessage.safeParse(message);
        if (!parsed.success) return;
        peer.heardAt = ports.clock.monotonic();
        if (parsed.data.t === 'entries') onEntries(parsed.data.entries, transport);
        else if (parsed.data.t === 'receivers') {
          peer.station = parsed.data.station;
          peer.receivers = parsed.data.receivers;
          gone.delete(parsed.data.station);
          onChange();
        }
      });
      send(transport, entries());
      transport.send(receiversMessage());
    },
    tellEntries(list, except) {
      for (const transport of peers.keys()) if (transport !== except) send(transport, list);
    },
    tellReceivers() {
      for (const transport of peers.keys()) transport.send(receiversMessage());
    },
    receivers: () => [
      ...[...peers.values()].flatMap((peer) => (isSilent(peer) ? lost(peer.receivers) : peer.receivers)),
      ...[...gone.values()].flatMap(({ receivers }) => receivers),
    ],
    close: () => stop(),
  };
}

import { linkEndedCode, type LinkSurface } from '../../../shared/rpc/linkMethods.ts';
import type { Ports } from '../ports.ts';
import { type Budget, createBudget } from './budget.ts';
import type { SettingsFile, StoredLink } from './settingsFile.ts';
import { createTicketLimit, type TicketLimit } from './ticketLimit.ts';
import { newToken, tokenHash, tokenTyped } from './token.ts';

/** A link while the program runs: what is stored, its limits, and who is connected over it. */
export interface Link {
  readonly linkId: string;
  readonly surface: LinkSurface;
  readonly limit: TicketLimit;
  readonly budget: Budget;
  readonly papers: Map<string, number>;
  readonly connections: Set<LinkConnection>;
}

export interface LinkConnection {
  /** Cuts it off; the other end is told why, but not waited for. */
  cut(code: number): void;
}

export interface Links {
  /** The link of a token, as it stands in an address or a cookie; `null`: unknown, revoked, or no token at all. */
  byToken(token: string | undefined): Link | null;
  /** A browser of this address spoke. */
  seen(link: Link, address: string): void;
  add(link: Pick<StoredLink, 'linkId' | 'name' | 'surface' | 'ticketsPerDay'>): string;
  /** A new token; what was connected with the former one is cut off. @throws I/O errors, before anything changed. */
  renew(link: Link): string;
  /** @throws I/O errors; it is cut off and refused all the same. */
  revoke(link: Link): void;
  all(): readonly { readonly stored: StoredLink; readonly link: Link }[];
  /** `null`: there is no such link, or none any more. */
  of(linkId: string): Link | null;
  /** Cuts off whoever is connected over any link; they may come again. */
  cutAll(code: number): void;
  /** Writes down when each was last seen, and what could not be written before. @throws I/O errors */
  flush(): void;
}

/** A board in a busy office asks a few times a second; several devices may share a link. */
const callsPerSecond = 50;
const callBurst = 300;
/** More devices than hang in any waiting room. */
export const mostConnections = 20;

export function createLinks(file: SettingsFile, ports: Ports): Links {
  const running = new Map<string, Link>();
  /** Newer than what is stored; written now and then, because a board speaks all day. */
  const lastSeen = new Map<string, { readonly at: number; readonly address: string }>();
  /** Refused from the moment of the revocation, also while the disk does not take it down. */
  const revoked = new Set<string>();
  const stored = () => file.current.links.filter(({ linkId }) => !revoked.has(linkId));

  const start = ({ linkId, surface, ticketsPerDay }: StoredLink): Link => {
    const link: Link = {
      linkId,
      surface,
      limit: createTicketLimit(ports.clock, ticketsPerDay ?? 0),
      budget: createBudget(ports.clock, callsPerSecond, callBurst),
      papers: new Map(),
      connections: new Set(),
    };
    running.set(linkId, link);
    return link;
  };
  const runningOf = (link: StoredLink): Link => running.get(link.linkId) ?? start(link);
  const withSeen = (link: StoredLink): StoredLink => {
    const seen = lastSeen.get(link.linkId);
    return seen === undefined ? link : { ...link, lastSeenAt: seen.at, lastAddress: seen.address };
  };
  const save = (links: readonly StoredLink[]) => file.save({ ...file.current, links: links.map(withSeen) });
  const cutOff = (link: Link, code: number) => {
    const connections = [...link.connections];
    // First, so that nothing more is heard of them while they close.
    link.connections.clear();
    for (const connection of connections) connection.cut(code);
  };

  return {
    byToken(text) {
      const token = text === undefined ? null : tokenTyped(text);
      if (token === null) return null;
      const wanted = tokenHash(token);
      const found = stored().find((link) => link.tokenHash === wanted);
      return found === undefined ? null : runningOf(found);
    },
    seen: ({ linkId }, address) => void lastSeen.set(linkId, { at: ports.clock.now(), address }),
    add(link) {
      const token = newToken(ports.random);
      const made = { ...link, tokenHash: tokenHash(token), createdAt: ports.clock.now(), lastSeenAt: null, lastAddress: null };
      save([...stored(), made]);
      return token;
    },
    renew(link) {
      const token = newToken(ports.random);
      save(stored().map((old) => (old.linkId === link.linkId ? { ...old, tokenHash: tokenHash(token) } : old)));
      cutOff(link, linkEndedCode);
      return token;
    },
    revoke(link) {
      revoked.add(link.linkId);
      running.delete(link.linkId);
      lastSeen.delete(link.linkId);
      cutOff(link, linkEndedCode);
      // Throws when the disk is full: whoever revokes must know that a restart would bring the link back.
      save(stored());
    },
    all: () => stored().map((link) => ({ stored: withSeen(link), link: runningOf(link) })),
    of(linkId) {
      const known = stored().find((link) => link.linkId === linkId);
      return known === undefined ? null : runningOf(known);
    },
    cutAll(code) {
      for (const link of running.values()) cutOff(link, code);
    },
    flush() {
      const seenAgain = stored().some((link) => withSeen(link).lastSeenAt !== link.lastSeenAt);
      if (seenAgain || file.current.links.some(({ linkId }) => revoked.has(linkId))) save(stored());
    },
  };
}

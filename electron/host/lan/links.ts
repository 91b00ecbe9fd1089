import type { StationAddress } from '../../../shared/domain/stations/address.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Ports } from '../ports.ts';
import { createDialer, type Dialer } from './dialer.ts';
import { createLink, goodbyeMs, type Link, type LinkHealth } from './link.ts';
import type { LanIdentity, SecureConnection } from './network/network.ts';
import { linkChannel, type LinkMessage } from './protocol.ts';
import { others, stationOf } from './roster.ts';
import type { LanState, Roster, RosterStation } from './stateFile.ts';

/** The other end of a channel of an office's link. */
export interface LinkPeer {
  readonly stationId: string;
  readonly transport: Transport;
}

export interface LinksParts {
  readonly ports: Ports;
  identity(): LanIdentity | null;
  state(): LanState | null;
  /** Where this station listens; `null`: nowhere. */
  ownPort(): number | null;
  onRoster(roster: Roster, from: string): void;
  /** Another station says that this one is no longer part of the office. */
  onRevoked(): void;
  onAddress(stationId: string, address: StationAddress): void;
  onChange(): void;
}

export interface Links {
  /** A connection that came in; its certificate is in the roster. */
  accept(connection: SecureConnection): void;
  /** Every link, also those that stand already. @returns how to stop hearing of new ones. */
  onLink(channel: string, listener: (peer: LinkPeer) => void): () => void;
  /** This station listens elsewhere, or only now: whoever is connected is told where others reach it. */
  portChanged(): void;
  /** The state changed: who is revoked is told and cut off, the lead tells its roster. */
  stateChanged(): void;
  isConnected(stationId: string): boolean;
  /** When a station was last heard since this one started. */
  health(stationId: string): LinkHealth | null;
  readonly setFound: Dialer['setFound'];
  close(): void;
}

interface Standing {
  readonly stationId: string;
  readonly link: Link;
}

/** One link to each station of the office, made anew for as long as there is none. */
export function createLinks(parts: LinksParts): Links {
  const { ports, state, onChange } = parts;
  const standing = new Map<string, Standing>();
  const lastHealth = new Map<string, LinkHealth>();
  const listeners = new Map<string, (peer: LinkPeer) => void>();

  const openChannel = ({ stationId, link }: Standing, channel: string, listener: (peer: LinkPeer) => void) =>
    link.open(channel, (transport) => listener({ stationId, transport }));

  /** @param dialled at which address this end reached the other; `null`: it came in. */
  const begin = (connection: SecureConnection, { id: stationId }: RosterStation, dialled: StationAddress | null) => {
    // The newest counts: the one before is half-open, or both ends dialled at once.
    standing.get(stationId)?.link.cut();
    const link = createLink({
      connection,
      ports,
      ownPort: parts.ownPort(),
      onMessage: (message) => receive(stationId, connection, dialled, message),
      onBeat: () => {
        const before = lastHealth.get(stationId)?.clockOffMs ?? null;
        lastHealth.set(stationId, link.health);
        if (before === null || Math.abs(before - (link.health.clockOffMs ?? 0)) > 10_000) onChange();
      },
      onEnd() {
        lastHealth.set(stationId, link.health);
        if (standing.get(stationId)?.link !== link) return;
        standing.delete(stationId);
        dialer.again(stationId);
        onChange();
      },
    });
    const entry = { stationId, link };
    standing.set(stationId, entry);
    tellRoster(entry);
    for (const [channel, listener] of listeners) openChannel(entry, channel, listener);
    if (dialled !== null) parts.onAddress(stationId, dialled);
    onChange();
  };

  const receive = (
    stationId: string,
    { host }: SecureConnection,
    dialled: StationAddress | null,
    message: Exclude<LinkMessage, { t: 'beat' | 'open' }>,
  ) => {
    switch (message.t) {
      case 'hello':
        // Where this end reached it is better known than what it says of itself.
        if (message.port !== null && dialled === null) parts.onAddress(stationId, { host, port: message.port });
        return;
      case 'roster':
        return parts.onRoster(message.roster, stationId);
      case 'revoked':
        return parts.onRevoked();
    }
  };

  const tellRoster = ({ link }: Standing) => {
    const known = state();
    if (known !== null && known.roster.leadId === known.self.stationId) link.send({ t: 'roster', roster: known.roster });
  };

  /** Nothing that it sends is read; only why. */
  const turnAway = (connection: SecureConnection) => {
    connection.transport.send({ c: linkChannel, m: { t: 'revoked' } satisfies LinkMessage });
    connection.transport.close();
    ports.timers.after(goodbyeMs, () => connection.cut());
  };

  const dialer = createDialer({
    ports,
    identity: parts.identity,
    missing() {
      const known = state();
      if (known === null || known.revokedAt !== null) return { selfId: '', stations: [] };
      return { selfId: known.self.stationId, stations: others(known).filter(({ id }) => !standing.has(id)) };
    },
    onConnection(connection, station, address) {
      // Asked again: it may have been revoked while it was dialled.
      if (stationOf(state(), connection.peer)?.revoked !== false) return turnAway(connection);
      begin(connection, station, address);
    },
  });

  return {
    accept(connection) {
      const station = stationOf(state(), connection.peer);
      if (station === undefined || state()?.revokedAt !== null) return connection.cut();
      if (station.revoked) return turnAway(connection);
      begin(connection, station, null);
    },
    onLink(channel, listener) {
      if (listeners.has(channel)) throw new Error(`The channel ${channel} has a listener`);
      listeners.set(channel, listener);
      for (const entry of standing.values()) openChannel(entry, channel, listener);
      return () => void listeners.delete(channel);
    },
    portChanged() {
      for (const { link } of standing.values()) link.tellPort(parts.ownPort());
    },
    stateChanged() {
      const known = state();
      const trusted = new Set(known === null || known.revokedAt !== null ? [] : others(known).map(({ id }) => id));
      for (const entry of standing.values()) {
        if (trusted.has(entry.stationId)) tellRoster(entry);
        else {
          const isRevoked = known?.roster.stations.some(({ id, revoked }) => id === entry.stationId && revoked) ?? false;
          if (isRevoked && known?.revokedAt === null) entry.link.send({ t: 'revoked' });
          entry.link.end();
        }
      }
      onChange();
    },
    isConnected: (stationId) => standing.has(stationId),
    health: (stationId) => standing.get(stationId)?.link.health ?? lastHealth.get(stationId) ?? null,
    setFound: (found) => dialer.setFound(found),
    close() {
      dialer.close();
      for (const { link } of standing.values()) link.cut();
    },
  };
}

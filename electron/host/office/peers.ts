import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Copy } from './copies.ts';
import type { OfficeMessage } from './messages.ts';

/** Another station that is connected now. */
export interface Peer {
  readonly stationId: string;
  readonly copy: Copy;
  say(message: OfficeMessage): void;
  close(): void;
}

export interface Peers {
  add(stationId: string, transport: Transport, copy: Copy): Peer;
  remove(peer: Peer): void;
  of(stationId: string | null): Peer | undefined;
  all(): readonly Peer[];
}

/** One link per station: a newer one takes the place of an older, which may be half dead. */
export function createPeers(): Peers {
  const byStation = new Map<string, Peer>();
  return {
    add(stationId, transport, copy) {
      const peer: Peer = {
        stationId,
        copy,
        say: (message) => transport.send(message),
        close: () => transport.close(),
      };
      const before = byStation.get(stationId);
      byStation.set(stationId, peer);
      before?.close();
      return peer;
    },
    remove(peer) {
      if (byStation.get(peer.stationId) === peer) byStation.delete(peer.stationId);
    },
    of: (stationId) => (stationId === null ? undefined : byStation.get(stationId)),
    all: () => [...byStation.values()],
  };
}

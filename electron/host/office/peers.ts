import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Clock } from '../ports.ts';
import type { Copy } from './copies.ts';
import type { OfficeMessage } from './messages.ts';

/** Another station that is connected now. */
export interface Peer {
  readonly stationId: string;
  readonly copy: Copy;
  say(message: OfficeMessage): void;
  /** Sends the lead's beat. */
  beat(): void;
  /** Something came from it. */
  note(): void;
  /** A beat of the lead came from it. */
  noteBeat(): void;
  /** Milliseconds since anything came from it. */
  silentMs(): number;
  close(): void;
}

export interface Peers {
  add(stationId: string, transport: Transport, copy: Copy): Peer;
  remove(peer: Peer): void;
  of(stationId: string | null): Peer | undefined;
  all(): readonly Peer[];
}

/** One link per station: a newer one takes the place of an older, which may be half dead. */
export function createPeers(clock: Clock): Peers {
  const byStation = new Map<string, Peer>();
  return {
    add(stationId, transport, copy) {
      let beats = 0;
      let heardAt = clock.monotonic();
      const peer: Peer = {
        stationId,
        copy,
        say: (message) => transport.send(message),
        beat: () => transport.send({ t: 'beat', n: (beats += 1) } satisfies OfficeMessage),
        note: () => {
          heardAt = clock.monotonic();
        },
        noteBeat: () => {
          heardAt = clock.monotonic();
        },
        silentMs: () => clock.monotonic() - heardAt,
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

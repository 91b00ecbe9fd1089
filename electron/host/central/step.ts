/**
 * Being in step with the server: how far its chains are, learned anew after every failure, for a server may have been put back to
 * a backup, and this station to an older copy of its own database.
 */
import type { Logger } from 'pino';
import { BrokenChainError, type SharedEvent } from '../engine/sharedEvent.ts';
import { ForkedChainError } from '../engine/sharedEvent.ts';
import type { EventStore } from '../engine/eventStore.ts';
import type { Clock } from '../ports.ts';
import type { Memory } from './memory.ts';
import type { Outgoing } from './outgoing.ts';
import { pullAll, type PullParts } from './pulling.ts';
import type { Session } from './session.ts';

interface Parts extends Pick<PullParts, 'engine' | 'timers' | 'pace' | 'isClosed'> {
  readonly stationId: string;
  readonly events: Pick<EventStore, 'heads' | 'sharedAt'>;
  readonly outgoing: Outgoing;
  readonly memory: Memory;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Logger;
  /** The server has less than it had; it is sent what it lost. */
  readonly onWentBack: () => void;
}

export interface Step {
  /** Whether it is known how far the server is. */
  isKnown(): boolean;
  /** How many events of the office the server has. */
  position(): number;
  movedTo(position: number): void;
  /** It is learned again before anything else. */
  lose(): void;
  /** Learns how far the server is, and takes from it what this station lost. @throws SyncError */
  learn(session: Session): Promise<void>;
  /** Takes what came to the server since the last time. @throws SyncError */
  pull(session: Session, waitSeconds: number): Promise<void>;
}

export function createStep(parts: Parts): Step {
  const { stationId, events, outgoing, memory, clock, log } = parts;
  let isKnown = false;
  let position = 0;
  /** A gap is looked for behind everything once; one that is on the server itself stays. */
  let hasLookedBack = false;

  const pullAfter = (
    { client }: Session,
    after: number,
    waitSeconds: number,
    onUnfit: (origin: string, error: Error) => void = (origin, error) => {
      log.warn({ err: error, origin }, 'a chain on the central server does not fit the one here');
    },
  ) =>
    pullAll(
      {
        ...parts,
        client,
        onTaken(taken: readonly Pick<SharedEvent, 'origin' | 'originSeq'>[], pulled) {
          outgoing.isThere(taken);
          memory.note({ pulled });
        },
        onUnfit,
        onBack() {
          isKnown = false;
          memory.note({ pulled: 0 }, 'atOnce');
        },
      },
      after,
      waitSeconds,
    );

  /** Where this station's own chain and the one on the server part; `null`: nowhere. Takes back what only the server has. */
  const takeBack = async (session: Session, there: { readonly originSeq: number; readonly hash: string } | undefined) => {
    if (there === undefined) return null;
    const own = events.sharedAt(stationId, there.originSeq);
    if (own?.hash === there.hash) return null;
    let fork: number | null = null;
    await pullAfter(session, 0, 0, (origin, error) => {
      log.error({ err: error, origin }, 'this station wrote on from an older copy of its data: the central server has another course');
      if (origin !== stationId) return;
      if (error instanceof ForkedChainError || error instanceof BrokenChainError) fork = error.originSeq;
    });
    return fork;
  };

  return {
    isKnown: () => isKnown,
    position: () => position,
    movedTo(at) {
      position = at;
    },
    lose() {
      isKnown = false;
    },
    async learn(session) {
      const { heads, position: at } = await session.client.heads();
      const known = new Map(heads.map(({ origin, originSeq }) => [origin, originSeq]));
      const { acknowledged, pulled } = memory.now();
      if (Object.entries(acknowledged).some(([origin, seq]) => (known.get(origin) ?? 0) < seq)) {
        log.warn('the central server went back to an earlier state; it is sent what it lost');
        memory.note({ wentBack: clock.now(), acknowledged: Object.fromEntries(known), pulled: 0 }, 'atOnce');
        parts.onWentBack();
      } else if (pulled > at) memory.note({ pulled: 0 }, 'atOnce');
      const fork = await takeBack(
        session,
        heads.find(({ origin }) => origin === stationId),
      );
      outgoing.startFrom(
        // What was written behind the fork is sent again and again set aside: it is kept there, and what follows goes on.
        heads.map((head) => (head.origin === stationId && fork !== null ? { ...head, originSeq: fork - 1 } : head)),
      );
      position = at;
      isKnown = true;
    },
    async pull(session, waitSeconds) {
      let isGap = false;
      const after = memory.now().pulled;
      await pullAfter(session, after, waitSeconds, (origin, error) => {
        log.warn({ err: error, origin }, 'a chain on the central server does not fit the one here');
        isGap ||= after > 0 && error.name === 'GapInChainError';
      });
      if (!isGap || hasLookedBack) return;
      hasLookedBack = true;
      await pullAfter(session, 0, 0);
    },
  };
}

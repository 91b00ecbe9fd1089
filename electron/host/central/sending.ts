/**
 * Sending everything that the server does not have: batches one behind the other, the next one made while the server takes the
 * last. Ends when nothing is left; throws SyncError when nothing comes of it.
 */
import { type Compression, encodeBatch } from '../../../sync/batch.ts';
import type { BatchHeader, OfficeTold, PushAnswer, QueueNow } from '../../../shared/sync/protocol.ts';
import type { SharedEvent } from '../engine/sharedEvent.ts';
import type { Timers } from '../ports.ts';
import { type CentralClient, SyncError } from './client.ts';
import type { Companions } from './companions.ts';
import { letLeave } from './leaving.ts';
import type { Outgoing, OutgoingBatch } from './outgoing.ts';
import type { Pacing } from './pace.ts';

export interface SendingParts {
  readonly client: Pick<CentralClient, 'push'>;
  readonly outgoing: Outgoing;
  readonly compression: Compression;
  readonly companions: (events: readonly SharedEvent[]) => Companions;
  readonly told: () => { readonly office: OfficeTold | null; readonly now: QueueNow | null };
  /** Events whose company was not here when they were sent; they are looked at again. */
  readonly missing: () => readonly SharedEvent[];
  readonly pace: Pick<Pacing, 'now' | 'pause'>;
  readonly timers: Pick<Timers, 'yield'>;
  readonly onAcknowledged: (batch: OutgoingBatch, answer: PushAnswer, company: Company) => void;
  /** Learns anew how far the server is: it does not have what comes before a batch. */
  readonly learn: () => Promise<void>;
  readonly isClosed: () => boolean;
}

/** What was told beside events. */
const nothingTold = { office: 'null', now: JSON.stringify({ at: 0 }), nowAt: 0 };
/** The public is shown queues that were told within five minutes, ms. */
const tellAgainMs = 3 * 60 * 1000;
/** Batches on their way at the same time. */
const inFlight = 2;
/** So often in one run the server may turn out to have less than it said. */
const mostRewinds = 3;

/** Of which earlier events the company was looked for again, and of which it is missing now. */
export interface Company {
  readonly late: readonly SharedEvent[];
  readonly stillMissing: readonly SharedEvent[];
}

interface OnItsWay {
  readonly batch: OutgoingBatch;
  readonly company: Company;
  readonly answer: Promise<PushAnswer>;
}

/** Remembers what the server was told last beside events. */
export interface Sending {
  /** Sends until nothing is left. @throws SyncError */
  run(): Promise<void>;
  /** The server forgot what it was told. */
  forgetTold(): void;
}

export function createSending(parts: SendingParts): Sending {
  const { client, outgoing, compression } = parts;
  let told = nothingTold;

  const header = (batch: OutgoingBatch) => {
    const late = parts.missing();
    const company = parts.companions([...late, ...batch.events]);
    const { office, now } = parts.told();
    // The moment itself is no news, as long as nobody must think that the queues stand still.
    const texts = { office: JSON.stringify(office), now: JSON.stringify({ ...now, at: 0 }) };
    const isNews = texts.now !== told.now || (now !== null && now.isOpen && now.at - told.nowAt > tellAgainMs);
    const changed = { office: texts.office === told.office ? null : office, now: isNews ? now : null };
    told = { ...texts, nowAt: isNews ? (now?.at ?? 0) : told.nowAt };
    const { texts: words, pins, erased, missing: stillMissing } = company;
    return { header: { texts: words, pins, erased, ...changed }, company: { late, stillMissing } };
  };

  /** Resolves as soon as it is on its way: batches leave in their order, the next one is made meanwhile. */
  const send = async (batch: OutgoingBatch, given: Partial<BatchHeader>): Promise<{ readonly answer: Promise<PushAnswer> }> => {
    const bytes = await encodeBatch(batch.events, given, compression);
    const push = async () => {
      const answered = await client.push(bytes);
      // Somewhere a chain is not as it was: with every hash the server finds where, and keeps the rest.
      return answered.needsHashes ? client.push(await encodeBatch(batch.events, { ...given, withHashes: true }, compression)) : answered;
    };
    return { answer: push() };
  };

  /** @returns whether the server is where it should be. */
  const settle = async ({ batch, answer, company }: OnItsWay): Promise<boolean> => {
    const answered = await answer;
    const heads = new Map(answered.heads.map(({ origin, originSeq }) => [origin, originSeq]));
    const isThere = batch.events.every(({ origin, originSeq }) => originSeq <= (heads.get(origin) ?? 0));
    if (!isThere) return false;
    outgoing.acknowledged(batch);
    parts.onAcknowledged(batch, answered, company);
    return true;
  };

  return {
    forgetTold() {
      told = nothingTold;
    },
    async run() {
      const onTheirWay: OnItsWay[] = [];
      let rewinds = 0;
      const rewind = async () => {
        await Promise.allSettled(onTheirWay.map(({ answer }) => answer));
        onTheirWay.length = 0;
        rewinds += 1;
        if (rewinds > mostRewinds) throw new SyncError('serverFailed', 'the server does not keep what it acknowledges');
        told = nothingTold;
        await parts.learn();
      };
      const settleOldest = async () => {
        const [oldest] = onTheirWay.splice(0, 1);
        if (oldest === undefined) return;
        if (await settle(oldest)) rewinds = 0;
        else await rewind();
      };
      try {
        for (let first = true; !parts.isClosed(); first = false) {
          const { events, bytes } = parts.pace.now();
          const next = outgoing.next(events, bytes);
          if (next === null && !first) {
            if (onTheirWay.length === 0) break;
            await settleOldest();
            continue;
          }
          if (!first) await parts.pace.pause();
          // The first one goes also without events, when what is told beside them has changed.
          const batch = next ?? { events: [], upTo: 0 };
          const made = header(batch);
          if (batch.events.length === 0 && isEmpty(made.header)) {
            if (next === null) break;
            if (onTheirWay.length === 0) outgoing.acknowledged(batch);
            continue;
          }
          const { answer } = await send(batch, made.header);
          // Waited for below; until then a failure is nobody's.
          answer.catch(() => {});
          onTheirWay.push({ batch, company: made.company, answer });
          await letLeave(parts.timers);
          if (onTheirWay.length >= inFlight) await settleOldest();
        }
      } catch (error) {
        told = nothingTold;
        await Promise.allSettled(onTheirWay.map(({ answer }) => answer));
        throw error;
      }
    },
  };
}

const isEmpty = ({ texts = [], pins = [], erased = [], office, now }: Partial<BatchHeader>): boolean =>
  texts.length + pins.length + erased.length === 0 && office === null && now === null;

/**
 * Keeps this station's copy of the events and of the vault's rows and those of the others alike (messages.ts, rules 1–3).
 * Each station sends its log in the order in which it learned of it; what the other has already is passed over. The lead and
 * whoever is connected to it send at once; two followers leave it to the lead, and help only where the lead has not been for a while.
 */
import type { Logger } from 'pino';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventStore } from '../engine/eventStore.ts';
import { BrokenChainError, ForkedChainError, GapInChainError } from '../engine/sharedEvent.ts';
import type { Erasure } from '../vault/erasures.ts';
import type { SharedRow } from '../vault/sharedRows.ts';
import type { Vault } from '../vault/vault.ts';
import { storageProblem } from '../storageProblem.ts';
import { type CopyProblem, eventsPerBatch, type Heads, type OfficeMessage, rowsPerBatch } from './messages.ts';

/** Batches that may be on their way before the first of them is answered. */
const window = 2;
/** A batch stays well below the frame limit of the links. */
const bytesPerBatch = 256 * 1024;

export interface Copy {
  readonly stationId: string;
  /** How much of an origin's chain the other station has on disk, as it said last. */
  has(origin: string): number;
  /** Whether it has everything that is here. */
  isLevel(): boolean;
  /** Takes a message about copies; `false`: it is about something else. */
  hear(message: OfficeMessage): boolean;
  /** Tells the other anew what is here, so that it begins to send what is not. */
  greet(): void;
  /** Sends what the other lacks, as far as the window allows. */
  send(): void;
  /** Tells the other what is here, and sends what it still lacks of that which has been here since the last time. */
  level(): void;
  /** Why nothing is copied between the two: somebody must look at it. */
  problem(): CopyProblem | null;
}

export interface CopyParts {
  readonly engine: Pick<Engine<unknown>, 'adopt' | 'receiptsOf' | 'announce'>;
  readonly events: EventStore;
  readonly vault: Pick<Vault, 'shared' | 'erase' | 'erasures' | 'isErased'>;
  readonly log: Logger;
  /** This station. */
  readonly ownId: string;
  /** Something is wrong between the two, or is right again. */
  readonly onProblem: () => void;
  /** The other station said that it has more than before. */
  readonly onHave: () => void;
  /** Rows of the vault came from it. */
  readonly onRows: (rows: readonly SharedRow[]) => void;
  /** Keys were destroyed here that another station destroyed before. */
  readonly onErased: (erased: readonly Erasure[]) => void;
}

type Outgoing = Pick<Transport, 'send'>;

export function createCopy(
  { engine, events, vault, log, ownId, onProblem, onHave, onRows, onErased }: CopyParts,
  stationId: string,
  transport: Outgoing,
): Copy {
  /** `null` until the other has greeted. */
  let others: Map<string, number> | null = null;
  let sentSeq = 0;
  let sentRow = 0;
  let batches = 0;
  let rowBatches = 0;
  let erasuresTold = 0;
  let problem: CopyProblem | null = null;
  const setProblem = (now: CopyProblem | null) => {
    if (problem?.kind === now?.kind && problem?.stationId === now?.stationId) return;
    problem = now;
    if (now !== null) log.error({ station: stationId, problem: now }, 'nothing is copied between two stations');
    onProblem();
  };
  /** The disk here did not take what came; it may by now, and what is on it can be sent. */
  const isDeaf = () => problem?.kind === 'storage' && problem.stationId === ownId;
  const say = (message: OfficeMessage) => transport.send(message);
  /** Our last greeting, and the batch behind it that comes next. */
  let greeted = 0;
  let expected = 0;
  /** Theirs, and the batch that we send next. */
  let theirs = 0;
  let next = 0;
  const greet = () => {
    greeted += 1;
    expected = 0;
    say({ t: 'hello', n: greeted, heads: headsOf(events), rowsSeen: vault.shared.seen(stationId) });
  };

  const sendErasures = () => {
    const erased = vault.erasures();
    if (erased.length <= erasuresTold) return;
    say({ t: 'erasures', erased: erased.slice(erasuresTold).map(({ kind, id }) => ({ kind, id })) });
    erasuresTold = erased.length;
  };
  const sendRows = () => {
    while (rowBatches < window && sentRow < vault.shared.last()) {
      const batch = upToBytes(vault.shared.after(sentRow, rowsPerBatch));
      const last = batch.at(-1);
      if (last === undefined) return;
      sentRow = last.n;
      rowBatches += 1;
      say({ t: 'rows', upTo: last.n, rows: batch.map(({ row }) => row) });
    }
  };
  const isLevel = () => others !== null && events.heads().every(({ origin, originSeq }) => (others?.get(origin) ?? 0) >= originSeq);
  const sendEvents = (known: ReadonlyMap<string, number>) => {
    if (isLevel()) {
      sentSeq = events.lastSeq();
      return;
    }
    while (batches < window) {
      const batch = upToBytes(events.sharedAfter(sentSeq, eventsPerBatch));
      const last = batch.at(-1);
      if (last === undefined) return;
      sentSeq = last.seq;
      const missing = batch.filter(({ origin, originSeq }) => originSeq > (known.get(origin) ?? 0)).map(withoutSeq);
      if (missing.length === 0) continue;
      batches += 1;
      const receipts = engine.receiptsOf([...new Set(missing.map(({ commandId }) => commandId))]);
      say({ t: 'events', hello: theirs, n: next, events: missing, receipts: [...receipts] });
      next += 1;
    }
  };
  const send = () => {
    if (others === null || (problem !== null && !isDeaf())) return;
    sendErasures();
    sendRows();
    // An event is not worth much without the words it names.
    if (rowBatches === 0 || sentRow === vault.shared.last()) sendEvents(others);
  };

  const lacks = () => [...(others ?? [])].some(([origin, n]) => n > 0 && events.seqOf(origin, n) === null);
  let levelBefore: Heads = {};
  let levelTold = 0;
  const level = () => {
    if (isDeaf()) {
      if (!lacks()) setProblem(null);
      return greet();
    }
    // Nothing new since the other was told: its silence and ours say so.
    if (levelTold !== events.lastSeq()) say({ t: 'level', heads: headsOf(events) });
    levelTold = events.lastSeq();
    const lacksOld = Object.entries(levelBefore).some(([origin, originSeq]) => (others?.get(origin) ?? 0) < originSeq);
    levelBefore = headsOf(events);
    if (lacksOld) send();
  };

  const onHello = ({ n, heads, rowsSeen }: Extract<OfficeMessage, { t: 'hello' }>) => {
    if (n <= theirs) return;
    theirs = n;
    next = 0;
    if (problem?.kind === 'storage' && !isDeaf()) setProblem(null);
    others = new Map(Object.entries(heads));
    sentSeq = levelUpTo(events, others);
    // A vault that was put back to an older copy counts anew: everything is told again.
    sentRow = rowsSeen > vault.shared.last() ? 0 : rowsSeen;
    batches = 0;
    rowBatches = 0;
    erasuresTold = 0;
    onHave();
    send();
  };
  /** Says why it takes nothing. @throws what is a bug. */
  const give = (error: unknown) => {
    const isForked = error instanceof ForkedChainError || error instanceof BrokenChainError;
    if (!isForked && storageProblem(error) === null) throw error;
    const found: CopyProblem = isForked ? { kind: 'forked', stationId: error.origin } : { kind: 'storage', stationId: ownId };
    log.error({ err: error, station: stationId }, 'events of another station were not taken');
    setProblem(found);
    say({ t: 'problem', problem: found });
  };
  const onEvents = ({ hello, n, events: shared, receipts }: Extract<OfficeMessage, { t: 'events' }>) => {
    if (hello !== greeted || n < expected) return;
    if (n > expected) return greet();
    expected += 1;
    // Known to be there: it has just come from there.
    for (const { origin, originSeq } of shared) others?.set(origin, Math.max(originSeq, others.get(origin) ?? 0));
    try {
      engine.adopt(shared, receipts);
    } catch (error) {
      if (error instanceof GapInChainError) return greet();
      throw error;
    }
    if (isDeaf()) setProblem(null);
    say({ t: 'have', heads: headsOf(events) });
  };

  /** All of them are told at each greeting. */
  const onErasures = (erased: readonly Erasure[]) => {
    const fresh = erased.filter(({ kind, id }) => !vault.isErased(kind, id));
    if (fresh.length === 0) return;
    vault.erase(fresh);
    onErased(fresh);
  };

  const take = (message: OfficeMessage): boolean => {
    switch (message.t) {
      case 'hello':
        onHello(message);
        return true;
      case 'erasures':
        onErasures(message.erased);
        return true;
      case 'rows':
        if (vault.shared.adopt(message.rows, { station: stationId, upTo: message.upTo }) > 0) {
          engine.announce([]);
          onRows(message.rows);
        }
        say({ t: 'haveRows', upTo: message.upTo });
        return true;
      case 'haveRows':
        rowBatches = Math.max(0, rowBatches - 1);
        send();
        return true;
      case 'events':
        onEvents(message);
        return true;
      case 'have':
        batches = Math.max(0, batches - 1);
        others = new Map([...(others ?? []), ...Object.entries(message.heads)]);
        onHave();
        send();
        return true;
      case 'level':
        others = new Map([...(others ?? []), ...Object.entries(message.heads)]);
        onHave();
        return true;
      case 'problem':
        setProblem(message.problem);
        return true;
      default:
        return false;
    }
  };

  greet();
  return {
    stationId,
    has: (origin) => others?.get(origin) ?? 0,
    isLevel,
    problem: () => problem,
    greet,
    send,
    level,
    hear(message) {
      try {
        return take(message);
      } catch (error) {
        give(error);
        return true;
      }
    },
  };
}

export const headsOf = (events: Pick<EventStore, 'heads'>): Heads =>
  Object.fromEntries(events.heads().map(({ origin, originSeq }) => [origin, originSeq]));

/** The local number up to which the other station has everything, so that sending begins behind it. */
function levelUpTo(events: EventStore, known: ReadonlyMap<string, number>): number {
  const firstMissing = events
    .heads()
    .filter(({ origin, originSeq }) => originSeq > (known.get(origin) ?? 0))
    .map(({ origin }) => events.seqOf(origin, (known.get(origin) ?? 0) + 1) ?? 1);
  return firstMissing.length === 0 ? events.lastSeq() : Math.min(...firstMissing) - 1;
}

/** The first of them that together stay below the limit of a batch; at least one. */
function upToBytes<Item>(items: readonly Item[]): readonly Item[] {
  let bytes = 0;
  const end = items.findIndex((item, index) => {
    bytes += JSON.stringify(item).length;
    return index > 0 && bytes > bytesPerBatch;
  });
  return end === -1 ? items : items.slice(0, end);
}

const withoutSeq = <E extends { readonly seq: number }>(event: E): Omit<E, 'seq'> => {
  const { seq: _seq, ...shared } = event;
  return shared;
};

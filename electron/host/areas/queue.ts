import type { QueueCommand, QueueContext, QueueRefusal } from '../../../shared/domain/queue/commands.ts';
import { dateNow, dateToOpen } from '../../../shared/domain/queue/day.ts';
import { dayOfBranch } from '../../../shared/domain/queue/decideMerge.ts';
import { decide, queueMethodNames } from '../../../shared/domain/queue/decide.ts';
import type { QueueEvent } from '../../../shared/domain/queue/events.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import { reply } from '../../../shared/domain/queue/reply.ts';
import type { Branch } from '../../../shared/domain/queue/merge/branch.ts';
import { initialQueue, mergedKey, type QueueState } from '../../../shared/domain/queue/state.ts';
import { branchStream, mainStream, parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import type { States } from '../areas.ts';
import type { Reader } from '../database/open.ts';
import type { Area, DecideContext } from '../engine/areas.ts';
import type { RecordedEvent } from '../engine/event.ts';
import { pastDay } from './pastDay.ts';

/** The queue: one main stream for each office day; the state in memory is that of the newest. */
export const queueArea: Area<States, QueueState, QueueEvent, QueueRefusal> = {
  name: 'queue',
  topics: ['queue'],
  // A branch, `queue/<date>@<station>`, is folded into the queue only by its merging (decision 0016, rule 12).
  owns: (stream) => stream.startsWith('queue/') && !stream.includes('@'),
  methods: queueMethodNames,
  source: {
    kind: 'folded',
    currentStream: newestDay,
    branches: { begin: 'queue/', end: 'queue0', isMerged, isEnd: ({ type }) => type === 'branchEnded.v1' },
  },
  decider: {
    initial: initialQueue,
    decide: (command, state, context) => decide(command as QueueCommand, state, asSeen(context, state)),
    evolve,
  },
  streamFor(command, state, context) {
    const date = dateOf(command as QueueCommand, state, context);
    const ownOnly = context.ownOnly ?? null;
    return ownOnly === null ? mainStream(date) : branchStream(date, ownOnly.stationId);
  },
  reply: (command, events, before, _after, context) => reply(command as QueueCommand, events, before, asSeen(context, before)),
};

function isMerged(state: QueueState, { stream, origin, originSeq }: RecordedEvent): boolean {
  const date = parseQueueStream(stream)?.date ?? '';
  return originSeq <= (state.merged[mergedKey(date, origin)] ?? 0);
}

/** The office day whose stream takes the command's events. */
function dateOf({ method, input }: QueueCommand, state: QueueState, context: DecideContext<States>): string {
  if (method === 'queue.openDay') return dateToOpen(state, dateNow(context.states.office, context.now));
  // A branch of another day is told today, one that opens its day begins that day's stream.
  if (method === 'queue.mergeBranch' && dayOfBranch(input as unknown as Branch, state, context) === 'today') return input.date;
  if (state.day === null) throw new Error(`${method} was decided without an office day`);
  return state.day.date;
}

function asSeen(context: DecideContext<States>, { day }: QueueState): QueueContext {
  const { ownOnly = null } = context;
  return { ...context, ownOnly, pastDay: (date) => pastDay(context.history, date, day?.date ?? date) };
}

/** The office day never goes backward, so the newest is the one with the greatest date. */
function newestDay(db: Reader): string | null {
  const row = db.prepare<[], { date: string }>('SELECT date FROM office_day ORDER BY date DESC LIMIT 1').get();
  return row === undefined ? null : mainStream(row.date);
}

import type { QueueCommand, QueueRefusal } from '../../../shared/domain/queue/commands.ts';
import { dateNow, dateToOpen } from '../../../shared/domain/queue/day.ts';
import { decide, queueMethodNames } from '../../../shared/domain/queue/decide.ts';
import type { QueueEvent } from '../../../shared/domain/queue/events.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import { reply } from '../../../shared/domain/queue/reply.ts';
import { initialQueue, type QueueState } from '../../../shared/domain/queue/state.ts';
import type { States } from '../areas.ts';
import type { Reader } from '../database/open.ts';
import type { Area } from '../engine/areas.ts';

const streamOf = (date: string): string => `queue/${date}`;

/** The queue: one stream for each office day; the state in memory is that of the newest. */
export const queueArea: Area<States, QueueState, QueueEvent, QueueRefusal> = {
  name: 'queue',
  topics: ['queue'],
  // A branch, `queue/<date>@<station>`, is folded into the queue only by its merging (decision 0016, rule 12).
  owns: (stream) => stream.startsWith('queue/') && !stream.includes('@'),
  methods: queueMethodNames,
  source: { kind: 'folded', currentStream: newestDay },
  decider: {
    initial: initialQueue,
    decide: (command, state, context) => decide(command as QueueCommand, state, context),
    evolve,
  },
  streamFor(command, state, context) {
    if (command.method === 'queue.openDay') return streamOf(dateToOpen(state, dateNow(context.states.office, context.now)));
    if (state.day === null) throw new Error(`${command.method} was decided without an office day`);
    return streamOf(state.day.date);
  },
  reply: (command, events, before, _after, context) => reply(command as QueueCommand, events, before, context),
};

/** The office day never goes backward, so the newest is the one with the greatest date. */
function newestDay(db: Reader): string | null {
  const row = db.prepare<[], { date: string }>('SELECT date FROM office_day ORDER BY date DESC LIMIT 1').get();
  return row === undefined ? null : streamOf(row.date);
}

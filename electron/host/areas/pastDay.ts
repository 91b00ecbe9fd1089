import type { Happened } from '../../../shared/domain/decider.ts';
import type { QueueEvent } from '../../../shared/domain/queue/events.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import { initialQueue, type QueueState } from '../../../shared/domain/queue/state.ts';
import { mainStream } from '../../../shared/domain/queue/streams.ts';
import { nextDate } from '../../../shared/domain/time/workingDays.ts';
import type { RecordedEvent } from '../engine/event.ts';

/**
 * The queue of another office day than today's: as it ended, with what branches of that day brought on later ones; or one still
 * to come, as far as stations with wrong clocks have opened it today.
 * @param today the newest office day: nothing is merged after it.
 */
export function pastDay(history: (stream: string) => Iterable<RecordedEvent>, date: string, today: string): QueueState {
  let state = initialQueue;
  for (let day = date < today ? date : today; day <= today; day = nextDate(day)) {
    for (const recorded of history(mainStream(day))) {
      // What this stream holds was decided by the queue's decider; type and data belong together.
      const event = recorded as unknown as QueueEvent & Happened;
      if (day === date || (event.type === 'branchMerged.v1' && event.data.date === date)) state = evolve(state, event);
    }
  }
  return state;
}

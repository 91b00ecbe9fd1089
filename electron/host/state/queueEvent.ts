import type { Happened } from '../../../shared/domain/decider.ts';
import type { QueueEvent } from '../../../shared/domain/queue/events.ts';
import type { RecordedEvent } from '../engine/event.ts';

const streamPrefix = 'queue/';

/** A recorded event as one of the queue's, with the office day it belongs to; `null` when it is another area's. */
export function queueEvent(event: RecordedEvent): (QueueEvent & Happened & { readonly date: string; readonly origin: string }) | null {
  if (!event.stream.startsWith(streamPrefix)) return null;
  const { type, data, at, actor, origin } = event;
  // What this stream holds was decided by the queue's decider; type and data belong together.
  return { type, data, at, actor, origin, date: event.stream.slice(streamPrefix.length) } as ReturnType<typeof queueEvent>;
}

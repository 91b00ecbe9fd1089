import type { Happened } from '../../../shared/domain/decider.ts';
import type { PlainQueueEvent, QueueEvent } from '../../../shared/domain/queue/events.ts';
import { parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import type { RecordedEvent } from '../engine/event.ts';

/** An event of the queue with the office day it belongs to and the station that decided it. */
export type DayEvent = PlainQueueEvent & Happened & { readonly date: string; readonly origin: string };

/**
 * What a recorded event says of the queue: itself, or all that a merged branch embeds, as it happened there. Nothing of
 * other areas, and nothing of a branch: that counts when the main stream takes it in.
 */
export function queueEvents({ stream, type, data, at, actor, origin }: RecordedEvent): readonly DayEvent[] {
  const of = parseQueueStream(stream);
  if (of === null || of.stationId !== null) return [];
  // What this stream holds was decided by the queue's decider; type and data belong together.
  const event = { type, data } as QueueEvent;
  if (event.type !== 'branchMerged.v1') return [{ ...event, at, actor, origin, date: of.date }];
  const { stationId, date, events } = event.data;
  return events.map((merged) => ({ ...merged, origin: stationId, date }));
}

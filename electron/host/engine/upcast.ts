import type { NewEvent } from '../../../shared/domain/decider.ts';

/** Turns the data of an old event version into the next one. Pure, total: it must accept every event ever written. */
export type Upcaster = (event: NewEvent) => NewEvent;

/**
 * Upcasters by the old type. Events are never rewritten; when `ticketIssued.v1` gets a successor, an entry
 * `'ticketIssued.v1': ({ data }) => ({ type: 'ticketIssued.v2', data: … })` goes here and nothing else knows v1.
 */
export const upcasters: Readonly<Record<string, Upcaster>> = {};

/** Follows the upcasters until the event has its newest version. */
export function upcast(event: NewEvent, table: Readonly<Record<string, Upcaster>> = upcasters): NewEvent {
  let current = event;
  for (let step = table[current.type]; step !== undefined; step = table[current.type]) current = step(current);
  return current;
}

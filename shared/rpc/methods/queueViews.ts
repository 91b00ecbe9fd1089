import { z } from 'zod';
import { counter, service } from '../../domain/office/types.ts';
import { capacity, counterStatus, dayView, ticketStatus, ticketView, waitEstimate } from '../../domain/queue/types.ts';
import { date, id, instant } from '../../domain/values.ts';
import { pick, query } from '../define.ts';
import { everyStaff } from '../roles.ts';
import { atCounter, counterStaff } from './queueParts.ts';
import { queueRefusals } from './queueRefusals.ts';

export const serviceQueue = z.strictObject({
  serviceId: id,
  waiting: z.number().int().min(0),
  priorityWaiting: z.number().int().min(0),
  /** Counters open now that take this service. */
  openCounters: z.number().int().min(0),
  /** Estimate for somebody who would take a ticket now. */
  estimate: waitEstimate,
  capacity,
  /** Wait of the visitor called last for this service, ms: the sanity check beside the estimate. */
  lastWaitMs: z.number().int().min(0).nullable(),
});

/** What screens show of the queue. */
export const queueViews = {
  /** All the kiosk shows: tiles with their queue, whether the office is open. */
  'queue.kiosk': query({
    roles: ['kiosk', ...counterStaff],
    input: z.strictObject({}),
    output: z.strictObject({
      day: dayView,
      officeName: z.string(),
      /** While the station works by itself: the letter that its numbers bear, if they bear one. */
      ownSeries: z.string().nullable(),
      services: z.array(service.pick({ id: true, prefix: true, title: true }).extend({ queue: serviceQueue })),
    }),
    topics: ['queue', 'office'],
  }),
  /** All the board shows; no personal data. `calls` newest first, each call and recall with its own growing `order`. */
  'queue.board': query({
    roles: ['board', ...everyStaff],
    input: z.strictObject({}),
    output: z.strictObject({
      day: dayView,
      officeName: z.string(),
      /** The station works by itself: calls of other counters may be missing. */
      ownOnly: z.boolean(),
      counters: z.array(
        z.strictObject({
          counterId: id,
          number: z.number().int(),
          name: z.string(),
          status: counterStatus,
          ticketNumber: z.string().nullable(),
          ticketStatus: ticketStatus.nullable(),
        }),
      ),
      calls: z.array(
        z.strictObject({
          order: z.number().int(),
          number: z.string(),
          counterNumber: z.number().int(),
          counterName: z.string(),
          at: instant,
          recall: z.boolean(),
        }),
      ),
      waiting: z.number().int(),
    }),
    topics: ['queue', 'office'],
  }),
  /** Counters to sign on to, with who is there. */
  'queue.counters': query({
    roles: everyStaff,
    input: z.strictObject({}),
    output: z.strictObject({
      day: dayView,
      counters: z.array(
        counter.extend({
          status: counterStatus,
          staffId: id.nullable(),
          staffName: z.string().nullable(),
          current: ticketView.nullable(),
          openedAt: instant.nullable(),
        }),
      ),
    }),
    topics: ['queue', 'office', 'staff'],
  }),
  /** Everything on the officer's screen. `waiting` holds at most 200, in the order they would be called. */
  'queue.counterView': query({
    roles: counterStaff,
    input: atCounter,
    output: z.strictObject({
      day: dayView,
      counter: counter.extend({ status: counterStatus, staffId: id.nullable(), staffName: z.string().nullable() }),
      current: ticketView.nullable(),
      held: z.array(ticketView),
      noShows: z.array(ticketView),
      waiting: z.array(ticketView),
      waitingTotal: z.number().int(),
      services: z.array(service.extend({ queue: serviceQueue })),
      /** Tickets that this counter ended today, newest first, at most 100. */
      history: z.array(ticketView),
    }),
    refusals: pick(queueRefusals, 'counterUnknown'),
    topics: ['queue', 'office', 'staff'],
  }),
  'queue.ticket': query({
    roles: counterStaff,
    input: z.strictObject({ ticketId: id }),
    output: z.strictObject({ ticket: ticketView, note: z.string().nullable(), visit: z.array(ticketView) }),
    refusals: pick(queueRefusals, 'ticketUnknown'),
    topics: ['queue'],
  }),
  'queue.disturbances': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.array(z.strictObject({ serviceId: id, note: z.string(), promisedOn: date.nullable() })),
    topics: ['queue'],
  }),
};

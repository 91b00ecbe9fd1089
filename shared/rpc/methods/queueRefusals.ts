import { z } from 'zod';
import { ticketStatus } from '../../domain/queue/types.ts';
import { bilingual, instant } from '../../domain/values.ts';

/** Everything the queue may refuse, with the details that the words on the screen need. */
export const queueRefusals = {
  dayNotOpen: z.strictObject({}),
  dayAlreadyOpen: z.strictObject({}),
  /** Someone is still called, served or on hold; `numbers` at most 20. */
  visitorsAtCounters: z.strictObject({ numbers: z.array(z.string()) }),
  /** Tickets still wait; closing needs `expireWaiting`. */
  visitorsWaiting: z.strictObject({ waiting: z.number().int() }),
  /** The computer's clock moved by itself; a person must confirm the new date. */
  clockSuspect: z.strictObject({ clockDate: z.string(), openDate: z.string() }),
  capacityReached: z.strictObject({ remainingMinutes: z.number().int() }),
  serviceUnknown: z.strictObject({}),
  serviceNotOffered: z.strictObject({ title: bilingual(120) }),
  ticketUnknown: z.strictObject({}),
  ticketAlreadyCalled: z.strictObject({ number: z.string(), counterName: z.string() }),
  ticketNotWaiting: z.strictObject({ number: z.string(), status: ticketStatus }),
  ticketNotYours: z.strictObject({ number: z.string(), counterName: z.string() }),
  /** The step does not fit the ticket's state, e.g. finishing one that was never started. */
  ticketInOtherState: z.strictObject({ number: z.string(), status: ticketStatus }),
  visitorAtOtherCounter: z.strictObject({ number: z.string(), counterName: z.string() }),
  counterUnknown: z.strictObject({}),
  counterClosed: z.strictObject({ name: z.string() }),
  counterOnBreak: z.strictObject({ name: z.string() }),
  counterTaken: z.strictObject({ name: z.string(), staffName: z.string() }),
  notAtCounter: z.strictObject({ name: z.string() }),
  alreadyAtCounter: z.strictObject({ name: z.string() }),
  /** The counter still has a visitor called or being served. */
  counterBusy: z.strictObject({ number: z.string() }),
  counterDoesNotServe: z.strictObject({ name: z.string(), title: bilingual(120) }),
  nobodyWaiting: z.strictObject({}),
  /** Not an active account that serves visitors. */
  officerUnknown: z.strictObject({}),
  /** A day is promised that is over. */
  promiseInPast: z.strictObject({}),
  requirementUnknown: z.strictObject({}),
  /** The client's id for the new ticket names one that exists: a mistake of the client, never of a person. */
  ticketIdTaken: z.strictObject({}),
  /** This station is cut off, and only the lead can decide that (docs/decisions/0016, rule 11). */
  leadUnreachable: z.strictObject({}),
  /** The lead called her just before it reached nobody any more; she waits at the front again. */
  callTakenBack: z.strictObject({ number: z.string() }),
  noticeUnknown: z.strictObject({}),
  /** A kiosk on the network gave too many numbers in a short time, or all of its day. */
  kioskLimitReached: z.strictObject({ until: instant }),
};

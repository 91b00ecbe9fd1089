import { z } from 'zod';
import { paperVisit, sheetRow } from '../../domain/book/types.ts';
import { counter, service } from '../../domain/office/types.ts';
import {
  callReason,
  cancelReason,
  capacity,
  counterStatus,
  dayView,
  placement,
  priorityGround,
  ticketStatus,
  ticketView,
  visitStep,
  waitEstimate,
} from '../../domain/queue/types.ts';
import { leftOutChange, queueNotice } from '../../domain/queue/mergeEvents.ts';
import { date, id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { everyStaff, surfaces } from '../roles.ts';
import { queueRefusals } from './queueRefusals.ts';

/** Who works the queue: officers and those who may stand in for one. */
const counterStaff = ['petugas', 'pengawas', 'admin'] as const;

const done = z.strictObject({});
const atCounter = z.strictObject({ counterId: id });
const ofTicket = z.strictObject({ counterId: id, ticketId: id });
const issued = z.strictObject({
  ticketId: id,
  visitId: id,
  number: z.string(),
  serviceId: id,
  ground: priorityGround.nullable(),
  issuedAt: instant,
  ahead: z.number().int().min(0),
  estimate: waitEstimate,
  capacity,
});
const called = z.strictObject({ ticketId: id, number: z.string(), reason: callReason });

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffId: id }),
  z.strictObject({ kind: z.literal('device'), surface: z.enum(surfaces) }),
  z.strictObject({ kind: z.literal('system') }),
]);
const branchEvent = z.strictObject({ originSeq: z.number().int(), at: instant, actor, type: z.string(), data: z.looseObject({}) });

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

export const queueMethods = {
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
  'queue.issue': command({
    roles: ['kiosk', ...counterStaff],
    input: z.strictObject({ ticketId: id, visitId: id, serviceId: id, ground: priorityGround.nullable() }),
    output: issued,
    refusals: pick(
      queueRefusals,
      'dayNotOpen',
      'serviceUnknown',
      'serviceNotOffered',
      'capacityReached',
      'clockSuspect',
      'ticketIdTaken',
      'kioskLimitReached',
    ),
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

  'queue.openDay': command({
    roles: counterStaff,
    /** `confirmClock` is the person's word that the computer's date is right. */
    input: z.strictObject({ confirmClock: z.boolean().optional() }),
    output: z.strictObject({ date: z.string() }),
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayAlreadyOpen', 'clockSuspect'),
  }),
  'queue.closeDay': command({
    roles: counterStaff,
    input: z.strictObject({ expireWaiting: z.boolean() }),
    output: z.strictObject({ expired: z.number().int() }),
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'visitorsAtCounters', 'visitorsWaiting'),
  }),
  /** The host's own command when the date changes in the office's zone. */
  'queue.rollOver': command({
    roles: ['system'],
    /** `clockConfirmed`: a person said that the suspicious date is right. */
    input: z.strictObject({ clockConfirmed: z.boolean().optional() }),
    output: z.strictObject({ expired: z.number().int() }),
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'clockSuspect'),
  }),

  /** The host's own finding: the clock jumped to another date under the visitors' feet, or is right again. */
  'queue.noteClock': command({
    roles: ['system'],
    input: z.strictObject({ suspect: z.boolean() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen'),
  }),

  /** After a recovery that lost events: numbers that may have been printed are not given again today. */
  'queue.skipNumbers': command({
    roles: ['system'],
    input: z.strictObject({ by: z.number().int().min(1).max(1000) }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen'),
  }),

  'queue.openCounter': command({
    roles: counterStaff,
    /** `takeOver` lets a supervisor replace the officer who is signed on. */
    input: atCounter.extend({ takeOver: z.boolean().optional() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'counterTaken', 'alreadyAtCounter'),
  }),
  'queue.closeCounter': command({
    roles: counterStaff,
    input: atCounter,
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'counterClosed', 'counterBusy', 'notAtCounter'),
  }),
  'queue.startBreak': command({
    roles: counterStaff,
    input: atCounter,
    output: done,
    refusals: pick(
      queueRefusals,
      'leadUnreachable',
      'dayNotOpen',
      'counterUnknown',
      'counterClosed',
      'counterOnBreak',
      'counterBusy',
      'notAtCounter',
    ),
  }),
  'queue.endBreak': command({
    roles: counterStaff,
    input: atCounter,
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'counterClosed', 'notAtCounter'),
  }),

  'queue.callNext': command({
    roles: counterStaff,
    input: atCounter,
    output: called,
    refusals: pick(
      queueRefusals,
      'leadUnreachable',
      'dayNotOpen',
      'counterUnknown',
      'counterClosed',
      'counterOnBreak',
      'notAtCounter',
      'counterBusy',
      'nobodyWaiting',
      'clockSuspect',
    ),
  }),
  'queue.callTicket': command({
    roles: counterStaff,
    input: ofTicket,
    output: called,
    refusals: pick(
      queueRefusals,
      'leadUnreachable',
      'dayNotOpen',
      'counterUnknown',
      'counterClosed',
      'counterOnBreak',
      'notAtCounter',
      'counterBusy',
      'ticketUnknown',
      'ticketAlreadyCalled',
      'ticketNotWaiting',
      'visitorAtOtherCounter',
      'counterDoesNotServe',
      'clockSuspect',
    ),
  }),
  'queue.recall': command({ roles: counterStaff, input: ofTicket, output: done, refusals: onTicket() }),
  'queue.markNoShow': command({ roles: counterStaff, input: ofTicket, output: done, refusals: onTicket() }),
  'queue.returnToQueue': command({
    roles: counterStaff,
    input: z.strictObject({ ticketId: id, placement }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'ticketUnknown', 'ticketInOtherState'),
  }),
  'queue.startServing': command({ roles: counterStaff, input: ofTicket, output: done, refusals: onTicket() }),
  'queue.hold': command({ roles: counterStaff, input: ofTicket, output: done, refusals: onTicket() }),
  'queue.resume': command({
    roles: counterStaff,
    input: ofTicket,
    output: done,
    refusals: { ...onTicket(), ...pick(queueRefusals, 'counterBusy', 'visitorAtOtherCounter', 'counterOnBreak') },
  }),
  'queue.transfer': command({
    roles: counterStaff,
    input: ofTicket.extend({ serviceId: id, placement }),
    output: done,
    refusals: { ...onTicket(), ...pick(queueRefusals, 'serviceUnknown', 'serviceNotOffered') },
  }),
  'queue.finish': command({ roles: counterStaff, input: ofTicket, output: done, refusals: onTicket() }),
  /** Cancels a ticket in any living state; one at another counter only for a supervisor. */
  'queue.cancel': command({
    roles: counterStaff,
    input: z.strictObject({ ticketId: id, reason: cancelReason }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'ticketUnknown', 'ticketInOtherState', 'ticketNotYours'),
  }),
  /** A second service for the same visitor: a new number in the same visit that keeps her arrival and priority. */
  'queue.addService': command({
    roles: counterStaff,
    input: ofTicket.extend({ newTicketId: id, serviceId: id }),
    output: issued,
    refusals: { ...onTicket(), ...pick(queueRefusals, 'serviceUnknown', 'serviceNotOffered', 'ticketIdTaken') },
  }),
  /** The step of the script the officer is at; on disk so that a power cut reopens it. */
  'queue.setStep': command({ roles: counterStaff, input: ofTicket.extend({ step: visitStep }), output: done, refusals: onTicket() }),
  'queue.setRequirements': command({
    roles: counterStaff,
    input: ofTicket.extend({ receivedRequirementIds: z.array(id).max(30) }),
    output: done,
    refusals: { ...onTicket(), ...pick(queueRefusals, 'requirementUnknown') },
  }),
  /** Says that a service's system is down (`note`: what everybody may read), or works again. For today. */
  'queue.setDisturbance': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({ serviceId: id, disturbed: z.boolean(), note: line(200, 0), promisedOn: date.nullable().optional() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'clockSuspect', 'serviceUnknown', 'promiseInPast'),
  }),
  /** The host's own, from the blackout book: a visitor of today's paper who still waits stands where her arrival puts her. */
  'queue.admitPaper': command({
    roles: ['system'],
    input: z.strictObject({
      ticketId: id,
      visitId: id,
      number: z.string().max(20),
      series: z.string().max(10),
      sheetId: id,
      row: sheetRow,
      arrivedAt: instant,
      firstCalledAt: instant.nullable(),
      visit: paperVisit,
    }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'clockSuspect', 'serviceUnknown', 'serviceNotOffered'),
  }),
  'queue.disturbances': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.array(z.strictObject({ serviceId: id, note: z.string(), promisedOn: date.nullable() })),
    topics: ['queue'],
  }),
  /** A supervisor puts an officer at a counter, wherever she is now. */
  'queue.assignOfficer': command({
    roles: ['pengawas', 'admin'],
    input: atCounter.extend({ staffId: id, takeOver: z.boolean().optional() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'counterUnknown', 'officerUnknown', 'counterTaken', 'counterBusy'),
  }),
  /** A supervisor takes a visitor to another counter. */
  'queue.moveTicket': command({
    roles: ['pengawas', 'admin'],
    input: ofTicket.extend({ fromCounterId: id }),
    output: done,
    refusals: {
      ...onTicket(),
      ...pick(queueRefusals, 'counterOnBreak', 'counterBusy', 'counterDoesNotServe'),
    },
  }),
  /** A note on the visit; its text goes to the vault, the event only says that there is one. Empty text removes it. */
  'queue.note': command({
    roles: counterStaff,
    input: z.strictObject({ ticketId: id, text: line(2000, 0) }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'ticketUnknown'),
  }),

  /** What a station did while it was cut off comes into the main stream. Again: nothing. */
  'queue.mergeBranch': command({
    roles: ['system'],
    input: z.strictObject({
      stationId: id,
      /** The letter of its series. */
      letter: z.string().max(3).nullable(),
      /** The office day of the branch. */
      date,
      /** The tail of a deposed lead: it decided for all counters until the cut. */
      wasLead: z.boolean(),
      /** In their order, also such as were merged before; `data` as its own deciders made it. */
      events: z.array(branchEvent).max(100_000),
    }),
    output: z.strictObject({ merged: z.number().int(), notices: z.number().int() }),
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen'),
  }),
  /** Changes of the office by a lead whose term was over do not count; people are told which. */
  'queue.tellLeftOut': command({
    roles: ['system'],
    input: z.strictObject({
      stationId: id,
      /** In the order in which they were decided there. */
      changes: z
        .array(leftOutChange.extend({ originSeq: z.number().int().min(1) }))
        .min(1)
        .max(500),
    }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen'),
  }),
  /** The last of a branch: this station works with the lead again. When it does already, nothing. */
  'queue.endBranch': command({ roles: ['system'], input: z.strictObject({}), output: done, refusals: pick(queueRefusals, 'dayNotOpen') }),
  /** What people must know after healings, oldest first. */
  'queue.notices': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.array(queueNotice),
    topics: ['queue'],
  }),
  'queue.markNoticeSeen': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({ noticeId: z.string().max(100) }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'noticeUnknown'),
  }),
};

/** What any command on the ticket at a counter may answer. */
function onTicket() {
  return pick(
    queueRefusals,
    'leadUnreachable',
    'dayNotOpen',
    'counterUnknown',
    'counterClosed',
    'notAtCounter',
    'ticketUnknown',
    'ticketNotYours',
    'ticketInOtherState',
  );
}

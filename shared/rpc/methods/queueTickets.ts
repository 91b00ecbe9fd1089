import { z } from 'zod';
import { paperVisit, sheetRow } from '../../domain/book/types.ts';
import { callReason, cancelReason, capacity, placement, priorityGround, visitStep, waitEstimate } from '../../domain/queue/types.ts';
import { id, instant, line } from '../../domain/values.ts';
import { command, pick } from '../define.ts';
import { atCounter, counterStaff, done } from './queueParts.ts';
import { queueRefusals } from './queueRefusals.ts';

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

/** A visitor from her ticket to the end of her visit. */
export const queueTickets = {
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
  'queue.callNext': command({
    roles: counterStaff,
    input: atCounter,
    output: called,
    refusals: { ...whereCalled(), ...pick(queueRefusals, 'nobodyWaiting', 'clockSuspect') },
  }),
  'queue.callTicket': command({
    roles: counterStaff,
    input: ofTicket,
    output: called,
    refusals: {
      ...whereCalled(),
      ...pick(
        queueRefusals,
        'ticketUnknown',
        'ticketAlreadyCalled',
        'ticketNotWaiting',
        'visitorAtOtherCounter',
        'counterDoesNotServe',
        'clockSuspect',
      ),
    },
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
  /** A note on the visit; its text goes to the vault, the event only says that there is one. Empty text removes it. */
  'queue.note': command({
    roles: counterStaff,
    input: z.strictObject({ ticketId: id, text: line(2000, 0) }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'ticketUnknown'),
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
};

/** What any call of a visitor to a counter may answer. */
function whereCalled() {
  return pick(
    queueRefusals,
    'leadUnreachable',
    'callTakenBack',
    'dayNotOpen',
    'counterUnknown',
    'counterClosed',
    'counterOnBreak',
    'notAtCounter',
    'counterBusy',
  );
}

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

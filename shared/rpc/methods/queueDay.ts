import { z } from 'zod';
import { date, id, line } from '../../domain/values.ts';
import { command, pick } from '../define.ts';
import { counterStaff, done } from './queueParts.ts';
import { queueRefusals } from './queueRefusals.ts';

/** The office day, the same for all counters. */
export const queueDay = {
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
  /** Says that a service's system is down (`note`: what everybody may read), or works again. For today. */
  'queue.setDisturbance': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({ serviceId: id, disturbed: z.boolean(), note: line(200, 0), promisedOn: date.nullable().optional() }),
    output: done,
    refusals: pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'clockSuspect', 'serviceUnknown', 'promiseInPast'),
  }),
};

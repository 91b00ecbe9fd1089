import { z } from 'zod';
import { leftOutChange, queueNotice } from '../../domain/queue/mergeEvents.ts';
import { date, id, instant } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { surfaces } from '../roles.ts';
import { counterStaff, done } from './queueParts.ts';
import { queueRefusals } from './queueRefusals.ts';

const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), staffId: id }),
  z.strictObject({ kind: z.literal('device'), surface: z.enum(surfaces) }),
  z.strictObject({ kind: z.literal('system') }),
]);
const branchEvent = z.strictObject({ originSeq: z.number().int(), at: instant, actor, type: z.string(), data: z.looseObject({}) });

/** What stations did while they were cut off, and what people must know of it (decision 0016). */
export const queueHealing = {
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
  /** The host's own: a call that the lead decided just before it reached nobody any more. Where it stands otherwise, nothing. */
  'queue.withdrawCall': command({
    roles: ['system'],
    input: z.strictObject({ ticketId: id }),
    output: z.strictObject({ withdrawn: z.boolean() }),
    refusals: pick(queueRefusals, 'dayNotOpen'),
  }),
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

/** The life of a complaint after it was received (DOMAIN section 4), one command a step. */
import { z } from 'zod';
import { complaintClass, complaintTag, complaintType, level } from '../../domain/complaints/types.ts';
import { bilingual, date, id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { complaintRefusals } from './complaintRefusals.ts';
import { answerProspects, closingOutcome, complaintBrief, deadlineKind, reportChannel } from './complaintViews.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;
const done = z.strictObject({});
const complaint = { complaintId: id };
/** What is written goes to the vault under an id that the window made; the event names the id only. */
const written = { textId: id, text: line(4000) };
const optional = { textId: id, text: line(4000, 0) };

const step = <const Names extends readonly (keyof typeof complaintRefusals)[]>(...names: Names) =>
  pick(complaintRefusals, 'complaintUnknown', 'complaintInOtherStage', 'complaintNotYours', 'textNotStored', ...names);

export const complaintStepMethods = {
  /** Identity, date, chronology and evidence were looked at; the tag says what kind of fault it is. */
  'complaint.verify': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, tag: complaintTag, ...optional }),
    output: done,
    refusals: step(),
  }),
  /** Something is missing; the deadlines that may stand still do so until it came. */
  'complaint.requestCompletion': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, ...written }),
    output: done,
    refusals: step(),
  }),
  'complaint.recordCompletion': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, ...written }),
    output: done,
    refusals: step(),
  }),
  'complaint.assign': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, unitId: id, staffId: id.nullable(), ...optional }),
    output: done,
    refusals: step('unitUnknown', 'assigneeUnknown'),
  }),
  'complaint.note': command({ roles: counterStaff, input: z.strictObject({ ...complaint, ...written }), output: done, refusals: step() }),
  'complaint.recordMeasure': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, ...written }),
    output: done,
    refusals: step(),
  }),
  /** `letterOwed` in the answer: print the letter. */
  'complaint.answer': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, ...written, written: z.boolean() }),
    output: z.strictObject({ letterOwed: z.boolean(), closesOn: date }),
    refusals: step(),
  }),
  'complaint.askComplainant': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, ...written }),
    output: done,
    refusals: step(),
  }),
  /** The complainant replied: to a question, or to the answer. Not satisfied: work goes on. */
  'complaint.recordReply': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, ...written, satisfied: z.boolean() }),
    output: done,
    refusals: step(),
  }),
  'complaint.close': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, outcome: closingOutcome, ...optional }),
    output: done,
    refusals: step(),
  }),
  'complaint.reopen': command({ roles: counterStaff, input: z.strictObject({ ...complaint, ...written }), output: done, refusals: step() }),
  /** Out of our remit: passed on to the right office, never refused. The text names the office and the reason. */
  'complaint.refer': command({ roles: counterStaff, input: z.strictObject({ ...complaint, ...written }), output: done, refusals: step() }),
  'complaint.reclassify': command({
    roles: counterStaff,
    input: z.strictObject({
      ...complaint,
      type: complaintType,
      class: complaintClass,
      categoryId: id.nullable(),
      urgency: level,
      impact: level,
    }),
    output: done,
    refusals: step('categoryUnknown'),
  }),
  'complaint.merge': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({ ...complaint, intoId: id }),
    output: done,
    refusals: step('mergeImpossible'),
  }),
  'complaint.link': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, otherId: id }),
    output: done,
    refusals: step('mergeImpossible'),
  }),
  /** A status report was sent to the complainant; the next one is due after the office's interval. */
  'complaint.recordStatusReport': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaint, channel: reportChannel, ...written }),
    output: done,
    refusals: step(),
  }),
  'complaint.acknowledgeEscalation': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject(complaint),
    output: done,
    refusals: step(),
  }),
  /** A structural problem: recurring complaints with a proposal for a change of SOP. */
  'complaint.proposeStructural': command({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({
      proposalId: id,
      groupKey: z.string().min(1).max(200),
      complaintIds: z.array(id).min(2).max(500),
      text: line(8000),
    }),
    output: done,
    refusals: pick(complaintRefusals, 'complaintUnknown', 'textNotStored'),
  }),
  /** After a recovery that lost events: tracking numbers that may be on receipts are not given again. */
  'complaint.skipNumbers': command({
    roles: ['system'],
    input: z.strictObject({ by: z.number().int().min(1).max(1000) }),
    output: done,
    refusals: {},
  }),
  /** The host's own step when a deadline comes near or was missed. */
  'complaint.watchDeadline': command({
    roles: ['system'],
    input: z.strictObject({ ...complaint, deadline: deadlineKind, level: z.enum(['warned', 'supervisor', 'head']) }),
    output: done,
    refusals: pick(complaintRefusals, 'complaintUnknown'),
  }),
  /** The host's own step: no reply within the office's days after the answer. */
  'complaint.closeUnanswered': command({
    roles: ['system'],
    input: z.strictObject(complaint),
    output: done,
    refusals: pick(complaintRefusals, 'complaintUnknown', 'complaintInOtherStage'),
  }),
  /** Whom a status report is owed, the longest waiting first, with what a ready text needs. */
  'complaint.statusDue': query({
    roles: counterStaff,
    input: z.strictObject({ limit: z.number().int().min(1).max(200) }),
    output: z.array(
      z.strictObject({
        ...complaintBrief.shape,
        dueOn: date,
        lastReportAt: instant.nullable(),
        /** Of those this person may see; `null`: hidden, erased or never given. */
        complainant: z.strictObject({ name: z.string(), phone: z.string(), email: z.string(), address: z.string() }).nullable(),
        /** What can honestly be said of the answer; a date that has passed or stands still is none. */
        prospect: z.enum(answerProspects),
        answerDueOn: date.nullable(),
        officeName: z.string(),
        unitTitle: bilingual(120).nullable(),
      }),
    ),
    topics: ['complaints', 'people', 'office'],
  }),
};

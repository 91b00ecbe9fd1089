/**
 * What the central server asks an office to do. The office's lead decides, as about any other command, with the order's id as
 * the command's: an order that comes twice has one effect. Unknown kinds of a newer server are answered `notUnderstood`.
 */
import { z } from 'zod';
import { complaintTag } from '../domain/complaints/types.ts';
import { holiday, service } from '../domain/office/types.ts';
import { bilingual, date, id, line } from '../domain/values.ts';

const text = { textId: id, text: line(4000) };
const complaint = { complaintId: id };

/** The nine elements of Permenpan 14/2017, each 1–4; null: not answered. */
export const skmAnswers = z.array(z.number().int().min(1).max(4).nullable()).length(9);

export const centralOrder = z.discriminatedUnion('kind', [
  // Units of the agency about a complaint that is theirs.
  z.strictObject({ kind: z.literal('complaint.answer'), ...complaint, ...text }),
  z.strictObject({ kind: z.literal('complaint.recordMeasure'), ...complaint, ...text }),
  z.strictObject({ kind: z.literal('complaint.note'), ...complaint, ...text }),
  z.strictObject({ kind: z.literal('complaint.askComplainant'), ...complaint, ...text }),
  z.strictObject({ kind: z.literal('complaint.verify'), ...complaint, ...text, tag: complaintTag }),
  z.strictObject({ kind: z.literal('complaint.assign'), ...complaint, ...text, unitId: id }),
  // The complainant on the public page.
  z.strictObject({ kind: z.literal('complaint.recordReply'), ...complaint, ...text, satisfied: z.boolean() }),
  z.strictObject({ kind: z.literal('complaint.recordCompletion'), ...complaint, ...text }),
  z.strictObject({ kind: z.literal('complaint.reopen'), ...complaint, ...text }),
  z.strictObject({
    kind: z.literal('service.rate'),
    subject: z.enum(['complaint', 'document']),
    subjectId: id,
    score: z.number().int().min(1).max(5),
    skm: skmAnswers.nullable(),
    textId: id,
    /** May be empty. */
    text: line(2000, 0),
  }),
  // The agency to its offices.
  z.strictObject({ kind: z.literal('announce'), announcementId: id, title: bilingual(120), body: bilingual(2000), until: date }),
  z.strictObject({ kind: z.literal('office.saveService'), service }),
  z.strictObject({ kind: z.literal('office.saveHolidays'), year: z.number().int().min(2020).max(2100), days: z.array(holiday).max(60) }),
  z.strictObject({ kind: z.literal('person.erase'), personId: id }),
]);
export type CentralOrder = z.infer<typeof centralOrder>;
export type OrderKind = CentralOrder['kind'];

/** What is inside sealed texts of an office (JSON); all other kinds of text are plain words. */
import { z } from 'zod';

/** `complaint`: for the unit that answers it. */
export const complaintWords = z.strictObject({
  title: z.string(),
  chronology: z.string(),
  place: z.string(),
  /** Calendar date, or empty. */
  occurredOn: z.string(),
  who: z.string(),
  loss: z.string(),
  settlement: z.string(),
  /** What its attachments are called; missing when there are none, or an older program sent it. */
  files: z.array(z.strictObject({ attachmentId: z.string(), name: z.string() })).optional(),
});
export type ComplaintWords = z.infer<typeof complaintWords>;

/** `contact`: masked name, e.g. `Si*** Ra***`; empty what is not known or not agreed to. */
export const contactWords = z.strictObject({ maskedName: z.string(), email: z.string(), phone: z.string() });
export type ContactWords = z.infer<typeof contactWords>;

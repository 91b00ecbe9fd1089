/** The words of a complaint (DOMAIN section 4). Titles for people stand in the translations, values here never change. */
import { z } from 'zod';

/** Signs and handling of each type stand in `handling.ts`. administratif, pelayanan, teknis, kebijakan, etika. */
export const complaintTypes = ['administrative', 'service', 'technical', 'policy', 'ethics'] as const;
export const complaintType = z.enum(complaintTypes);
export type ComplaintType = z.infer<typeof complaintType>;

/** The tag that verification gives: prosedural, teknis, perilaku petugas. */
export const complaintTags = ['procedural', 'technical', 'behaviour'] as const;
export const complaintTag = z.enum(complaintTags);
export type ComplaintTag = z.infer<typeof complaintTag>;

/** Classes that decide the deadline; the days are configuration (`rules.ts`). */
export const complaintClasses = ['informationRequest', 'aspiration', 'ordinary', 'supervised'] as const;
export const complaintClass = z.enum(complaintClasses);
export type ComplaintClass = z.infer<typeof complaintClass>;

export const complaintChannels = ['counter', 'phone', 'letter', 'email', 'socialMedia', 'lapor'] as const;
export const complaintChannel = z.enum(complaintChannels);
export type ComplaintChannel = z.infer<typeof complaintChannel>;

export const levels = ['low', 'medium', 'high'] as const;
export const level = z.enum(levels);
export type Level = z.infer<typeof level>;

/** mendesak, sedang, rendah: from urgency × public impact. */
export const complaintPriorities = ['urgent', 'medium', 'low'] as const;
export const complaintPriority = z.enum(complaintPriorities);
export type ComplaintPriority = z.infer<typeof complaintPriority>;

/** The stages of a complaint's life; `waiting` (ditunda: incomplete) and `referred` stand beside the line. */
export const complaintStages = [
  'received',
  'verified',
  'assigned',
  'inProgress',
  'answered',
  'closed',
  'waiting',
  'referred',
  'reopened',
  'merged',
] as const;
export const complaintStage = z.enum(complaintStages);
export type ComplaintStage = z.infer<typeof complaintStage>;

/** Bytes of one attachment at most. */
export const maxAttachmentBytes = 10 * 1024 * 1024;
export const maxAttachments = 10;
/** Recognised by content, never by name. */
export const attachmentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const attachmentType = z.enum(attachmentTypes);
export type AttachmentType = z.infer<typeof attachmentType>;

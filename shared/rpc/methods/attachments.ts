/**
 * Attachments in chunks, so that no message is large. The type is recognised by content; photographs lose what they tell
 * about place and device; what is stored is sealed. Read back by who may see the complaint, or by the draft's owner.
 */
import { z } from 'zod';
import { attachmentReference } from '../../domain/complaints/form.ts';
import { maxAttachmentBytes } from '../../domain/complaints/types.ts';
import { id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { stationLabel } from './lead.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;
/** Base64 of at most 384 KiB. */
export const chunkBytes = 384 * 1024;
const chunk = z
  .string()
  .max(Math.ceil(chunkBytes / 3) * 4)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/u);

export const attachmentRefusals = {
  attachmentTooLarge: z.strictObject({ most: z.number().int() }),
  attachmentTypeUnknown: z.strictObject({}),
  /** Begins like a picture or PDF but cannot be read as one. */
  attachmentDamaged: z.strictObject({}),
  attachmentUnknown: z.strictObject({}),
  /** Its file is not at this station yet. */
  attachmentOnItsWay: z.strictObject({
    /** Which gives it now; if none can, which took it in. */
    station: stationLabel,
    /** It comes now: ask again, each time the host waits a moment for it. */
    isComing: z.boolean(),
    /** Bytes that are here, and of the whole. */
    received: z.number().int(),
    bytes: z.number().int(),
    /** The disk of this station takes nothing. */
    diskProblem: z.enum(['full', 'failed']).nullable(),
  }),
  /** Chunks came out of order or the upload was forgotten (a restart): begin again. */
  uploadUnknown: z.strictObject({}),
  tooManyAttachments: z.strictObject({ most: z.number().int() }),
  scannerFolderMissing: z.strictObject({}),
  draftNotYours: z.strictObject({}),
};

export const attachmentMethods = {
  /** Announces an upload into a draft (`draftId` is the later complaint's id). */
  'attachment.begin': command({
    roles: counterStaff,
    input: z.strictObject({ attachmentId: id, draftId: id, name: line(200), bytes: z.number().int().min(1).max(2_000_000_000) }),
    output: z.strictObject({ chunkBytes: z.number().int() }),
    refusals: pick(attachmentRefusals, 'attachmentTooLarge', 'tooManyAttachments', 'draftNotYours'),
  }),
  'attachment.chunk': command({
    roles: counterStaff,
    input: z.strictObject({ attachmentId: id, offset: z.number().int().min(0).max(maxAttachmentBytes), data: chunk }),
    output: z.strictObject({ received: z.number().int() }),
    refusals: pick(attachmentRefusals, 'uploadUnknown', 'attachmentTooLarge'),
  }),
  /** Checks, cleans, seals and stores it; on disk when answered. */
  'attachment.finish': command({
    roles: counterStaff,
    input: z.strictObject({ attachmentId: id }),
    output: attachmentReference,
    refusals: pick(
      attachmentRefusals,
      'uploadUnknown',
      'attachmentUnknown',
      'attachmentTypeUnknown',
      'attachmentDamaged',
      'tooManyAttachments',
    ),
  }),
  'attachment.remove': command({
    roles: counterStaff,
    input: z.strictObject({ attachmentId: id, draftId: id }),
    output: z.strictObject({}),
    refusals: pick(attachmentRefusals, 'draftNotYours'),
  }),
  /** A part of an attachment; `data` is empty at its end. Waits some seconds for a file that another station has. */
  'attachment.read': query({
    roles: counterStaff,
    input: z.strictObject({ attachmentId: id, offset: z.number().int().min(0).max(maxAttachmentBytes) }),
    output: z.strictObject({ ...attachmentReference.shape, data: chunk }),
    refusals: pick(attachmentRefusals, 'attachmentUnknown', 'attachmentDamaged', 'attachmentOnItsWay'),
    topics: [],
  }),
  /** What lies in the scanner's folder, newest first. */
  'attachment.scanned': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.array(z.strictObject({ fileName: z.string(), bytes: z.number().int(), at: instant })),
    refusals: pick(attachmentRefusals, 'scannerFolderMissing'),
    topics: ['drafts'],
  }),
  'attachment.takeScanned': command({
    roles: counterStaff,
    input: z.strictObject({ attachmentId: id, draftId: id, fileName: z.string().min(1).max(255) }),
    output: attachmentReference,
    refusals: pick(
      attachmentRefusals,
      'scannerFolderMissing',
      'attachmentUnknown',
      'attachmentTooLarge',
      'attachmentTypeUnknown',
      'attachmentDamaged',
      'tooManyAttachments',
      'draftNotYours',
    ),
  }),
};

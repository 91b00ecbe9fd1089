/**
 * How a station gets the sealed files of attachments that it lacks (decision 22), beside events and rows on the same link.
 *
 * 1. It asks one other station at a time for one part of one file (`wantFile`), by the attachment's id. What its own vault does not
 *    name it never asks for; where a file lies is nobody else's to say.
 * 2. The other answers with `filePart`, or with `noFile` when it has it not (any more). It lets events go first.
 * 3. A file counts when its length and its SHA-256 are those of its name. Who gave one that is not is not asked for it for a while.
 * 4. Whoever has got one says so to all (`gotFile`): who was told `noFile` before asks again.
 * 5. A question that is not answered within `answerMs` goes to another station, for the part that comes next.
 */
import { z } from 'zod';
import { id } from '../../../../shared/domain/values.ts';

/** Bytes of a part: on a slow link it keeps an event behind it waiting for some milliseconds only. A multiple of three. */
export const partBytes = 48 * 1024;
/** Between two parts, so that the office's work goes first; a person who waits for a file does not wait for this. */
export const pauseMs = 10;
export const answerMs = 5000;

const count = z.number().int().min(0);

export const wantFile = z.strictObject({ t: z.literal('wantFile'), n: count, attachmentId: id, offset: count });
/** `bytes`: of the whole file, `data`: base64. */
export const filePart = z.strictObject({
  t: z.literal('filePart'),
  n: count,
  offset: count,
  bytes: count,
  data: z.base64().max((partBytes / 3) * 4),
});
export const noFile = z.strictObject({ t: z.literal('noFile'), n: count });
export const gotFile = z.strictObject({ t: z.literal('gotFile'), attachmentId: id });

export type WantFile = z.infer<typeof wantFile>;
export type FilePart = z.infer<typeof filePart>;
export type NoFile = z.infer<typeof noFile>;

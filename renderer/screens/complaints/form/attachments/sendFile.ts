import type { AttachmentReference } from '../../../../../shared/domain/complaints/form.ts';
import type { RpcClient } from '../../../../../shared/rpc/client.ts';
import { cleanLine } from '../../../../ui/cleaning.ts';
import { nameOf, type UploadProblem } from './useUploads.ts';

interface Request {
  readonly draftId: string;
  readonly attachmentId: string;
  readonly file: File;
}

export type Sent =
  | { readonly kind: 'attached'; readonly reference: AttachmentReference }
  | { readonly kind: 'problem'; readonly problem: UploadProblem }
  /** The person broke it off. */
  | { readonly kind: 'broken' };

const problemOf: Readonly<Record<string, UploadProblem>> = {
  attachmentTooLarge: 'tooLarge',
  attachmentTypeUnknown: 'wrongType',
  attachmentDamaged: 'unreadable',
  tooManyAttachments: 'full',
};
type Reply = { readonly kind: 'refused'; readonly refusal: { readonly type: string } } | { readonly kind: 'failed' };
const problem = (reply: Reply): Sent => ({
  kind: 'problem',
  problem: reply.kind === 'refused' ? (problemOf[reply.refusal.type] ?? 'failed') : 'failed',
});

/**
 * Sends a file in chunks and asks the host to check, clean and store it.
 * @param onProgress hears how much is sent, 0 … 1, and answers whether to go on
 */
export async function sendFile(
  client: RpcClient,
  { draftId, attachmentId, file }: Request,
  onProgress: (sent: number) => boolean,
): Promise<Sent> {
  const begun = await client.command('attachment.begin', { attachmentId, draftId, name: cleanLine(nameOf(file)), bytes: file.size });
  if (begun.kind !== 'done') return problem(begun);
  const { chunkBytes } = begun.output;
  for (let offset = 0; offset < file.size; offset += chunkBytes) {
    if (!onProgress(offset / file.size)) {
      await client.command('attachment.remove', { attachmentId, draftId });
      return { kind: 'broken' };
    }
    const data = await base64Of(file.slice(offset, offset + chunkBytes));
    if (data === null) return { kind: 'problem', problem: 'unreadable' };
    const sent = await client.command('attachment.chunk', { attachmentId, offset, data });
    if (sent.kind !== 'done') return problem(sent);
  }
  onProgress(1);
  const finished = await client.command('attachment.finish', { attachmentId });
  return finished.kind === 'done' ? { kind: 'attached', reference: finished.output } : problem(finished);
}

/** `null`: the file is gone or cannot be read any more (a stick that was pulled out). */
function base64Of(part: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/u, '') : null));
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(part);
  });
}

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { detectType } from '../../../shared/domain/complaints/detectType.ts';
import type { AttachmentType } from '../../../shared/domain/complaints/types.ts';
import { id } from '../../../shared/domain/values.ts';
import { SealedForAnotherError } from '../../../sync/seal.ts';
import { FileDamagedError, filesOf, type OpenedFile, openFile } from '../../files/files.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { contentDisposition, savedName } from '../fileNames.ts';
import { fileNamesIn, readTexts } from '../openTexts.ts';
import { unreadableFile } from '../pages/attachments.ts';
import { sealedTexts } from '../queries/complaints.ts';
import { mayRead } from '../roles.ts';
import { ofAddress } from './complaints.ts';

export const attachmentRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/pengaduan/:office/:complaint/lampiran/:attachment', access: { roles: ['admin', 'pejabat'] }, handle: show },
];

const params = z.object({ attachment: id });

/** Whoever may read the complaint's words may open its attachments, and it is recorded before anything of them goes out. */
async function show(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request } = context;
  const asked = params.safeParse(request.params);
  const address = asked.success ? await ofAddress(context) : null;
  if (!asked.success || address === null || !mayRead(user, address.found)) return context.notFound();
  const { officeId } = address.office;
  const { complaintId, number } = address.found.complaint;
  const { attachment: attachmentId } = asked.data;
  const known = await services.db.inOffices([officeId, agency.officeId], async (tx) => {
    const files = await filesOf(tx, officeId, complaintId, services.now());
    const index = files.findIndex((file) => file.attachmentId === attachmentId && file.state.is === 'here');
    if (index === -1) return null;
    await context.record(tx, { what: 'attachmentOpened', officeId, subject: number, detail: `${index + 1} (${attachmentId})` });
    return { index, sealed: await sealedTexts(tx, officeId, complaintId) };
  });
  if (known === null) return context.notFound();
  const opened = await openOrWhyNot(context, officeId, attachmentId);
  if (opened === 'damaged' || opened === 'unreadable') return unreadableFile(context, address, opened);
  if (opened === null || opened.subjectId !== complaintId) return context.notFound();
  const words = known.sealed.filter(({ kind }) => kind === 'complaint');
  const name = fileNamesIn(await readTexts(services, agency.officeId, words)).get(attachmentId);
  return send(context, opened.bytes, name ?? null, `${number}-${context.words.files.nth(known.index + 1).replace(' ', '-')}`);
}

async function openOrWhyNot(
  { services, agency, request }: UserContext,
  officeId: string,
  attachmentId: string,
): Promise<OpenedFile | 'damaged' | 'unreadable' | null> {
  const told = { requestId: request.id, officeId, attachmentId };
  try {
    return await openFile(services, agency.officeId, officeId, attachmentId);
  } catch (error) {
    if (error instanceof FileDamagedError) {
      services.log.error({ err: error, ...told }, 'an attachment is damaged');
      return 'damaged';
    }
    if (!(error instanceof SealedForAnotherError)) throw error;
    services.log.warn({ err: error, ...told }, 'an attachment of an office does not open');
    return 'unreadable';
  }
}

/**
 * What a file may do in the browser of whoever opens it: be looked at. A browser's viewer of PDF does not start in a sandbox, and
 * needs none: it is no page of ours and runs nothing in its name.
 */
const policies: Readonly<Record<'picture' | 'pdf' | 'other', string>> = {
  picture: "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'",
  pdf: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  other: "sandbox; default-src 'none'; frame-ancestors 'none'",
};
const policyOf = (type: AttachmentType | null): string =>
  policies[type === null ? 'other' : type === 'application/pdf' ? 'pdf' : 'picture'];

/** The type is told by the content alone, not by whoever sent it. */
function send({ reply }: UserContext, bytes: Buffer, name: string | null, otherwise: string): FastifyReply {
  const type = detectType(bytes);
  return reply
    .code(200)
    .type(type ?? 'application/octet-stream')
    .header('content-disposition', contentDisposition(type === null ? 'attachment' : 'inline', savedName(name, otherwise, type)))
    .header('content-security-policy', policyOf(type))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(bytes);
}

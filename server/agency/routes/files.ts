/** An attachment of a complaint, for who may read its words. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { attachmentType } from '../../../shared/domain/complaints/types.ts';
import { id } from '../../../shared/domain/values.ts';
import { SealedForAnotherError } from '../../../sync/seal.ts';
import { filesOf, openFile, type OpenedFile } from '../../files/files.ts';
import { complaintOfAddress } from '../complaintOfAddress.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { fileUnreadable } from '../pages/files.ts';
import { mayRead } from '../roles.ts';

export const fileRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/pengaduan/:office/:complaint/lampiran/:file', access: { roles: ['admin', 'pejabat'] }, handle: sendFile },
];

const params = z.object({ file: id });

async function sendFile(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request, reply } = context;
  const address = params.safeParse(request.params);
  const complaint = await complaintOfAddress(context);
  if (!address.success || complaint === null || !mayRead(user, complaint.found)) return context.notFound();
  const attachmentId = address.data.file;
  const { office, found } = complaint;
  const { complaintId, number } = found.complaint;
  const place = await services.db.inOffices([office.officeId, agency.officeId], async (tx) => {
    const files = await filesOf(tx, office.officeId, complaintId);
    const at = files.findIndex((file) => file.attachmentId === attachmentId && file.arrivedAt !== null);
    // Committed before it is given out: nobody reads unrecorded.
    if (at >= 0) await context.record(tx, { what: 'fileRead', officeId: office.officeId, subject: number, detail: attachmentId });
    return at;
  });
  if (place < 0) return context.notFound();
  let file;
  try {
    file = await openFile(services, agency.officeId, office.officeId, attachmentId);
  } catch (error) {
    if (!(error instanceof SealedForAnotherError)) throw error;
    services.log.warn({ err: error, officeId: office.officeId, attachmentId }, 'an attachment does not open');
    return fileUnreadable(context, complaint);
  }
  return file === null ? context.notFound() : send(reply, file, `lampiran-${number.replaceAll(/[^\w-]/gu, '-')}-${place + 1}`);
}

const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' } as const;

/**
 * What a citizen attached is nobody's page: pictures are shown and can do nothing, everything else is only saved. A PDF can run
 * script, and browsers show none in a sandbox.
 */
function send(reply: FastifyReply, { bytes, mediaType }: OpenedFile, name: string): FastifyReply {
  const known = attachmentType.safeParse(mediaType).data;
  const manner = known?.startsWith('image/') === true ? 'inline' : 'attachment';
  const extension = known === undefined ? 'bin' : extensions[known];
  return reply
    .type(known ?? 'application/octet-stream')
    .header('content-disposition', `${manner}; filename="${name}.${extension}"`)
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(bytes);
}

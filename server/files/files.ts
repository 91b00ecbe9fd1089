/** Attachments that are here: for the agency's pages, and their end. */
import { fileLabel } from '../../shared/sync/protocol.ts';
import { splitFile } from '../../sync/fileSeal.ts';
import type { Tx } from '../database/database.ts';
import { officeById } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import { readParts } from './store.ts';

export interface OpenedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** The complaint that it belongs to: whoever may read that may read this. */
  readonly subjectId: string;
}

/** A file as the office attached it; `null`: it is not here, not whole, erased, or of another agency's office. */
export async function openFile(
  { db, secrets }: Pick<ServerServices, 'db' | 'secrets'>,
  agencyId: string,
  officeId: string,
  attachmentId: string,
): Promise<OpenedFile | null> {
  if ((await officeById(db, officeId))?.agencyId !== agencyId) return null;
  const found = await db.inOffice(officeId, async (tx) => {
    const { rows } = await tx.query<{ subject_id: string; media_type: string; key_id: string }>(
      `SELECT subject_id, media_type, key_id FROM file_upload
       WHERE office_id = $1 AND attachment_id = $2 AND finished_at IS NOT NULL AND erased_at IS NULL`,
      [officeId, attachmentId],
    );
    return rows[0] === undefined ? null : { row: rows[0], sealed: Buffer.concat(await readParts(tx, officeId, attachmentId)) };
  });
  if (found === null) return null;
  const { row, sealed } = found;
  const bytes = await secrets.open(agencyId, fileLabel(attachmentId), { keyId: row.key_id, ...splitFile(sealed) });
  return { bytes, mediaType: row.media_type, subjectId: row.subject_id };
}

/** Files of a complaint that are whole, oldest first. */
export async function filesOf(
  tx: Tx,
  officeId: string,
  subjectId: string,
): Promise<readonly { readonly attachmentId: string; readonly mediaType: string; readonly bytes: number }[]> {
  const { rows } = await tx.query<{ attachment_id: string; media_type: string; bytes: number }>(
    `SELECT attachment_id, media_type, bytes FROM file_upload
     WHERE office_id = $1 AND subject_id = $2 AND finished_at IS NOT NULL AND erased_at IS NULL ORDER BY created_at, attachment_id`,
    [officeId, subjectId],
  );
  return rows.map((row) => ({ attachmentId: row.attachment_id, mediaType: row.media_type, bytes: row.bytes }));
}

/** Throws away what is here of these attachments, and of all attachments of these complaints; they are not taken again. */
export async function eraseFiles(tx: Tx, officeId: string, ids: readonly string[]): Promise<void> {
  const { rows } = await tx.query<{ attachment_id: string }>(
    `UPDATE file_upload SET erased_at = now(), received = 0 WHERE office_id = $1 AND (attachment_id = ANY ($2::uuid[]) OR subject_id = ANY ($2::uuid[]))
     RETURNING attachment_id`,
    [officeId, ids],
  );
  if (rows.length === 0) return;
  await tx.query('DELETE FROM file_part WHERE office_id = $1 AND attachment_id = ANY ($2::uuid[])', [
    officeId,
    rows.map(({ attachment_id: attachmentId }) => attachmentId),
  ]);
}

/** Attachments that are here: for the agency's pages, and their end. */
import { hash } from 'node:crypto';
import { fileLabel } from '../../shared/sync/protocol.ts';
import { sealedFileExtra, splitFile } from '../../sync/fileSeal.ts';
import type { Tx } from '../database/database.ts';
import { officeById } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import { readParts, uploadValidMs } from './store.ts';

export interface OpenedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** The complaint that it belongs to: whoever may read that may read this. */
  readonly subjectId: string;
}

/** What is stored here is not what arrived. */
export class FileDamagedError extends Error {
  override readonly name = 'FileDamagedError';
}

/**
 * A file as the office attached it; `null`: it is not here, not whole, erased, or of another agency's office.
 * @throws FileDamagedError, SealedForAnotherError (no key of the agency opens it)
 */
export async function openFile(
  { db, secrets }: Pick<ServerServices, 'db' | 'secrets'>,
  agencyId: string,
  officeId: string,
  attachmentId: string,
): Promise<OpenedFile | null> {
  if ((await officeById(db, officeId))?.agencyId !== agencyId) return null;
  const found = await db.inOffice(officeId, async (tx) => {
    const { rows } = await tx.query<{ subject_id: string; media_type: string; key_id: string; sha256: Buffer }>(
      `SELECT subject_id, media_type, key_id, sha256 FROM file_upload
       WHERE office_id = $1 AND attachment_id = $2 AND finished_at IS NOT NULL AND erased_at IS NULL`,
      [officeId, attachmentId],
    );
    return rows[0] === undefined ? null : { row: rows[0], sealed: Buffer.concat(await readParts(tx, officeId, attachmentId)) };
  });
  if (found === null) return null;
  const { row, sealed } = found;
  if (!hash('sha256', sealed, 'buffer').equals(row.sha256)) throw new FileDamagedError(`${sealed.length} bytes are not what arrived`);
  const bytes = await secrets.open(agencyId, fileLabel(attachmentId), { keyId: row.key_id, ...splitFile(sealed) });
  return { bytes, mediaType: row.media_type, subjectId: row.subject_id };
}

export type FileState =
  | { readonly is: 'here'; readonly arrivedAt: number }
  /** A part of it is here, 0–99 percent. */
  | { readonly is: 'arriving'; readonly percent: number }
  /** The office named it with the complaint; nothing of it is here. */
  | { readonly is: 'announced' }
  | { readonly is: 'erased' };

export interface ComplaintFile {
  readonly attachmentId: string;
  readonly mediaType: string;
  /** As it was attached. */
  readonly bytes: number;
  readonly state: FileState;
}

interface Row {
  attachment_id: string;
  media_type: string;
  bytes: number;
  received: number | null;
  sealed_bytes: number | null;
  begun_at: Date | null;
  finished_at: Date | null;
  erased_at: Date | null;
}

/** Files of a complaint, as the officer attached them: those that its events name, and those that came. */
export async function filesOf(tx: Tx, officeId: string, complaintId: string, now: number): Promise<readonly ComplaintFile[]> {
  const { rows } = await tx.query<Row>(
    `SELECT attachment_id, coalesce(came.media_type, named.media_type) AS media_type, coalesce(named.bytes, came.bytes - $3) AS bytes,
       came.received, came.bytes AS sealed_bytes, came.created_at AS begun_at, came.finished_at,
       coalesce(came.erased_at, named.erased_at) AS erased_at
     FROM (SELECT * FROM complaint_file WHERE office_id = $1 AND complaint_id = $2) named
     FULL JOIN (SELECT * FROM file_upload WHERE office_id = $1 AND subject_id = $2) came USING (office_id, attachment_id)
     ORDER BY named.place NULLS LAST, came.created_at, attachment_id`,
    [officeId, complaintId, sealedFileExtra],
  );
  return rows.map((row) => ({
    attachmentId: row.attachment_id,
    mediaType: row.media_type,
    bytes: Math.max(0, row.bytes),
    state: stateOf(row, now),
  }));
}

function stateOf(
  { received, sealed_bytes: all, begun_at: begunAt, finished_at: finishedAt, erased_at: erasedAt }: Row,
  now: number,
): FileState {
  if (erasedAt !== null) return { is: 'erased' };
  if (finishedAt !== null) return { is: 'here', arrivedAt: finishedAt.getTime() };
  // What nobody goes on with is forgotten (server/files/store.ts).
  if (received === null || all === null || begunAt === null || now - begunAt.getTime() > uploadValidMs) return { is: 'announced' };
  return { is: 'arriving', percent: Math.floor((received * 100) / all) };
}

/** Throws away what is here of these attachments, and of all attachments of these complaints; they are not taken again. */
export async function eraseFiles(tx: Tx, officeId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE complaint_file SET erased_at = now()
     WHERE office_id = $1 AND (complaint_id = ANY ($2::uuid[]) OR attachment_id = ANY ($2::uuid[])) AND erased_at IS NULL`,
    [officeId, ids],
  );
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

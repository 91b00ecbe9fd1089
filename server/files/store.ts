/** Where uploads lie: PostgreSQL, so that any server process goes on with any upload. One request writes one part, whole. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { fileMetadata, maxFileBytes } from '../../shared/sync/protocol.ts';
import type { Tx } from '../database/database.ts';
import type { ServerServices } from '../services.ts';

/** An upload that is not finished is forgotten after this; the office then begins anew. */
export const uploadValidMs = 7 * 24 * 60 * 60 * 1000;

/** Not part of tus 1.0's core; its checksum extension answers so. */
export const checksumMismatch = { status_code: 460, body: 'the content is not what its hash says; it was thrown away\n' };
const badMetadata = { status_code: 400, body: 'the metadata of the upload cannot be read\n' };

/** Uploads are named by office and attachment; the office comes from the signature, never from the address. */
export const uploadId = (officeId: string, attachmentId: string): string => `${officeId}/${attachmentId}`;
const partsOf = (name: string): readonly [officeId: string, attachmentId: string] => {
  const [officeId = '', attachmentId = ''] = name.split('/');
  return [officeId, attachmentId];
};

interface Row {
  subject_id: string;
  media_type: string;
  key_id: string;
  sha256: Buffer;
  bytes: number;
  received: number;
  created_at: Date;
  finished_at: Date | null;
  erased_at: Date | null;
}

export function createFileStore({ db, now }: Pick<ServerServices, 'db' | 'now'>): DataStore {
  const isExpired = ({ finished_at: finishedAt, created_at: createdAt }: Row) =>
    finishedAt === null && now() - createdAt.getTime() > uploadValidMs;

  const create = async (upload: Upload): Promise<Upload> => {
    const [officeId, attachmentId] = partsOf(upload.id);
    const metadata = fileMetadata.safeParse(upload.metadata);
    if (!metadata.success || metadata.data.attachmentId !== attachmentId) throw badMetadata;
    const { subjectId, mediaType, keyId, sha256 } = metadata.data;
    const bytes = upload.size ?? 0;
    if (bytes < 1 || bytes > maxFileBytes) throw ERRORS.ERR_MAX_SIZE_EXCEEDED;
    await db.inOffice(officeId, async (tx) => {
      await dropExpired(tx, officeId, now());
      const known = await read(tx, officeId, attachmentId);
      if (known?.erased_at !== undefined && known.erased_at !== null) throw ERRORS.FILE_NO_LONGER_EXISTS;
      // What is whole stays; what is the same goes on where it stands.
      if (known !== null && (known.finished_at !== null || (known.sha256.toString('hex') === sha256 && known.bytes === bytes))) return;
      if (known !== null) await drop(tx, officeId, attachmentId);
      await tx.query(
        `INSERT INTO file_upload (office_id, attachment_id, subject_id, media_type, key_id, sha256, bytes, received, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8) ON CONFLICT DO NOTHING`,
        [officeId, attachmentId, subjectId, mediaType, keyId, Buffer.from(sha256, 'hex'), bytes, new Date(now())],
      );
    });
    return upload;
  };

  const getUpload = async (name: string): Promise<Upload> => {
    const [officeId, attachmentId] = partsOf(name);
    const row = await db.inOffice(officeId, (tx) => read(tx, officeId, attachmentId));
    if (row === null) throw ERRORS.FILE_NOT_FOUND;
    if (row.erased_at !== null || isExpired(row)) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return toUpload(name, attachmentId, row);
  };

  const write = async (stream: Readable, name: string, offset: number): Promise<number> => {
    const [officeId, attachmentId] = partsOf(name);
    const content = Buffer.concat(await stream.toArray());
    const taken = await db.inOffice(officeId, async (tx) => {
      const row = await read(tx, officeId, attachmentId, 'FOR UPDATE');
      if (row === null || row.erased_at !== null) throw ERRORS.FILE_NOT_FOUND;
      // Another process may have taken the same part meanwhile.
      if (row.received !== offset || row.finished_at !== null) throw ERRORS.INVALID_OFFSET;
      if (offset + content.length > row.bytes) throw ERRORS.ERR_SIZE_EXCEEDED;
      await tx.query('INSERT INTO file_part (office_id, attachment_id, first_byte, content) VALUES ($1, $2, $3, $4)', [
        officeId,
        attachmentId,
        offset,
        content,
      ]);
      const received = offset + content.length;
      if (received === row.bytes && !(await isWhole(tx, officeId, attachmentId, row.sha256))) {
        await drop(tx, officeId, attachmentId);
        return null;
      }
      await tx.query('UPDATE file_upload SET received = $3, finished_at = $4 WHERE office_id = $1 AND attachment_id = $2', [
        officeId,
        attachmentId,
        received,
        received === row.bytes ? new Date(now()) : null,
      ]);
      return received;
    });
    if (taken === null) throw checksumMismatch;
    return taken;
  };

  return Object.assign(new DataStore(), {
    extensions: ['creation', 'expiration'],
    create,
    getUpload,
    write,
    getExpiration: () => uploadValidMs,
    // Of each office when it sends the next one.
    deleteExpired: async () => 0,
  });
}

async function read(tx: Tx, officeId: string, attachmentId: string, lock = ''): Promise<Row | null> {
  const { rows } = await tx.query<Row>(
    `SELECT subject_id, media_type, key_id, sha256, bytes, received, created_at, finished_at, erased_at
     FROM file_upload WHERE office_id = $1 AND attachment_id = $2 ${lock}`,
    [officeId, attachmentId],
  );
  return rows[0] ?? null;
}

function toUpload(name: string, attachmentId: string, row: Row): Upload {
  const upload = new Upload({
    id: name,
    size: row.bytes,
    offset: row.received,
    metadata: {
      attachmentId,
      subjectId: row.subject_id,
      mediaType: row.media_type,
      keyId: row.key_id,
      sha256: row.sha256.toString('hex'),
    },
  });
  // The library lets whatever has a date end, also what is finished.
  upload.creation_date = row.finished_at === null ? row.created_at.toISOString() : undefined;
  return upload;
}

async function isWhole(tx: Tx, officeId: string, attachmentId: string, sha256: Buffer): Promise<boolean> {
  const hash = createHash('sha256');
  for (const part of await readParts(tx, officeId, attachmentId)) hash.update(part);
  return hash.digest().equals(sha256);
}

/** The bytes of a file in their order. */
export async function readParts(tx: Tx, officeId: string, attachmentId: string): Promise<readonly Buffer[]> {
  const { rows } = await tx.query<{ content: Buffer }>(
    'SELECT content FROM file_part WHERE office_id = $1 AND attachment_id = $2 ORDER BY first_byte',
    [officeId, attachmentId],
  );
  return rows.map(({ content }) => content);
}

async function drop(tx: Tx, officeId: string, attachmentId: string): Promise<void> {
  for (const table of ['file_part', 'file_upload'])
    await tx.query(`DELETE FROM ${table} WHERE office_id = $1 AND attachment_id = $2`, [officeId, attachmentId]);
}

async function dropExpired(tx: Tx, officeId: string, now: number): Promise<void> {
  const { rows } = await tx.query<{ attachment_id: string }>(
    'SELECT attachment_id FROM file_upload WHERE office_id = $1 AND finished_at IS NULL AND erased_at IS NULL AND created_at < $2 FOR UPDATE SKIP LOCKED',
    [officeId, new Date(now - uploadValidMs)],
  );
  for (const { attachment_id: attachmentId } of rows) await drop(tx, officeId, attachmentId);
}

/**
 * Attachments of drafts and complaints. A file is stored sealed under a key of its own, named by the SHA-256 of the sealed
 * bytes: anybody can check that it is whole, nobody can tell what it is (decision 14). Key and original name are a note of
 * the vault under the attachment's id, so erasing the note makes every copy of the file unreadable.
 *
 * Order: file on disk, then the note, then the row. What a crash left without a row is removed at the next start.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AttachmentReference } from '../../../shared/domain/complaints/form.ts';
import { detectType } from '../../../shared/domain/complaints/detectType.ts';
import { maxAttachmentBytes, maxAttachments } from '../../../shared/domain/complaints/types.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { writeDurably } from '../database/durableFile.ts';
import type { Ports } from '../ports.ts';
import { seal, unseal } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import { attachmentDirectory, fileOfName, filesIn, namedInVaults, partName } from '../vault/attachmentFiles.ts';
import { cleaned } from './mediaType.ts';

export interface Attachments {
  /** Checks, cleans, seals and stores a whole file; on disk when it returns. */
  store(file: NewFile): Result<AttachmentReference, StoreRefusal>;
  /** Whose it is: the draft's or complaint's id; `null`: there is none. */
  ownerOf(attachmentId: string): string | null;
  countOf(ownerId: string): number;
  /** Name, type and content; `null`: erased. @throws AttachmentDamagedError when the file is missing or changed. */
  read(attachmentId: string): { readonly reference: AttachmentReference; readonly content: Buffer } | null;
  remove(attachmentId: string): void;
  idsOf(ownerId: string): readonly string[];
  /** Name and type of all that are its own, in the order in which they came; their files are not looked at. */
  referencesOf(ownerId: string): readonly AttachmentReference[];
  /** Removes the files whose key was destroyed. @returns how many. */
  dropKeyless(): number;
  /** At start: attachments of drafts typed here that nobody keeps, files whose key was destroyed or that a crash left; @returns how many were removed. */
  sweep(isKept: (attachmentId: string, ownerId: string) => boolean): number;
  readonly directory: string;
}

export type StoreRefusal =
  | { readonly type: 'attachmentTypeUnknown' }
  | { readonly type: 'attachmentDamaged' }
  | { readonly type: 'attachmentUnknown' };

export interface NewFile {
  readonly attachmentId: string;
  readonly ownerId: string;
  readonly staffId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export const tooLarge = { type: 'attachmentTooLarge', most: maxAttachmentBytes } as const;
export const tooMany = { type: 'tooManyAttachments', most: maxAttachments } as const;

/** The stored file is not what was stored. */
export class AttachmentDamagedError extends Error {
  override readonly name = 'AttachmentDamagedError';
}

/** What stands in the vault under an attachment's id. */
export interface AttachmentSecret extends Omit<AttachmentReference, 'attachmentId'> {
  /** Base64. */
  readonly key: string;
}

export function createAttachments(dataDir: string, vault: Vault, ports: Ports): Attachments {
  const directory = attachmentDirectory(dataDir);
  const { db } = vault;
  const select = db.prepare<[string], { owner_id: string; file: string }>('SELECT owner_id, file FROM attachment WHERE id = ?');
  const insert = db.prepare('INSERT INTO attachment (id, owner_id, staff_id, file) VALUES (?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM attachment WHERE id = ?');
  const owned = db.prepare<[string], { id: string }>('SELECT id FROM attachment WHERE owner_id = ? ORDER BY id');
  // Of a draft that was typed here: whether one of another station is kept is that station's to know.
  const typedHere = db.prepare<[], { id: string; owner_id: string }>(
    'SELECT id, owner_id FROM attachment WHERE owner_id IN (SELECT id FROM draft)',
  );
  const keyless = db.prepare<[], { id: string; station: string }>(
    `SELECT id, coalesce((SELECT station FROM shared_row WHERE kind = 'attachment' AND shared_row.id = attachment.id), '') AS station
     FROM attachment WHERE id NOT IN (SELECT id FROM note)`,
  );
  const labelOf = (id: string) => `attachment:${id}`;
  const fileOf = (name: string) => join(directory, name);

  const remove = (attachmentId: string) => {
    const row = select.get(attachmentId);
    if (vault.holds('note', attachmentId)) vault.putNote(attachmentId, '');
    if (row === undefined) return;
    drop.run(attachmentId);
    for (const name of [row.file, partName(row.file)]) rmSync(fileOf(name), { force: true });
  };
  /** Key and row come from another station together, but only an erasure proves that a key will never come. */
  const removeKeyless = () => {
    const gone = keyless.all().filter(({ id, station }) => station === '' || vault.isErased('note', id));
    for (const { id } of gone) remove(id);
    return gone.length;
  };

  return {
    directory,
    store({ attachmentId, ownerId, staffId, name, bytes }) {
      const mediaType = detectType(bytes);
      if (mediaType === null) return refuse({ type: 'attachmentTypeUnknown' });
      const content = cleaned(mediaType, bytes);
      if (content === null) return refuse({ type: 'attachmentDamaged' });
      // An id is used once: what stands under it is never replaced.
      if (select.get(attachmentId) !== undefined || vault.holds('note', attachmentId) || vault.isErased('note', attachmentId))
        return refuse({ type: 'attachmentUnknown' });
      const key = ports.random.bytes(32);
      const sealed = seal(key, labelOf(attachmentId), content, ports.random);
      const file = createHash('sha256').update(sealed).digest('hex');
      const reference = { name, mediaType, bytes: content.length };
      const secret: AttachmentSecret = { ...reference, key: Buffer.from(key).toString('base64') };
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        writeDurably(fileOf(file), sealed);
        db.transaction(() => {
          vault.putNote(attachmentId, JSON.stringify(secret));
          insert.run(attachmentId, ownerId, staffId, file);
        })();
      } catch (error) {
        // A full disk gets back what was taken of it.
        for (const left of [fileOf(file), `${fileOf(file)}.new`]) rmSync(left, { force: true });
        throw error;
      }
      return ok({ attachmentId, ...reference });
    },
    ownerOf: (attachmentId) => select.get(attachmentId)?.owner_id ?? null,
    countOf: (ownerId) => owned.all(ownerId).length,
    idsOf: (ownerId) => owned.all(ownerId).map(({ id }) => id),
    referencesOf: (ownerId) =>
      owned.all(ownerId).flatMap(({ id }) => {
        const note = vault.note(id);
        if (note === null) return [];
        const { key: _, ...reference } = JSON.parse(note) as AttachmentSecret;
        return [{ attachmentId: id, ...reference }];
      }),
    read(attachmentId) {
      const row = select.get(attachmentId);
      const note = vault.note(attachmentId);
      if (row === undefined || note === null) return null;
      const { key, ...reference } = JSON.parse(note) as AttachmentSecret;
      const sealed = wholeFile(fileOf(row.file), row.file);
      return { reference: { attachmentId, ...reference }, content: unseal(Buffer.from(key, 'base64'), labelOf(attachmentId), sealed) };
    },
    remove,
    dropKeyless: removeKeyless,
    sweep(isKept) {
      const forgotten = typedHere.all().filter(({ id, owner_id: ownerId }) => !isKept(id, ownerId));
      for (const { id } of forgotten) remove(id);
      removeKeyless();
      const named = namedInVaults(dataDir);
      const strays = filesIn(directory).filter((name) => !named.has(fileOfName(name)));
      for (const file of strays) rmSync(fileOf(file), { force: true });
      return forgotten.length + strays.length;
    },
  };
}

function wholeFile(path: string, sha256: string): Buffer {
  let sealed: Buffer;
  try {
    sealed = readFileSync(path);
  } catch (cause) {
    throw new AttachmentDamagedError('an attachment cannot be read', { cause });
  }
  if (createHash('sha256').update(sealed).digest('hex') !== sha256) throw new AttachmentDamagedError('an attachment was changed on disk');
  return sealed;
}

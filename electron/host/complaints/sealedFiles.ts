import { statSync } from 'node:fs';
import { join } from 'node:path';
import { maxAttachmentBytes } from '../../../shared/domain/complaints/types.ts';
import { attachmentDirectory, filesIn } from '../vault/attachmentFiles.ts';
import { sealBytes } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import type { AttachmentSecret } from './attachments.ts';

/** What the vault says of the file of an attachment; it need not be on this station's disk yet. */
export interface SealedFile {
  readonly attachmentId: string;
  /** SHA-256 of the sealed bytes, lower-case hex: the file's name. */
  readonly file: string;
  /** Of the sealed file. */
  readonly bytes: number;
  /** The station that took it in. */
  readonly stationId: string;
}

/** The files of attachments as other stations see them: sealed, named by their own hash (decision 22). */
export interface SealedFiles {
  readonly directory: string;
  /** `null`: unknown, or its key was destroyed, so that nobody may have it any more. */
  of(attachmentId: string): SealedFile | null;
  /** Whether it lies here with its whole length; its content is checked when it is read. */
  isHere(sealed: SealedFile): boolean;
  pathOf(sealed: SealedFile): string;
  /** Attachments whose key is here and whose file is not, by the names in the directory alone: of many, none is opened for it. */
  withoutFile(): readonly string[];
}

export function createSealedFiles(dataDir: string, vault: Pick<Vault, 'db' | 'note'>, ownId: string): SealedFiles {
  const directory = attachmentDirectory(dataDir);
  const select = vault.db.prepare<[string], { file: string; station: string }>(
    `SELECT file, coalesce((SELECT station FROM shared_row WHERE kind = 'attachment' AND shared_row.id = attachment.id), '') AS station
     FROM attachment WHERE id = ?`,
  );
  const openable = vault.db.prepare<[], { id: string; file: string }>('SELECT id, file FROM attachment WHERE id IN (SELECT id FROM note)');
  const pathOf = ({ file }: SealedFile) => join(directory, file);
  return {
    directory,
    pathOf,
    of(attachmentId) {
      const row = select.get(attachmentId);
      const note = row === undefined ? null : vault.note(attachmentId);
      if (row === undefined || note === null) return null;
      // Not from the form, which a window sends: from what was measured when it was stored.
      const { bytes } = JSON.parse(note) as AttachmentSecret;
      if (bytes > maxAttachmentBytes) return null;
      return { attachmentId, file: row.file, bytes: bytes + sealBytes, stationId: row.station === '' ? ownId : row.station };
    },
    isHere: (sealed) => statSync(pathOf(sealed), { throwIfNoEntry: false })?.size === sealed.bytes,
    withoutFile() {
      const names = new Set(filesIn(directory));
      return openable
        .all()
        .filter(({ file }) => !names.has(file))
        .map(({ id }) => id);
    },
  };
}

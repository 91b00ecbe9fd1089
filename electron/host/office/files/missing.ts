import type { SealedFile, SealedFiles } from '../../complaints/sealedFiles.ts';
import type { Reader } from '../../database/open.ts';

/** The files of registered complaints that this station has not got. Those of drafts stay where somebody types. */
export interface Missing {
  /** Of these attachments something changed: an event names them, their row came, they were erased. */
  look(attachmentIds: Iterable<string>): void;
  /** What is on disk turned out not to be the file. */
  isDamaged(attachmentId: string): void;
  get(attachmentId: string): SealedFile | undefined;
  has(attachmentId: string): boolean;
  /** Looks once more: it may have been erased at this moment. */
  stillHas(attachmentId: string): boolean;
  /** Newest first: of old ones others have copies too. */
  all(): Iterable<SealedFile>;
  /** It has come. */
  done(attachmentId: string): void;
  readonly count: number;
}

export function createMissing(db: Reader, sealedFiles: Pick<SealedFiles, 'of' | 'isHere' | 'withoutFile'>): Missing {
  const named = db.prepare<[string]>('SELECT 1 FROM complaint_attachment WHERE attachment_id = ?');
  const missing = new Map<string, SealedFile>();
  const damaged = new Set<string>();
  /** `null`: something was added since it was put in order. What is not missing any more is passed over. */
  let ordered: readonly SealedFile[] | null = null;
  let firstAt = 0;

  const look = (attachmentId: string) => {
    const sealed = named.get(attachmentId) === undefined ? null : sealedFiles.of(attachmentId);
    if (sealed === null) damaged.delete(attachmentId);
    const isWanted = sealed !== null && (damaged.has(attachmentId) || !sealedFiles.isHere(sealed));
    if (isWanted && !missing.has(attachmentId)) ordered = null;
    if (isWanted) missing.set(attachmentId, sealed);
    else missing.delete(attachmentId);
  };
  for (const id of sealedFiles.withoutFile()) look(id);

  return {
    look(attachmentIds) {
      for (const id of attachmentIds) look(id);
    },
    isDamaged(attachmentId) {
      damaged.add(attachmentId);
      look(attachmentId);
    },
    get: (attachmentId) => missing.get(attachmentId),
    has: (attachmentId) => missing.has(attachmentId),
    stillHas(attachmentId) {
      look(attachmentId);
      return missing.has(attachmentId);
    },
    *all() {
      if (ordered === null) {
        ordered = [...missing.values()].toSorted((a, b) => (a.attachmentId < b.attachmentId ? 1 : -1));
        firstAt = 0;
      }
      const inOrder = ordered;
      while (firstAt < inOrder.length && !missing.has(inOrder[firstAt]?.attachmentId ?? '')) firstAt += 1;
      for (let at = firstAt; at < inOrder.length; at += 1) {
        const sealed = missing.get(inOrder[at]?.attachmentId ?? '');
        if (sealed !== undefined) yield sealed;
      }
    },
    done(attachmentId) {
      damaged.delete(attachmentId);
      missing.delete(attachmentId);
    },
    get count() {
      return missing.size;
    },
  };
}

import { rmSync } from 'node:fs';
import { databaseFile, filesOf, sumsFileOf } from '../database/files.ts';
import { computePageSums } from '../database/pageSums.ts';
import { anchorsOf, writeAnchors } from '../recovery/anchors.ts';
import { clearMarks } from '../recovery/damageMark.ts';
import { asideSuffix, prepare } from '../recovery/prepare.ts';
import { preparedAnchors, preparing, swapIn } from '../recovery/swap.ts';
import { restoreAttachments } from './attachmentStore.ts';
import type { Backup } from './manifest.ts';

/**
 * Puts a backup, already verified, in the place of the present databases, which are set aside and kept.
 * The caller holds the data directory's lock.
 * @param at ms since the epoch, names what is set aside.
 * Attachments that the restored vault names come back from the store; what cannot is told by `missingAttachments`.
 * @returns the names under which the present files are kept.
 */
export function restoreBackup(dataDir: string, backup: Backup, at: number): readonly string[] {
  const setAside = asideSuffix('replaced', at);
  const kept: string[] = [];
  for (const part of ['station', 'vault'] as const) {
    if (part === 'vault' && backup.manifest.vault === null) continue;
    const file = databaseFile(dataDir, part);
    const db = prepare(dataDir, part, backup);
    let pageSize: number;
    try {
      if (part === 'station') writeAnchors(dataDir, anchorsOf(db, at), preparedAnchors);
      pageSize = Number(db.pragma('page_size', { simple: true }));
    } finally {
      db.close();
    }
    const prepared = `${file}${preparing}`;
    if (part === 'station') computePageSums(prepared, pageSize).save(sumsFileOf(prepared));
    else rmSync(sumsFileOf(prepared), { force: true });
    if (filesOf(file).length > 0) kept.push(`${part}.db${setAside}`);
    swapIn({ dataDir, part, setAside, report: null });
  }
  restoreAttachments(dataDir, backup);
  clearMarks(dataDir);
  return kept;
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { date, instant } from '../../../shared/domain/values.ts';
import { readIfPresent } from '../database/durableFile.ts';
import { chainHead } from '../recovery/anchors.ts';

const fileShape = z.strictObject({ bytes: z.number().int(), sha256: z.string() });

/** What a backup holds, written when it has been verified. Its heads are anchors of the chain outside the database. */
export const manifestShape = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['daily', 'manual', 'beforeMigration']),
  /** Office date on which it was made. */
  date,
  at: instant,
  schema: z.number().int(),
  events: z.number().int(),
  lastSeq: z.number().int(),
  heads: z.array(chainHead),
  station: fileShape,
  /** `null`: there was no vault yet. */
  vault: fileShape.nullable(),
  /** Attachments that belong to it and whose file was gone, damaged or not fetched from another station yet; older manifests know of none. */
  attachmentsMissing: z.number().int().default(0),
});
export type Manifest = z.infer<typeof manifestShape>;
export type BackupKind = Manifest['kind'];

export interface Backup {
  /** `2026-11-22`, or `2026-11-22.2` for a second one of that date. */
  readonly name: string;
  readonly directory: string;
  readonly manifest: Manifest;
}

export const backupsIn = (dataDir: string): string => join(dataDir, 'backups');
/** Held while a backup is being made, by the program or the command line. */
export const backupLock = 'backup.lock.db';
export const manifestFile = (directory: string): string => join(directory, 'manifest.json');
const namePattern = /^\d{4}-\d{2}-\d{2}(\.\d+)?$/u;

/** The finished backups of a data directory, newest first. What has no readable manifest is no backup. */
export function listBackups(dataDir: string): readonly Backup[] {
  return namesIn(backupsIn(dataDir))
    .filter((name) => namePattern.test(name))
    .flatMap((name) => {
      const directory = join(backupsIn(dataDir), name);
      const manifest = readManifest(directory);
      return manifest === null ? [] : [{ name, directory, manifest }];
    })
    .toSorted((a, b) => b.manifest.lastSeq - a.manifest.lastSeq || b.manifest.at - a.manifest.at);
}

/** A name that is not taken yet. */
export function freeName(dataDir: string, day: string): string {
  const taken = new Set(namesIn(backupsIn(dataDir)));
  let name = day;
  for (let number = 2; taken.has(name); number++) name = `${day}.${number}`;
  return name;
}

function readManifest(directory: string): Manifest | null {
  const bytes = readIfPresent(manifestFile(directory));
  if (bytes === null) return null;
  try {
    return manifestShape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    // A garbled manifest cannot vouch for its files; the next older backup is used.
    return null;
  }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

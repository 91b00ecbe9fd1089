import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The two databases of a station, as files of its data directory. */
export const databaseParts = ['station', 'vault'] as const;
export type DatabasePart = (typeof databaseParts)[number];

export const databaseFile = (dataDir: string, part: DatabasePart): string => join(dataDir, `${part}.db`);
export const sumsFileOf = (file: string): string => `${file}.sums`;

/** The files that belong to a database and exist now: itself, its log, the log's index, its page sums. */
export function filesOf(file: string): readonly string[] {
  return [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, sumsFileOf(file)].filter((name) => existsSync(name));
}

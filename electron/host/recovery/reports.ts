import { join } from 'node:path';
import { z } from 'zod';
import { recoveryReport } from '../../../shared/rpc/methods/system.ts';
import { readIfPresent, renameDurably, writeDurably } from '../database/durableFile.ts';

export type RecoveryReport = z.infer<typeof recoveryReport>;

/** A report with whether a person has read it. */
export const recoveryEntry = z.strictObject({ report: recoveryReport, acknowledgedAt: z.number().int().nullable() });
export type RecoveryEntry = z.infer<typeof recoveryEntry>;

const fileIn = (dataDir: string): string => join(dataDir, 'recoveries.json');

/** Every recovery of this data directory, oldest first. A garbled list is put beside and started anew. */
export function readReports(dataDir: string): readonly RecoveryEntry[] {
  const file = fileIn(dataDir);
  const bytes = readIfPresent(file);
  if (bytes === null) return [];
  try {
    return z.array(recoveryEntry).parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    renameDurably(file, `${file}.garbled`);
    return [];
  }
}

/** Adds a report once: the same one again, after a crash in between, changes nothing. */
export function addReport(dataDir: string, entry: RecoveryEntry): void {
  const known = readReports(dataDir);
  if (known.some(({ report }) => report.setAsideAs === entry.report.setAsideAs)) return;
  writeDurably(fileIn(dataDir), `${JSON.stringify([...known, entry], null, 2)}\n`);
}

/** The oldest report that nobody has read yet. */
export function openReport(dataDir: string): RecoveryReport | null {
  return readReports(dataDir).find(({ acknowledgedAt }) => acknowledgedAt === null)?.report ?? null;
}

/** A person has read the oldest unread report; the next one, if any, is shown then. */
export function acknowledgeReport(dataDir: string, at: number): void {
  const entries = [...readReports(dataDir)];
  const index = entries.findIndex(({ acknowledgedAt }) => acknowledgedAt === null);
  const entry = entries[index];
  if (entry === undefined) return;
  entries[index] = { ...entry, acknowledgedAt: at };
  writeDurably(fileIn(dataDir), `${JSON.stringify(entries, null, 2)}\n`);
}

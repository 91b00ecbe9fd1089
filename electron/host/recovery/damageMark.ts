import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { damages } from '../../../shared/rpc/methods/system.ts';
import type { Damage } from '../database/check.ts';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';
import type { DatabasePart } from '../database/files.ts';

const markShape = z.strictObject({ station: z.enum(damages).nullable(), vault: z.enum(damages).nullable() });
type Marks = z.infer<typeof markShape>;

const fileIn = (dataDir: string): string => join(dataDir, 'damage.json');

/** Damage found while the host was running; the next start recovers. */
export function markDamage(dataDir: string, part: DatabasePart, damage: Damage): void {
  writeDurably(fileIn(dataDir), JSON.stringify({ ...readMarks(dataDir), [part]: damage }));
}

export function readMarks(dataDir: string): Marks {
  const bytes = readIfPresent(fileIn(dataDir));
  if (bytes === null) return { station: null, vault: null };
  const parsed = markShape.safeParse(safeJson(bytes));
  return parsed.success ? parsed.data : { station: null, vault: null };
}

/** To be called when both databases have been recovered or found sound. */
export function clearMarks(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

function safeJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // A garbled mark says that something was found, not what; the checks of this start find it again.
    return null;
  }
}

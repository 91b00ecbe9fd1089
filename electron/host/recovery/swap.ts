/**
 * Puts prepared files in the place of the present ones, all or nothing over any crash: the list of renames is
 * written down durably first, and a start that finds the list finishes it. Nothing is ever deleted or overwritten.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, renameDurably, syncDirectory, writeDurably } from '../database/durableFile.ts';
import { databaseFile, type DatabasePart, filesOf, sumsFileOf } from '../database/files.ts';
import { anchorsFileName } from './anchors.ts';
import { addReport, recoveryEntry } from './reports.ts';

const swapShape = z.strictObject({
  /** File names within the data directory, in order. */
  moves: z.array(z.tuple([z.string(), z.string()])),
  report: recoveryEntry.nullable(),
});
type Swap = z.infer<typeof swapShape>;

/** Suffix of a database that is being prepared to take the place of the present one. */
export const preparing = '.preparing';

export const preparedAnchors = `${anchorsFileName}${preparing}`;

const journalIn = (dataDir: string): string => join(dataDir, 'swap.json');

export interface SwapRequest {
  readonly dataDir: string;
  readonly part: DatabasePart;
  /** What the present files are set aside as: `station.db` becomes `station.db<suffix>`. */
  readonly setAside: string;
  /** Kept until somebody has read it; `null`: the person who asks for the swap sees it at once. */
  readonly report: Swap['report'];
}

/** Sets the present database aside and puts the prepared one, `<name>.db.preparing`, in its place, if there is one. */
export function swapIn({ dataDir, part, setAside, report }: SwapRequest): void {
  const file = databaseFile(dataDir, part);
  const nameOf = (path: string) => path.slice(dataDir.length + 1);
  const main = nameOf(file);
  const moves: [string, string][] = filesOf(file).map((path) => [nameOf(path), `${main}${setAside}${nameOf(path).slice(main.length)}`]);
  const prepared = `${file}${preparing}`;
  if (existsSync(prepared)) moves.push([nameOf(prepared), main]);
  const preparedSums = sumsFileOf(prepared);
  if (existsSync(preparedSums)) moves.push([nameOf(preparedSums), nameOf(sumsFileOf(file))]);
  if (part === 'station') {
    if (existsSync(join(dataDir, anchorsFileName))) moves.push([anchorsFileName, `${anchorsFileName}${setAside}`]);
    if (existsSync(join(dataDir, preparedAnchors))) moves.push([preparedAnchors, anchorsFileName]);
  }
  writeDurably(journalIn(dataDir), JSON.stringify({ moves, report } satisfies Swap));
  finishSwap(dataDir);
}

/** Finishes a swap that a crash interrupted; does nothing when there is none. To be called before anything is opened. */
export function finishSwap(dataDir: string): void {
  const journal = journalIn(dataDir);
  const bytes = readIfPresent(journal);
  if (bytes === null) return;
  const swap = parse(bytes);
  if (swap === null) {
    // The prepared files stay; a missing database is then recovered like a damaged one.
    renameDurably(journal, `${journal}.garbled`);
    return;
  }
  for (const [from, to] of swap.moves) {
    // Present source and absent target: not done yet. The order of the list keeps every target free until its turn.
    if (existsSync(join(dataDir, from)) && !existsSync(join(dataDir, to))) renameDurably(join(dataDir, from), join(dataDir, to));
  }
  if (swap.report !== null) addReport(dataDir, swap.report);
  rmSync(journal);
  syncDirectory(dataDir);
}

function parse(bytes: Buffer): Swap | null {
  try {
    return swapShape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

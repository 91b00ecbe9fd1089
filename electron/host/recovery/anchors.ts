import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';
import type { Reader } from '../database/open.ts';
import { readHeads } from '../engine/eventStore.ts';

export const chainHead = z.strictObject({ origin: z.string(), originSeq: z.number().int(), hash: z.string() });

const anchorsShape = z.strictObject({
  /** Last local `seq` at that moment; the chain up to it was verified or written by this program. */
  seq: z.number().int(),
  heads: z.array(chainHead),
  /** Since when this line of history counts: heads told before it (ms) may name events that a recovery had to give up. */
  since: z.number().int(),
});
/** Chain heads kept outside the database, so that a cut tail is found. */
export type Anchors = z.infer<typeof anchorsShape>;

export const anchorsFileName = 'anchors.json';
const fileIn = (dataDir: string): string => join(dataDir, anchorsFileName);

/** The anchors of a data directory; `null` when there are none or the file cannot be understood. */
export function readAnchors(dataDir: string): Anchors | null {
  const bytes = readIfPresent(fileIn(dataDir));
  if (bytes === null) return null;
  try {
    return anchorsShape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    // Garbled anchors prove nothing about the data; the next checkpoint writes new ones.
    return null;
  }
}

/** @param name of the file, for anchors that are prepared to take the place of the present ones. */
export function writeAnchors(dataDir: string, anchors: Anchors, name: string = anchorsFileName): void {
  writeDurably(join(dataDir, name), `${JSON.stringify(anchors)}\n`);
}

/** The anchors that a database would have now. */
export function anchorsOf(db: Reader, since: number): Anchors {
  const last = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM event').get();
  return { seq: last?.seq ?? 0, heads: [...readHeads(db)], since };
}

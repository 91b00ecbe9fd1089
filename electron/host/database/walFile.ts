/**
 * What stands in a write-ahead log: which page each frame replaces, and its checksum.
 * Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log — header of 32 bytes, then frames of a
 * 24-byte header (page number, size of the database after a commit or 0, salts, checksums) and one page each.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { readIfPresent } from './durableFile.ts';
import { pageSum } from './pageSums.ts';

const walHeaderBytes = 32;
const frameHeaderBytes = 24;
const framesPerRead = 256;

export interface WalPages {
  /** Page number → checksum of its newest content in the log. */
  readonly sums: ReadonlyMap<number, number>;
  /** Pages of the database after the last commit in the log. */
  readonly databasePages: number;
}

/** Reads the first `frames` frames, all of which SQLite has told to be committed. */
export function readWalPages(walFile: string, frames: number, pageSize: number): WalPages {
  const sums = new Map<number, number>();
  const frameBytes = frameHeaderBytes + pageSize;
  const buffer = Buffer.allocUnsafe(frameBytes * Math.min(frames, framesPerRead));
  let databasePages = 0;
  const handle = openSync(walFile, 'r');
  try {
    for (let first = 0; first < frames; first += framesPerRead) {
      const wanted = Math.min(framesPerRead, frames - first) * frameBytes;
      const read = readSync(handle, buffer, 0, wanted, walHeaderBytes + first * frameBytes);
      if (read !== wanted) throw new Error(`The write-ahead log ends before frame ${frames}`);
      for (let at = 0; at < wanted; at += frameBytes) {
        const page = buffer.readUInt32BE(at);
        sums.set(page, pageSum(page, buffer.subarray(at + frameHeaderBytes, at + frameBytes)));
        databasePages = buffer.readUInt32BE(at + 4) || databasePages;
      }
    }
  } finally {
    closeSync(handle);
  }
  return { sums, databasePages };
}

/** Names the present generation of the log: it changes whenever the log starts over. */
export function walGeneration(walFile: string): string {
  const header = Buffer.alloc(walHeaderBytes);
  const handle = openSync(walFile, 'r');
  try {
    readSync(handle, header, 0, walHeaderBytes, 0);
  } finally {
    closeSync(handle);
  }
  return header.toString('hex', 12, 24);
}

/** Pages named by the frames of the log's present generation; empty when there is no log. May name a few too many. */
export function walPageNumbers(walFile: string, pageSize: number): ReadonlySet<number> {
  const bytes = readIfPresent(walFile);
  const pages = new Set<number>();
  if (bytes === null || bytes.length < walHeaderBytes) return pages;
  const salts = bytes.subarray(16, 24);
  for (let at = walHeaderBytes; at + frameHeaderBytes + pageSize <= bytes.length; at += frameHeaderBytes + pageSize) {
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break;
    pages.add(bytes.readUInt32BE(at));
  }
  return pages;
}

/**
 * A checksum of every page of a database file, kept in a file beside it. SQLite's own checks and the hash chain
 * say nothing about free space, indexes, receipts and state rows; a flipped bit in any page is found here.
 *
 *   "LKSUMS01" | page size u32 | pages u32 | one CRC-32 per page u32… | SHA-256 of all before
 *
 * The CRC of a page starts from its number, so that a good page at the wrong place is found as well. Against
 * a person who edits the file stands the hash chain, not this.
 */
import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { readIfPresent, writeDurably } from './durableFile.ts';

const magic = Buffer.from('LKSUMS01');
const headerBytes = magic.length + 8;
const trailerBytes = 32;
/** Pages read at once: large enough for the disk, small enough to keep the event loop free. */
const pagesPerRead = 64;

export interface PageSums {
  readonly pageSize: number;
  pages(): number;
  sumOf(page: number): number;
  /** Pages are numbered from 1, as SQLite does. Grows when needed. */
  set(page: number, sum: number): void;
  resize(pages: number): void;
  save(file: string): void;
}

/** CRC-32 of a page's bytes, started from its number. */
export const pageSum = (page: number, bytes: Uint8Array): number => crc32(bytes, page);

export function createPageSums(pageSize: number, initial: Uint32Array = new Uint32Array(0)): PageSums {
  let sums = initial;
  let count = initial.length;
  const resize = (pages: number) => {
    if (pages > sums.length) {
      const larger = new Uint32Array(Math.max(pages, sums.length * 2, 1024));
      larger.set(sums);
      sums = larger;
    }
    count = pages;
  };
  return {
    pageSize,
    pages: () => count,
    sumOf: (page) => sums[page - 1] ?? 0,
    set(page, sum) {
      if (page > count) resize(page);
      sums[page - 1] = sum;
    },
    resize,
    save: (file) => writeDurably(file, encode(pageSize, sums.subarray(0, count))),
  };
}

/** The sums of a file, or `null` when there are none or they are themselves damaged: then they must be made anew. */
export function loadPageSums(file: string): PageSums | null {
  const bytes = readIfPresent(file);
  if (bytes === null || bytes.length < headerBytes + trailerBytes) return null;
  const body = bytes.subarray(0, bytes.length - trailerBytes);
  if (!hash('sha256', body, 'buffer').equals(bytes.subarray(body.length))) return null;
  const pages = body.readUInt32LE(magic.length + 4);
  if (!body.subarray(0, magic.length).equals(magic) || body.length !== headerBytes + pages * 4) return null;
  const sums = new Uint32Array(pages);
  for (let index = 0; index < pages; index++) sums[index] = body.readUInt32LE(headerBytes + index * 4);
  return createPageSums(body.readUInt32LE(magic.length), sums);
}

/** Sums of a file as it is now; call it only after the file has been proved good by other means. */
export function computePageSums(databaseFile: string, pageSize: number): PageSums {
  const sums = createPageSums(pageSize);
  const handle = openSync(databaseFile, 'r');
  try {
    sums.resize(Math.ceil(fstatSync(handle).size / pageSize));
    eachPage(handle, pageSize, 1, sums.pages(), (page, bytes) => sums.set(page, pageSum(page, bytes)));
  } finally {
    closeSync(handle);
  }
  return sums;
}

export interface PageCheck {
  /** First page not looked at yet; past the last one when all were. */
  readonly next: number;
  readonly badPages: readonly number[];
}

/**
 * Compares pages `from`… with their sums, at most `limit` of them. The file must be settled: nothing in its WAL that
 * has not been copied back. A file of the wrong length shows as bad pages at its end.
 */
export function checkPages(databaseFile: string, sums: PageSums, from = 1, limit = Number.MAX_SAFE_INTEGER): PageCheck {
  const badPages: number[] = [];
  const handle = openSync(databaseFile, 'r');
  try {
    const present = Math.ceil(fstatSync(handle).size / sums.pageSize);
    const last = Math.min(Math.max(present, sums.pages()), from + limit - 1);
    eachPage(handle, sums.pageSize, from, last, (page, bytes) => {
      const whole = bytes.length === sums.pageSize && page <= sums.pages();
      if (!whole || pageSum(page, bytes) !== sums.sumOf(page)) badPages.push(page);
    });
    return { next: last + 1, badPages };
  } finally {
    closeSync(handle);
  }
}

/** One buffer for all reads: a large file is read in thousands of slices, and their garbage would count as the host's memory. */
let reused = Buffer.alloc(0);
function readBuffer(bytes: number): Buffer {
  if (reused.length !== bytes) reused = Buffer.allocUnsafeSlow(bytes);
  return reused;
}

function eachPage(handle: number, pageSize: number, from: number, to: number, visit: (page: number, bytes: Buffer) => void): void {
  const buffer = readBuffer(pageSize * pagesPerRead);
  for (let first = from; first <= to; first += pagesPerRead) {
    const wanted = Math.min(pagesPerRead, to - first + 1);
    const read = readSync(handle, buffer, 0, wanted * pageSize, (first - 1) * pageSize);
    for (let index = 0; index < wanted; index++) {
      visit(first + index, buffer.subarray(Math.min(index * pageSize, read), Math.min((index + 1) * pageSize, read)));
    }
  }
}

function encode(pageSize: number, sums: Uint32Array): Buffer {
  const bytes = Buffer.alloc(headerBytes + sums.length * 4 + trailerBytes);
  magic.copy(bytes);
  bytes.writeUInt32LE(pageSize, magic.length);
  bytes.writeUInt32LE(sums.length, magic.length + 4);
  for (const [index, sum] of sums.entries()) bytes.writeUInt32LE(sum, headerBytes + index * 4);
  const body = bytes.subarray(0, bytes.length - trailerBytes);
  hash('sha256', body, 'buffer').copy(bytes, body.length);
  return bytes;
}

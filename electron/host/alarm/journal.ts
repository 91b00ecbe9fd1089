/**
 * The alarm's own journal: a text file, one entry per line behind a checksum, only ever appended to and flushed before
 * anybody is told that it is on disk. It needs no database and no lock. A line that a crash cut short is passed over.
 * What cannot be written is kept and tried again with the next entry.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type AlarmEntry, alarmEntry } from '../../../shared/alarm/protocol.ts';

export interface Journal {
  /** Everything on disk, oldest first. */
  entries(): readonly AlarmEntry[];
  /** Appends; @returns whether everything up to this entry is on disk. */
  append(entry: AlarmEntry): boolean;
  /** Whether nothing waits to be written; tries what waits. */
  flush(): boolean;
}

const sumOf = (json: string) => createHash('sha256').update(json).digest('hex').slice(0, 16);
const lineOf = (entry: AlarmEntry) => {
  const json = JSON.stringify(entry);
  return `${sumOf(json)} ${json}`;
};

export function openJournal(file: string, onError: (error: unknown) => void): Journal {
  const unwritten: AlarmEntry[] = [];
  const flush = (): boolean => {
    if (unwritten.length === 0) return true;
    try {
      appendDurably(file, unwritten.map(lineOf));
      unwritten.length = 0;
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  };
  return {
    entries: () => readEntries(file),
    append(entry) {
      unwritten.push(entry);
      return flush();
    },
    flush,
  };
}

/**
 * Puts a journal that has grown aside and begins a new one with what must not be forgotten. The new one is on disk before
 * the old one is touched; a power cut between the two renames is made good at the next start.
 */
export function rotateJournal(
  file: string,
  mostBytes: number,
  at: number,
  keep: (entries: readonly AlarmEntry[]) => readonly AlarmEntry[],
): void {
  const next = `${file}.new`;
  if (!existsSync(file) && existsSync(next)) renameSync(next, file);
  if (!existsSync(file) || statSync(file).size <= mostBytes) return;
  const kept = keep(readEntries(file));
  rmSync(next, { force: true });
  appendDurably(next, kept.map(lineOf));
  renameSync(file, `${file}.${at}`);
  renameSync(next, file);
}

export function readEntries(file: string): readonly AlarmEntry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(entryOf);
}

function entryOf(line: string): readonly AlarmEntry[] {
  const json = line.slice(17);
  if (line.slice(0, 16) !== sumOf(json)) return [];
  const entry = alarmEntry.safeParse(JSON.parse(json));
  return entry.success ? [entry.data] : [];
}

function appendDurably(file: string, lines: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, 'a', 0o600);
  try {
    // The first line break ends a line that a crash may have cut short.
    // Whole or not at all: a single write may put only a part on a disk that is getting full, without an error.
    writeFileSync(descriptor, `\n${lines.join('\n')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

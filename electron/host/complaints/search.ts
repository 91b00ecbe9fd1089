/**
 * Finds words inside encrypted complaints. The index exists in memory only: an FTS5 table without content in a `:memory:`
 * database that may not use temporary files (decision 13). It is built from the vault in slices when somebody first
 * searches, newest first, kept fresh by commits, and forgets what is erased.
 */
import Database from 'better-sqlite3';
import type { Logger } from 'pino';
import type { Engine } from '../engine/engine.ts';
import type { Reader } from '../database/open.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { readContent, searchableText } from './content.ts';
import { significantWords, wordsOf } from './words.ts';

export interface ComplaintSearch {
  /** Rows of the complaints that hold all words, each by its beginning; of very many the newest. Begins the index when there is none. */
  find(text: string): Promise<readonly number[]>;
  /** Rows of complaints received since then that share significant words, most alike first. */
  similar(text: string, since: number, limit: number): Promise<readonly number[]>;
  /** Share of the complaints that are in the index: 1 when complete. */
  progress(): number;
  close(): void;
}

interface Indexed {
  readonly row: number;
  readonly id: string;
}

interface Parts {
  readonly db: Reader;
  readonly vault: Pick<Vault, 'note'>;
  readonly engine: Pick<Engine<unknown>, 'onCommit' | 'announce'>;
  readonly ports: Ports;
  readonly log: Logger;
}

/** Complaints that are read in one turn of the event loop, and the time after which a turn ends with fewer. */
const slice = 25;
const sliceMs = 8;
/** A search waits this long for the index; what is found then may be a part, and the screen says so. */
const patienceMs = 1500;
const mostFound = 20_000;

export function createComplaintSearch({ db, vault, engine, ports, log }: Parts): ComplaintSearch {
  const index = openIndex();
  const page = db.prepare<[number, number], Indexed>(
    'SELECT rowid AS row, complaint_id AS id FROM complaint WHERE rowid < ? ORDER BY rowid DESC LIMIT ?',
  );
  const rowOf = db.prepare<[string], Indexed>('SELECT rowid AS row, complaint_id AS id FROM complaint WHERE complaint_id = ?');
  const firstSince = db.prepare<[number], { row: number | null }>('SELECT min(rowid) AS row FROM complaint WHERE received_at >= ?');
  const textIds = db.prepare<[string], { id: string }>('SELECT text_id AS id FROM complaint_text WHERE complaint_id = ?');
  const ofPerson = db.prepare<[string], Indexed>('SELECT rowid AS row, complaint_id AS id FROM complaint WHERE person_id = ?');
  const countAll = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM complaint');
  let building: Promise<void> | null = null;
  let read = 0;
  let done = false;
  let closed = false;

  const textOf = (complaintId: string): string | null => {
    const content = readContent(vault, complaintId);
    if (content === null) return null;
    const others = textIds.all(complaintId).flatMap(({ id }) => (id === complaintId ? [] : (vault.note(id) ?? [])));
    return [searchableText(content), ...others].join('\n');
  };

  const build = async () => {
    let before = Number.MAX_SAFE_INTEGER;
    for (let rows = page.all(before, slice); rows.length > 0; rows = page.all(before, slice)) {
      const until = ports.clock.monotonic() + sliceMs;
      const texts: (readonly [row: number, text: string | null])[] = [];
      for (const { row, id } of rows) {
        texts.push([row, textOf(id)]);
        before = row;
        if (ports.clock.monotonic() > until) break;
      }
      index.putAll(texts);
      read += texts.length;
      await ports.timers.yield();
      if (closed) return;
    }
    done = true;
    engine.announce(['complaints']);
  };
  const ready = async () => {
    building ??= build().catch((error: unknown) => {
      building = null;
      log.error({ err: error }, 'the index of complaints could not be built');
    });
    if (done) return;
    let cancel = () => {};
    const patience = new Promise<void>((resolve) => {
      cancel = ports.timers.after(patienceMs, resolve);
    });
    await Promise.race([building, patience]);
    cancel();
  };

  const stop = engine.onCommit(({ events }) => {
    if (building === null) return;
    const changed = events.flatMap(({ stream, type, data }) => {
      if (stream.startsWith('complaint/')) return rowOf.all(stream.slice('complaint/'.length));
      // Her complaints have no words any more.
      return type === 'personErased.v1' ? ofPerson.all((data as { readonly personId: string }).personId) : [];
    });
    index.putAll(changed.map(({ row, id }) => [row, textOf(id)] as const));
  });

  return {
    async find(text) {
      const words = wordsOf(text);
      if (words.length === 0) return [];
      await ready();
      return index.match(words.map((word) => `"${word}"*`).join(' AND '), mostFound);
    },
    async similar(text, since, limit) {
      const words = significantWords(text);
      if (words.length === 0) return [];
      const from = firstSince.get(since)?.row ?? null;
      if (from === null) return [];
      await ready();
      return index.ranked(words.map((word) => `"${word}"`).join(' OR '), from, limit);
    },
    progress: () => (done || building === null ? 1 : Math.min(1, read / Math.max(1, countAll.get()?.n ?? 1))),
    close() {
      closed = true;
      stop();
      index.close();
    },
  };
}

/**
 * The index itself: words by row of the complaint table, without their text. Rows are given once and never vacuumed away
 * while the host runs, and a later complaint has a higher one.
 */
function openIndex() {
  const db = new Database(':memory:');
  db.pragma('temp_store = MEMORY');
  // With less detail FTS5 ranks a table without content no more: every hit would count the same.
  db.exec(`
    CREATE VIRTUAL TABLE words USING fts5 (
      text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    );
  `);
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM words WHERE rowid = ?');
  const match = db.prepare<[string, number], number>('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?').pluck();
  const ranked = db
    .prepare<[string, number, number], number>('SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? ORDER BY rank LIMIT ?')
    .pluck();
  return {
    putAll: db.transaction((entries: readonly (readonly [row: number, text: string | null])[]) => {
      for (const [row, text] of entries) {
        remove.run(row);
        if (text !== null) insert.run(row, text);
      }
    }),
    match: (query: string, limit: number): readonly number[] => match.all(query, limit),
    ranked: (query: string, from: number, limit: number): readonly number[] => ranked.all(query, from, limit),
    close: () => void db.close(),
  };
}

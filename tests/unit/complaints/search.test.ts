import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ComplaintContent } from '../../../electron/host/complaints/content.ts';
import { type ComplaintSearch, createComplaintSearch } from '../../../electron/host/complaints/search.ts';
import { significantWords, wordsOf } from '../../../electron/host/complaints/words.ts';
import { openWriter, type Writer } from '../../../electron/host/database/open.ts';
import { complaintTables } from '../../../electron/host/state/complaints.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { emptyForm } from '../../../shared/domain/complaints/form.ts';

type OnCommit = Parameters<Parameters<typeof createComplaintSearch>[0]['engine']['onCommit']>[0];

let directory: string;
let db: Writer;
let notes: Map<string, string>;
let search: ComplaintSearch;
let commit: OnCommit;
let temporary: string | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'loket-search-'));
  temporary = process.env['SQLITE_TMPDIR'];
  process.env['SQLITE_TMPDIR'] = directory;
  db = openWriter(join(directory, 'station.db'));
  db.exec(complaintTables.schema);
  notes = new Map();
  const engine = {
    onCommit: (listener: OnCommit) => {
      commit = listener;
      return () => {};
    },
    announce: () => {},
  };
  const vault = { note: (id: string) => notes.get(id) ?? null };
  search = createComplaintSearch({ db, vault, engine, ports: createSystemPorts(), log: pino({ level: 'silent' }) });
});
afterEach(() => {
  search.close();
  db.close();
  if (temporary === undefined) delete process.env['SQLITE_TMPDIR'];
  else process.env['SQLITE_TMPDIR'] = temporary;
  rmSync(directory, { recursive: true });
});

/** Puts a complaint into table and vault, as registering does. */
function tell(id: string, chronology: string, personId: string | null = null, at = 1) {
  const form = emptyForm(id);
  const content: ComplaintContent = {
    pin: '',
    listen: { ...form.listen, chronology },
    description: form.description,
    solution: form.solution,
    signatures: { complainantSignature: null, officerSignature: null },
  };
  notes.set(id, JSON.stringify(content));
  db.prepare(
    `INSERT INTO complaint (complaint_id, number, number_reversed, kind, channel, person_id, anonymous, confidential, class, urgency, impact,
       priority, priority_rank, pin_hash, received_at, stage, due_at, escalation, folded)
     VALUES (?, ?, '', 'full', 'counter', ?, 0, 0, 'ordinary', 'low', 'low', 'low', 2, '', ?, 'received', 1, 'none', '{}')`,
  ).run(id, id, personId, at);
}
const idOf = (row: number) => db.prepare<[number], string>('SELECT complaint_id FROM complaint WHERE rowid = ?').pluck().get(row);
const find = async (text: string) => (await search.find(text)).map(idOf);
const similar = async (text: string, limit: number, since = 0) => (await search.similar(text, since, limit)).map(idOf);
const happened = (stream: string, type = 'complaintNoted.v1', data: object = {}) =>
  commit({ events: [{ stream, type, data }], topics: [] } as unknown as Parameters<OnCommit>[0]);

describe('finding', () => {
  test('all words, by their beginnings, in any case, without accents, whatever the order', async () => {
    tell('a', 'Petugas tidak ramah, café di seberang berisik');
    tell('b', 'Antrean KTP lambat sekali');
    for (const text of ['ramah', 'RAM', 'cafe', 'café', 'CAFE\u0301', 'berisik petugas', 'seberang café']) {
      expect({ text, ids: await find(text) }).toEqual({ text, ids: ['a'] });
    }
    expect(await find('ramah lambat')).toEqual([]);
    expect(await find('isik')).toEqual([]);
    expect(await find('  ,.- ')).toEqual([]);
  });

  test('no text is an error, and none is an operator', async () => {
    tell('a', 'ramah lambat');
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme' })), async (text) => {
        expect(Array.isArray(await find(text))).toBe(true);
        expect(Array.isArray(await similar(text, 5))).toBe(true);
      }),
      { numRuns: 200 },
    );
    for (const text of ['ramah OR zzz', 'ramah NOT lambat', 'text:ramah zzz', 'NEAR(ramah zzz)', 'ramah* zzz', "'; DROP TABLE words; --"])
      expect(await find(text)).toEqual([]);
    expect(await find('"ramah')).toEqual(['a']);
  });

  test('similar ones share significant words, the most alike first; fillers do not count', async () => {
    tell('a', 'Blanko KTP habis sejak senin, sudah tiga kali datang');
    tell('b', 'Blanko KTP habis dan petugas tidak ramah');
    tell('c', 'Toilet kotor dan tidak ada air');
    expect(await similar('blanko habis sejak senin', 5)).toEqual(['a', 'b']);
    expect(await similar('petugas tidak ada dan sudah', 5)).toEqual([]);
    expect(await similar('blanko habis', 1)).toHaveLength(1);
  });

  test('similar are recent ones, however many old ones are more alike', async () => {
    for (let n = 0; n < 60; n += 1) tell(`old${n}`, 'blanko habis', null, n);
    tell('new', 'blanko KTP habis sejak senin pagi di semua loket', null, 1000);
    expect(await similar('blanko habis', 40, 500)).toEqual(['new']);
    expect(await similar('blanko habis', 40, 2000)).toEqual([]);
  });
});

describe('staying in step', () => {
  test('what is registered or added later is found, what was replaced is not', async () => {
    tell('a', 'pertama');
    expect(await find('pertama')).toEqual(['a']);
    tell('b', 'kedua quokka');
    happened('complaint/b');
    expect(await find('quokka')).toEqual(['b']);
    notes.set('t', 'catatan wombat');
    db.prepare("INSERT INTO complaint_text VALUES ('t', 'a')").run();
    happened('complaint/a');
    expect(await find('wombat')).toEqual(['a']);
    notes.delete('t');
    happened('complaint/a');
    expect(await find('wombat')).toEqual([]);
    expect(await find('pertama')).toEqual(['a']);
  });

  test('an erasure takes her words out at once, and nobody else’s', async () => {
    tell('a', 'rahasia kasuari', 'siti');
    tell('b', 'umum kasuari', 'joko');
    expect(await find('kasuari')).toHaveLength(2);
    notes.delete('a');
    happened('people', 'personErased.v1', { personId: 'siti', noteIds: ['a'], reason: 'subjectRequest' });
    expect(await find('kasuari')).toEqual(['b']);
    expect(await find('rahasia')).toEqual([]);
  });
});

test('while it is built and searched nothing of it is in any file', async () => {
  for (let n = 0; n < 3000; n += 1) tell(`c${n}`, `kalimat nomor kuskus${n} tentang tarsius dan anoa `.repeat(10), null, n);
  const found = find('tarsius');
  const seen = () =>
    readdirSync(directory)
      .map((name) => join(directory, name))
      .filter((name) => statSync(name).isFile())
      .filter((name) => ['tarsius', 'kuskus', 'anoa'].some((word) => readFileSync(name).includes(word)));
  expect(seen()).toEqual([]);
  expect(await found).toHaveLength(3000);
  expect(await find('kuskus29')).toHaveLength(111);
  expect(seen()).toEqual([]);
  expect(readdirSync(directory).filter((name) => !name.startsWith('station.db'))).toEqual([]);
  expect(search.progress()).toBe(1);
});

test('the host answers between the slices', async () => {
  for (let n = 0; n < 2000; n += 1) tell(`c${n}`, 'kata', null, n);
  let turns = 0;
  let running = true;
  const turn = () => {
    turns += 1;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  await find('kata');
  running = false;
  expect(turns).toBeGreaterThan(10);
});

test('words are letters and digits, cut and counted', () => {
  expect(wordsOf('KTP-el, KTP-el! 3x')).toEqual(['ktp', 'el', '3x']);
  expect(wordsOf('a'.repeat(100))).toEqual(['a'.repeat(40)]);
  expect(wordsOf(Array.from({ length: 100 }, (_, n) => `k${n}`).join(' '))).toHaveLength(24);
  expect(significantWords('yang tidak ada petugas blanko')).toEqual(['blanko']);
});

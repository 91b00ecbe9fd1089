/**
 * RELIABILITY 26: a person edits, deletes, reorders events or cuts off the end, by hand and with the knowledge to make
 * new hashes. All of it is detected against heads that were told elsewhere. LOKET_TAMPERINGS sets how many (default 1000).
 */
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EventRow } from '../../electron/host/engine/event.ts';
import type { ChainHead } from '../../sync/hashChain.ts';
import { eventHash } from '../../sync/hashChain.ts';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import { openTally, temporaryDirectory } from '../fixtures/tally.ts';

const perKind = Math.ceil(Number(process.env['LOKET_TAMPERINGS'] ?? 1000) / 5);
let image: Buffer;
let told: readonly ChainHead[];
let count = 0;

beforeAll(async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  for (let round = 0; round < 80; round++) tally.add(round + 1, undefined, `n${round % 5}`);
  told = tally.events.heads();
  count = tally.events.count();
  tally.db.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted');
  image = tally.db.serialize();
  // An image in memory has no log: say so in its header (file format, offset 18).
  image.fill(1, 18, 20);
  tally.close();
});

type Random = (below: number) => number;

/** The columns a tamperer may want to change, with a new value. */
const edits: readonly ((row: EventRow) => Partial<EventRow>)[] = [
  (row) => ({ data: row.data.replace(/\d+/u, (number) => String(Number(number) + 1)) }),
  (row) => ({ at: row.at + 60_000 }),
  () => ({ actor: 'staff:00000000-0000-7000-8000-000000000000' }),
  (row) => ({ type: `${row.type}x` }),
  (row) => ({ stream: `${row.stream}/other` }),
  (row) => ({ term: row.term + 1 }),
  (row) => ({ id: row.id.replace(/.$/u, (last) => (last === '0' ? '1' : '0')) }),
  (row) => ({ command_id: row.command_id.replace(/.$/u, (last) => (last === '0' ? '1' : '0')) }),
  (row) => ({ hash: flipped(row.hash) }),
  (row) => ({ prev_hash: flipped(row.prev_hash) }),
];

const kinds: Readonly<Record<string, (db: Database.Database, random: Random) => void>> = {
  'an edited event'(db, random) {
    const seq = 1 + random(count);
    write(db, { ...rowAt(db, seq), ...edits[random(edits.length)]?.(rowAt(db, seq)) });
  },
  'an edited event with all hashes made anew'(db, random) {
    const seq = 1 + random(count);
    write(db, { ...rowAt(db, seq), ...edits[random(7)]?.(rowAt(db, seq)) });
    rehash(db);
  },
  'a deleted event, half of the time closed up with new hashes'(db, random) {
    const seq = 1 + random(count);
    db.prepare('DELETE FROM event WHERE seq = ?').run(seq);
    if (random(2) === 0) return;
    db.prepare('UPDATE event SET origin_seq = -origin_seq + 1 WHERE seq > ?').run(seq);
    db.exec('UPDATE event SET origin_seq = -origin_seq WHERE origin_seq < 0');
    rehash(db);
  },
  "two events in each other's place"(db, random) {
    const first = rowAt(db, 1 + random(count - 1));
    const second = rowAt(db, first.seq + 1 + random(count - first.seq));
    db.prepare('DELETE FROM event WHERE seq IN (?, ?)').run(first.seq, second.seq);
    const place = ({ seq, origin_seq: originSeq, prev_hash: previous, hash }: EventRow) => ({
      seq,
      origin_seq: originSeq,
      prev_hash: previous,
      hash,
    });
    insert(db, { ...first, ...place(second) });
    insert(db, { ...second, ...place(first) });
    if (random(2) === 0) rehash(db);
  },
  'a cut tail'(db, random) {
    db.prepare('DELETE FROM event WHERE seq > ?').run(random(count));
  },
};

describe(`${perKind} of each are all detected`, () => {
  test.each(Object.keys(kinds))('%s', (kind) => {
    let seed = 26;
    const random: Random = (below) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let detected = 0;
    for (let round = 0; round < perKind; round++) {
      const db = new Database(image);
      kinds[kind]?.(db, random);
      if (verifyChain(db, { anchors: told }).fault !== null) detected += 1;
      db.close();
    }
    expect(detected).toBe(perKind);
  });

  test('and the untouched events verify', () => {
    const db = new Database(image);
    expect(verifyChain(db, { anchors: told })).toEqual({ events: count, heads: told, fault: null });
    db.close();
  });
});

const rowAt = (db: Database.Database, seq: number) => db.prepare('SELECT * FROM event WHERE seq = ?').get(seq) as EventRow;

function write(db: Database.Database, row: EventRow): void {
  db.prepare('DELETE FROM event WHERE seq = ?').run(row.seq);
  insert(db, row);
}

function insert(db: Database.Database, row: EventRow): void {
  const names = Object.keys(row);
  db.prepare(`INSERT INTO event (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...Object.values(row));
}

/** What a tamperer who knows the program would do: make every hash fit again. */
function rehash(db: Database.Database): void {
  let previous: Buffer = Buffer.alloc(32);
  const set = db.prepare('UPDATE event SET prev_hash = ?, hash = ? WHERE seq = ?');
  for (const row of db.prepare<[], EventRow>('SELECT * FROM event ORDER BY origin_seq').all()) {
    const hash = eventHash(previous, row);
    set.run(previous, hash, row.seq);
    previous = hash;
  }
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(7) ^ 4, 7);
  return copy;
}

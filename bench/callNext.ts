import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openWriter, type Writer } from '../electron/host/database/open.ts';
import { type BigOffice, bigOfficeDirectory, issue, openBigOffice, openCounters } from './bigOffice.ts';
import { type BenchLine, interleave, percentile, round, timed } from './measure.ts';

const history = 1_000_000;
const waiting = 5000;
const measured = 2000;

/** Call next with 5,000 waiting in 1,000,000 historical tickets, against the same three statements without an engine. */
export default async function callNext(): Promise<readonly BenchLine[]> {
  const source = await bigOfficeDirectory(1_000_000);
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  copyFileSync(join(source, 'station.db'), join(directory, 'station.db'));
  const office = openBigOffice(directory);
  prepareDay(office);
  multiplyHistory(office.db);
  office.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(join(directory, 'station.db'), join(directory, 'floor.db'));
  const floorDb = openWriter(join(directory, 'floor.db'));
  const floor = betweenCheckpoints(floorDb, createFloor(floorDb));
  const subject = betweenCheckpoints(office.db, createSubject(office));
  const samples = interleave(measured, subject, floor);
  const [p99, floorP99] = [percentile(samples.subject, 0.99), percentile(samples.floor, 0.99)];
  const stillWaiting = waitingNow(office.db);
  floorDb.close();
  office.close();
  rmSync(directory, { recursive: true });
  if (stillWaiting !== waiting) throw new Error(`${stillWaiting} were waiting at the end, not ${waiting}`);
  return [
    {
      bench: 'queue.callNext',
      p50_ms: round(percentile(samples.subject, 0.5)),
      p99_ms: round(p99),
      floor_p50_ms: round(percentile(samples.floor, 0.5)),
      floor_p99_ms: round(floorP99),
      ratio: round(p99 / floorP99),
      n: measured,
      goal: 'p99 ≤ 2× floor p99',
      ok: p99 <= 2 * floorP99,
    },
  ];
}

/** The host copies its log back after answers, never inside a commit (decision 2); so do both sides here, untimed. */
function betweenCheckpoints(db: Writer, run: () => number): () => number {
  db.pragma('wal_autocheckpoint = 0');
  let rounds = 0;
  return () => {
    rounds += 1;
    if (rounds % 50 === 0) db.pragma('wal_checkpoint(TRUNCATE)');
    return run();
  };
}

function prepareDay(office: BigOffice): void {
  const { services } = office.engine.states.office;
  office.clock.now = Date.now();
  office.db.pragma('synchronous = OFF');
  office.run('queue.openDay', {});
  openCounters(office);
  for (let visitor = 0; visitor < waiting; visitor += 1) {
    office.clock.now += 100;
    issue(office, services[visitor % services.length]?.id ?? '', visitor);
  }
  office.db.pragma('synchronous = FULL');
}

/** Copies rows of past days under new ids until the table of tickets holds a million: history that the call must not feel. */
function multiplyHistory(db: Writer): void {
  const columns = db
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('ticket')")
    .all()
    .map(({ name }) => name);
  const copied = columns.map((name) =>
    name === 'id' || name === 'visit_id' ? `lower(hex(randomblob(16)))` : name === 'date' ? `date || '+' || @copy` : name,
  );
  const copy = db.prepare(
    `INSERT INTO ticket (${columns.join(', ')}) SELECT ${copied.join(', ')} FROM ticket WHERE length(date) = 10 AND date < (SELECT max(date) FROM office_day) LIMIT @room`,
  );
  const count = () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM ticket').get()?.n ?? 0;
  for (let n = 1, held = count(); held < history; n += 1, held = count()) copy.run({ copy: n, room: history - held });
}

/** One call next at the counter that takes every service; serving, finishing and a new arrival are not timed. */
function createSubject(office: BigOffice): () => number {
  const { services, counters } = office.engine.states.office;
  const counter = counters.find(({ serviceIds }) => serviceIds.length === services.length);
  if (counter === undefined) throw new Error('the demo office has a counter for everything');
  let visitor = 0;
  return () => {
    office.clock.now += 250;
    let ticketId = '';
    const ms = timed(() => {
      ({ ticketId } = office.run('queue.callNext', { counterId: counter.id }) as { ticketId: string });
    });
    office.run('queue.startServing', { counterId: counter.id, ticketId });
    office.run('queue.finish', { counterId: counter.id, ticketId });
    issue(office, services[visitor % services.length]?.id ?? '', visitor);
    visitor += 1;
    return ms;
  };
}

/** The three statements of a call (event, ticket, receipt) in a bare transaction on a copy of the same database. */
function createFloor(db: Writer): () => number {
  const last = db
    .prepare<[], { seq: number; origin: string; origin_seq: number; hash: Buffer; data: string; actor: string }>(
      `SELECT * FROM event WHERE type = 'ticketCalled.v1' ORDER BY seq DESC LIMIT 1`,
    )
    .get();
  const head = db
    .prepare<[], { seq: number; origin_seq: number }>('SELECT max(seq) AS seq, max(origin_seq) AS origin_seq FROM event')
    .get();
  const receipt = db.prepare<[], { answer: string }>(`SELECT answer FROM command_receipt WHERE method = 'queue.callNext' LIMIT 1`).get();
  const ids = db.prepare<[], { id: string }>(`SELECT id FROM ticket WHERE status = 'waiting' AND length(date) = 10`).all();
  if (last === undefined || head === undefined || receipt === undefined) throw new Error('the big office has called before');
  const insertEvent = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)');
  const update = db.prepare(
    `UPDATE ticket SET status = 'called', counter_id = ?, called_at = ?, first_called_at = ?, reason = ? WHERE id = ?`,
  );
  const insertReceipt = db.prepare(`INSERT INTO command_receipt VALUES (?, 'queue.callNext', ?, ?, ?)`);
  let n = 0;
  const transaction = db.transaction(() => {
    n += 1;
    const [id, now] = [v7(), Date.now()];
    insertEvent.run(
      head.seq + n,
      id,
      last.origin,
      head.origin_seq + n,
      'queue/floor',
      'ticketCalled.v1',
      now,
      last.actor,
      id,
      last.data,
      last.hash,
      last.hash,
    );
    update.run(last.origin, now, now, '{"rule":"fifo","ground":null,"weight":1,"waitedMs":1000}', ids[n % ids.length]?.id);
    insertReceipt.run(id, last.actor, now, receipt.answer);
  });
  return () => timed(() => transaction.immediate());
}

const waitingNow = (db: Writer) =>
  db
    .prepare<[], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE status = 'waiting' AND date = (SELECT max(date) FROM office_day)`)
    .get()?.n;

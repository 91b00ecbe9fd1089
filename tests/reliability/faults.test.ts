/**
 * RELIABILITY 13: the N-th call into the database fails, for every N, in three ways; then the real thing, a file that
 * may not grow and a database that somebody else has locked. Nothing half-done stays, nothing is acknowledged falsely,
 * and the same command sent again afterwards takes effect once.
 */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Writer } from '../../electron/host/database/open.ts';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import { openTally, type Tally, temporaryDirectory } from '../fixtures/tally.ts';

/** Lets the call with this number fail; counts all calls. */
interface Fault {
  calls: number;
  failAt: number;
  code: string;
}

for (const code of ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_BUSY']) {
  test(`${code} at every single call of a command`, async () => {
    using directory = temporaryDirectory();
    const fault: Fault = { calls: 0, failAt: 0, code };
    const tally = await openTally({ dataDir: directory.path, wrap: (db) => failing(db, fault), checkpoints: false });
    tally.add(5);
    let failures = 0;
    let calls = 0;
    for (let failAt = 1; ; failAt++) {
      const before = seen(tally);
      const commandId = tally.ports.random.uuid();
      Object.assign(fault, { calls: 0, failAt });
      const error = errorOf(() => tally.add(150, commandId));
      fault.failAt = 0;
      if (error === null) {
        // The command made fewer calls than that: every one of them has failed once.
        calls = fault.calls;
        break;
      }
      failures += 1;
      expect(error).toMatchObject({ code });
      expect(seen(tally)).toEqual(before);

      expect(tally.add(150, commandId)).toMatchObject({ kind: 'done', output: { total: before.memory.total + 150 } });
      tally.add(150, commandId);
      expect(seen(tally)).toMatchObject({ memory: { total: before.memory.total + 150 }, receipts: before.receipts + 1 });
    }
    expect(failures).toBe(calls);
    expect(verifyChain(tally.files.db).fault, 'no number was left out by what was rolled back').toBeNull();
    // Look for the receipt, begin, two events with two rows, the receipt, commit: all of them were hit.
    expect(failures).toBeGreaterThanOrEqual(8);
    tally.close();
  });
}

test('a file that may not grow refuses the command and takes it when there is room again', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  tally.db.pragma(`max_page_count = ${Number(tally.db.pragma('page_count', { simple: true }))}`);
  let refused: unknown = null;
  let acknowledged = 0;
  for (let round = 0; refused === null && round < 5000; round++) {
    refused = errorOf(() => tally.add(1, undefined, `row ${round} ${'x'.repeat(200)}`));
    if (refused === null) acknowledged += 1;
  }
  expect(refused).toMatchObject({ code: 'SQLITE_FULL' });
  expect(seen(tally)).toMatchObject({ memory: { total: acknowledged, added: acknowledged }, receipts: acknowledged });
  tally.db.pragma('max_page_count = 1000000');
  expect(tally.add(1, undefined, 'after')).toMatchObject({ kind: 'done', output: { total: acknowledged + 1 } });
  tally.close();
});

test('a database that somebody else is writing to refuses the command', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  tally.add(1);
  tally.db.pragma('busy_timeout = 0');
  const other = new Database(tally.files.file);
  other.exec('BEGIN IMMEDIATE');
  const before = seen(tally);
  expect(errorOf(() => tally.add(2))).toMatchObject({ code: 'SQLITE_BUSY' });
  other.exec('ROLLBACK');
  other.close();
  expect(seen(tally)).toEqual(before);
  expect(tally.add(2)).toMatchObject({ kind: 'done', output: { total: 3 } });
  tally.close();
});

/** Everything that a command changes, read from memory and through a connection that cannot fail. */
function seen({ engine, files }: Tally) {
  const count = (table: string) => files.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return {
    memory: engine.states.tally,
    events: count('event'),
    receipts: count('command_receipt'),
    table: files.db.prepare('SELECT * FROM tally ORDER BY note').all(),
    inTransaction: files.db.inTransaction,
  };
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (error) {
    return error;
  }
}

/** A handle whose calls can be made to fail before they do anything, commits and begins included. */
function failing(db: Writer, fault: Fault): Writer {
  const call = <T>(run: () => T): T => {
    fault.calls += 1;
    if (fault.calls === fault.failAt) throw new Database.SqliteError('made to fail', fault.code);
    return run();
  };
  const statement = (real: Database.Statement): Database.Statement =>
    new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const isCall = name === 'run' || name === 'get' || name === 'all' || name === 'iterate';
        return (...args: unknown[]) =>
          isCall ? call(() => Reflect.apply(value, target, args) as unknown) : Reflect.apply(value, target, args);
      },
    });
  const transaction = (body: (...args: unknown[]) => unknown) => {
    const immediate = (...args: unknown[]) => {
      call(() => db.exec('BEGIN IMMEDIATE'));
      try {
        const result = body(...args);
        call(() => db.exec('COMMIT'));
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    };
    return Object.assign(immediate, { immediate });
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => statement(target.prepare(sql));
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

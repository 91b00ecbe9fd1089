/** RELIABILITY 16: historic schemas migrate, a throw leaves before or after, the copy made before survives, a newer one is left alone. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backupIsGood } from '../../../electron/host/backup/createBackup.ts';
import { listBackups } from '../../../electron/host/backup/manifest.ts';
import { type Migration, migrate, NewerDatabaseError } from '../../../electron/host/database/migrate.ts';
import { migrations } from '../../../electron/host/database/migrations/index.ts';
import { openWriter, type Writer } from '../../../electron/host/database/open.ts';
import { verifyChain } from '../../../electron/host/engine/verifyChain.ts';
import { vaultMigrations } from '../../../electron/host/vault/migrations.ts';
import { openTally, temporaryDirectory } from '../../fixtures/tally.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/schemas/', import.meta.url));
const historic = readdirSync(fixtures).filter((name) => name.endsWith('.sql'));

test('every released schema has a fixture', () => {
  expect(historic.toSorted()).toEqual(migrations.map(({ version }) => `${String(version).padStart(4, '0')}.sql`));
});

describe.each(historic)('the database of %s', (name) => {
  test('migrates to the schema of a new one and keeps its events', () => {
    using directory = temporaryDirectory();
    const db = openWriter(join(directory.path, 'station.db'));
    db.exec(readFileSync(join(fixtures, name), 'utf8'));
    const events = db.prepare('SELECT * FROM event ORDER BY seq').all();
    expect(events.length).toBeGreaterThan(0);
    migrate(db);
    expect(db.prepare('SELECT * FROM event ORDER BY seq').all()).toEqual(events);
    expect(verifyChain(db)).toMatchObject({ events: events.length, fault: null });
    expect(schemaOf(db)).toEqual(expect.objectContaining(newSchema()));
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('opens, replays and goes on', async () => {
    using directory = temporaryDirectory();
    const db = openWriter(join(directory.path, 'station.db'));
    db.exec(readFileSync(join(fixtures, name), 'utf8'));
    db.close();
    const tally = await openTally({ dataDir: directory.path });
    expect(tally.engine.states.tally).toEqual({ total: 130, added: 4 });
    expect(tally.add(1)).toMatchObject({ kind: 'done', output: { total: 131 } });
    tally.close();
  });
});

for (const [title, list] of [['station', migrations] as const, ['vault', vaultMigrations] as const]) {
  describe(`a throw while the ${title}'s schema is made`, () => {
    const statements = list.flatMap((migration) => statementsOf(migration).map((_, index) => [migration.version, index] as const));

    test.each(statements)('in migration %i after statement %i leaves the schema before it', (version, index) => {
      using directory = temporaryDirectory();
      const db = openWriter(join(directory.path, 'db'));
      const before = list.filter((migration) => migration.version < version);
      migrate(db, () => {}, before);
      const schema = schemaOf(db);
      const failing = list
        .filter((migration) => migration.version <= version)
        .map((migration) => (migration.version === version ? throwingAfter(migration, index) : migration));
      expect(() => migrate(db, () => {}, failing)).toThrow('made to fail');
      expect(schemaOf(db)).toEqual(schema);
      expect(db.pragma('user_version', { simple: true })).toBe(before.at(-1)?.version ?? 0);
      migrate(db, () => {}, list);
      expect(db.pragma('user_version', { simple: true })).toBe(list.at(-1)?.version);
      db.close();
    });
  });
}

describe('a later migration', () => {
  const rename: Migration = {
    version: 999_990,
    name: 'later',
    up(db) {
      db.exec('CREATE TABLE later (a INTEGER) STRICT');
      throw new Error('made to fail');
    },
  };

  test('that fails leaves the old schema; the copy made before is handed out first', () => {
    using directory = temporaryDirectory();
    const db = openWriter(join(directory.path, 'station.db'));
    migrate(db);
    const schema = schemaOf(db);
    const called: number[] = [];
    expect(() => migrate(db, (from) => called.push(from), [...migrations, rename])).toThrow('made to fail');
    expect(called).toEqual([migrations.at(-1)?.version]);
    expect(schemaOf(db)).toEqual(schema);
    db.close();
  });

  test('the copy made before an older database is migrated survives and is good', async () => {
    using directory = temporaryDirectory();
    const file = join(directory.path, 'station.db');
    const db = openWriter(file);
    db.exec(readFileSync(join(fixtures, '0010.sql'), 'utf8'));
    // As if it had been written by a program before the first migration that this one knows.
    db.pragma('user_version = 5');
    db.close();
    await expect(openTally({ dataDir: directory.path })).rejects.toThrow('already exists');
    const [backup] = listBackups(directory.path);
    expect(backup?.manifest).toMatchObject({ kind: 'beforeMigration', schema: 5, events: 4 });
    expect(backup !== undefined && backupIsGood(backup)).toBe(true);
    const after = openWriter(file);
    expect(after.pragma('user_version', { simple: true })).toBe(5);
    after.close();
  });
});

test('a newer schema is neither written nor otherwise read', async () => {
  using directory = temporaryDirectory();
  mkdirSync(join(directory.path, 'data'));
  const file = join(directory.path, 'data', 'station.db');
  const db = openWriter(file);
  migrate(db);
  db.pragma('user_version = 99990');
  db.close();
  const before = readFileSync(file);
  const failure = await openTally({ dataDir: join(directory.path, 'data') }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(NewerDatabaseError);
  expect(failure).toMatchObject({ found: 99_990, known: migrations.at(-1)?.version });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(join(directory.path, 'data')).filter((name) => !name.startsWith('station.db'))).toEqual([]);
});

type Schema = Readonly<Record<string, string>>;

function schemaOf(db: Writer): Schema {
  const rows = db.prepare<[], { name: string; sql: string }>('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all();
  return Object.fromEntries(rows.map(({ name, sql }) => [name, sql]));
}

function newSchema(): Schema {
  const db = new Database(':memory:') as unknown as Writer;
  migrate(db);
  const schema = schemaOf(db);
  db.close();
  return schema;
}

/** The statements that a migration runs, in order. */
function statementsOf(migration: Migration): readonly string[] {
  const db = new Database(':memory:') as unknown as Writer;
  const statements: string[] = [];
  migrate(db, () => {}, migrationsBefore(migration));
  migration.up(intercepted(db, (statement) => statements.push(statement)));
  db.close();
  return statements;
}

const migrationsBefore = (migration: Migration): readonly Migration[] => {
  const list = migrations.includes(migration) ? migrations : vaultMigrations;
  return list.filter(({ version }) => version < migration.version);
};

/** The migration, failing after its statement with this index. */
function throwingAfter(migration: Migration, index: number): Migration {
  return {
    ...migration,
    up(db) {
      let done = 0;
      migration.up(
        intercepted(db, () => {
          if (done === index) throw new Error('made to fail');
          done += 1;
        }),
      );
    },
  };
}

/** A handle that runs `exec` statement by statement and tells of each when it is done. */
function intercepted(db: Writer, after: (statement: string) => void): Writer {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'exec') {
        return (sql: string) => {
          for (const statement of split(sql)) {
            target.exec(statement);
            after(statement);
          }
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Splits SQL at the semicolons that end a statement; a trigger's end with END. */
function split(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  for (const part of sql.replaceAll(/--[^\n]*/gu, '').split(';')) {
    current += `${part};`;
    if (/^\s*CREATE\s+TRIGGER/iu.test(current) && !/END\s*;$/iu.test(current)) continue;
    if (current.trim() !== ';') statements.push(current);
    current = '';
  }
  return statements;
}

/** RELIABILITY 10. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openReader, openWriter } from '../../../electron/host/database/open.ts';
import { temporaryDirectory } from '../../fixtures/tally.ts';

test('every opening, the first and all later ones, is durable, checked by reading back', () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, 'a.db');
  for (let round = 0; round < 3; round++) {
    const db = openWriter(file);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
    db.exec('CREATE TABLE IF NOT EXISTS t (a)');
    db.close();
  }
});

test('a reader cannot write, and does not create a file', () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, 'a.db');
  expect(() => openReader(file)).toThrow();
  openWriter(file).exec('CREATE TABLE t (a)').close();
  const reader = openReader(file);
  expect(() => reader.exec('INSERT INTO t VALUES (1)')).toThrow('readonly');
  reader.close();
});

test('what is not a database is refused and stays as it is', () => {
  using directory = temporaryDirectory();
  expect(() => openWriter(directory.path)).toThrow(Database.SqliteError);
});

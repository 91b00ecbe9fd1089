/**
 * The vault (DESIGN decision 9): a database file of its own for everything personal. Each person and each note has a
 * random data key; the key is stored sealed under the office key, which the key store holds outside every database.
 * Erasing destroys the sealed key, zeroes its page and truncates the write-ahead log.
 *
 * Order of writes: vault first, event second. What has no event after a crash is swept at the next start.
 */
import { createSecretKey, timingSafeEqual } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { migrate } from '../database/migrate.ts';
import { openWriter, type Writer } from '../database/open.ts';
import type { KeyName, KeyStore } from '../keyStore.ts';
import type { Ports } from '../ports.ts';
import { type Erasure, type ErasedKind, openErasureLedger } from './erasures.ts';
import { prepareErasing } from './erasing.ts';
import { type LookupField, normalisedLookup } from './lookup.ts';
import { vaultMigrations } from './migrations.ts';
import { keyedHash, seal, unseal } from './seal.ts';
import { createSharedRows, type SharedRows } from './sharedRows.ts';

/** What is kept of a visitor; all but the name may be empty. */
export interface Person {
  readonly name: string;
  readonly nik: string;
  readonly phone: string;
  readonly address: string;
  readonly email: string;
}

export interface Vault {
  /** Stores or replaces a person under a key of her own. @returns false when she was erased: nothing is stored. */
  putPerson(id: string, person: Person): boolean;
  /** `null`: never stored, or erased. */
  person(id: string): Person | null;
  isErased(kind: ErasedKind, id: string): boolean;
  /** Whether something is stored under this id now. */
  holds(kind: ErasedKind, id: string): boolean;
  /** Everything that was ever erased here. */
  erasures(): readonly Erasure[];
  /** The keyed HMAC of a NIK or phone number; `null`: there is none in it. */
  indexOf(field: LookupField, value: string): Buffer | null;
  /** Ids of the persons with exactly this NIK or phone number, oldest first. */
  findBy(field: LookupField, value: string): readonly string[];
  /** Stores or replaces a note; an empty text removes it. @returns false when it was erased: nothing is stored. */
  putNote(id: string, text: string): boolean;
  note(id: string): string | null;
  /** Many reads as one: faster, and all of the same moment. */
  reading<T>(run: () => T): T;
  /** Destroys the keys of a person, of the drafts that name her, and of notes for ever; on disk when it returns. */
  erase(erasures: readonly Erasure[]): void;
  /** Marks what an event names and removes what a crash left without one. @returns how many were removed. */
  sweep(hasEvent: (kind: ErasedKind, id: string) => boolean): number;
  /** Its rows as the other stations of the office hold them too. */
  readonly shared: SharedRows;
  /** Lets an empty vault be opened with other keys from the next time on. @throws when it holds anything. */
  releaseKeys(): void;
  /** The handle, for the tables of the access module and for backups. */
  readonly db: Writer;
  readonly file: string;
  close(): void;
}

export interface VaultParts {
  readonly file: string;
  /** The station that it belongs to. */
  readonly stationId: string;
  readonly keyStore: KeyStore;
  readonly ports: Ports;
  readonly log: Logger;
}

/** The keys at hand are not those that this vault was written with; going on would lock everybody out of it. */
export class VaultKeysLostError extends Error {
  override readonly name = 'VaultKeysLostError';
}

/** The ledger of erasures that belongs to a vault file. */
export const ledgerFileOf = (vaultFile: string) => join(dirname(vaultFile), 'erasures.log');

/** @throws VaultKeysLostError, NewerDatabaseError, or SqliteError when the file is damaged. */
export function openVault({ file, stationId, keyStore, ports, log }: VaultParts): Vault {
  const db = openWriter(file);
  try {
    migrate(db, () => {}, vaultMigrations);
    checkKeys(db, keyStore);
  } catch (error) {
    db.close();
    throw error;
  }
  const ledger = openErasureLedger(ledgerFileOf(file));
  const officeKey = createSecretKey(keyStore.key('officeKey'));
  const indexKey = createSecretKey(keyStore.key('indexKey'));
  const statements = prepare(db);

  const sealed = (kind: ErasedKind, id: string, content: string) => {
    const dataKey = ports.random.bytes(32);
    return {
      key: seal(officeKey, `${kind}-key:${id}`, dataKey, ports.random),
      content: seal(dataKey, `${kind}:${id}`, Buffer.from(content), ports.random),
    };
  };
  const opened = (kind: ErasedKind, id: string): string | null => {
    const row = statements[kind].select.get(id);
    if (row === undefined || ledger.has(kind, id)) return null;
    const dataKey = unseal(officeKey, `${kind}-key:${id}`, row.wrapped_key);
    return unseal(dataKey, `${kind}:${id}`, row.content).toString('utf8');
  };
  const indexOf = (field: LookupField, value: string) => {
    const normalised = normalisedLookup(field, value);
    return normalised === null ? null : keyedHash(indexKey, `${field}:${normalised}`);
  };
  const erasing = prepareErasing(db);
  const destroy = (erasures: readonly Erasure[]) => {
    const destroyed = db.transaction(() => erasures.reduce((sum, erasure) => sum + erasing.destroy(erasure), 0))();
    if (destroyed > 0) db.pragma('wal_checkpoint(TRUNCATE)');
    return destroyed;
  };

  const returned = destroy(ledger.all());
  if (returned > 0) log.warn({ returned }, 'an older vault was put back; what had been erased is erased again');

  return {
    db,
    file,
    shared: createSharedRows(db, stationId, (kind, id) => ledger.has(kind, id)),
    putPerson(id, person) {
      if (ledger.has('person', id)) return false;
      const { key, content } = sealed('person', id, JSON.stringify([person.name, person.nik, person.phone, person.address, person.email]));
      statements.person.put.run(id, key, content, indexOf('nik', person.nik), indexOf('phone', person.phone), ports.clock.now());
      return true;
    },
    person(id) {
      const content = opened('person', id);
      if (content === null) return null;
      // Rows of the first release end with the phone.
      const [name = '', nik = '', phone = '', address = '', email = ''] = JSON.parse(content) as string[];
      return { name, nik, phone, address, email };
    },
    isErased: (kind, id) => ledger.has(kind, id),
    holds: (kind, id) => statements[kind].select.get(id) !== undefined,
    erasures: () => ledger.all(),
    indexOf,
    findBy(field, value) {
      const index = indexOf(field, value);
      if (index === null) return [];
      return (field === 'nik' ? statements.byNik : statements.byPhone).all(index).map(({ id }) => id);
    },
    putNote(id, text) {
      if (ledger.has('note', id)) return false;
      if (text === '') {
        destroy([{ kind: 'note', id }]);
        return true;
      }
      const { key, content } = sealed('note', id, text);
      statements.note.put.run(id, key, content, ports.clock.now());
      return true;
    },
    note: (id) => opened('note', id),
    reading: (run) => db.transaction(run)(),
    erase(erasures) {
      ledger.add(erasures);
      destroy(erasures);
    },
    sweep(hasEvent) {
      const kinds: readonly ErasedKind[] = ['person', 'note'];
      const open = kinds.flatMap((kind) => statements[kind].unsettled.all().map(({ id }) => ({ kind, id })));
      const orphans = open.filter(({ kind, id }) => !hasEvent(kind, id));
      const removed = destroy(orphans);
      for (const { kind, id } of open) statements[kind].settle.run(id);
      return removed;
    },
    releaseKeys() {
      const held = ['person', 'note', 'credential', 'draft', 'attachment'].filter(
        (table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined,
      );
      if (held.length > 0) throw new Error(`the vault is not empty: ${held.join(', ')}`);
      db.exec('DELETE FROM key_check');
    },
    close: () => void db.close(),
  };
}

interface SealedRow {
  wrapped_key: Buffer;
  content: Buffer;
}

function prepare(db: Writer) {
  const common = (table: ErasedKind) => ({
    select: db.prepare<[string], SealedRow>(`SELECT wrapped_key, content FROM ${table} WHERE id = ?`),
    unsettled: db.prepare<[], { id: string }>(`SELECT id FROM ${table} WHERE settled = 0`),
    settle: db.prepare<[string]>(`UPDATE ${table} SET settled = 1 WHERE id = ?`),
  });
  return {
    person: {
      ...common('person'),
      put: db.prepare<[string, Buffer, Buffer, Buffer | null, Buffer | null, number]>(
        `INSERT INTO person (id, wrapped_key, content, nik_index, phone_index, created_at, settled) VALUES (?, ?, ?, ?, ?, ?, 0)
         ON CONFLICT DO UPDATE SET wrapped_key = excluded.wrapped_key, content = excluded.content,
           nik_index = excluded.nik_index, phone_index = excluded.phone_index`,
      ),
    },
    note: {
      ...common('note'),
      put: db.prepare<[string, Buffer, Buffer, number]>(
        `INSERT INTO note (id, wrapped_key, content, created_at, settled) VALUES (?, ?, ?, ?, 0)
         ON CONFLICT DO UPDATE SET wrapped_key = excluded.wrapped_key, content = excluded.content`,
      ),
    },
    byNik: db.prepare<[Buffer], { id: string }>('SELECT id FROM person WHERE nik_index = ? ORDER BY id'),
    byPhone: db.prepare<[Buffer], { id: string }>('SELECT id FROM person WHERE phone_index = ? ORDER BY id'),
  };
}

/** Keys that the vault's content depends on; `windowKey` guards nothing in here. */
const checkedKeys: readonly KeyName[] = ['officeKey', 'indexKey', 'pepper'];

function checkKeys(db: Writer, keyStore: KeyStore): void {
  const select = db.prepare<[string], { tag: Buffer }>('SELECT tag FROM key_check WHERE name = ?');
  const insert = db.prepare('INSERT INTO key_check (name, tag) VALUES (?, ?)');
  for (const name of checkedKeys) {
    const tag = keyedHash(keyStore.key(name), `check:${name}`);
    const known = select.get(name)?.tag;
    if (known === undefined) insert.run(name, tag);
    else if (!timingSafeEqual(known, tag))
      throw new VaultKeysLostError(
        `The key "${name}" of this station is not the one its personal data was sealed with. Put the right keys back; no data was changed.`,
      );
  }
}

import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseInVaultFile, holdsErased } from '../../../electron/host/vault/eraseInFile.ts';
import { SealBrokenError } from '../../../electron/host/vault/seal.ts';
import { type Vault, VaultKeysLostError } from '../../../electron/host/vault/vault.ts';
import { fixedKeys, newDirectory, openTestVault } from '../../fixtures/vaults.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const siti = {
  name: 'Siti Rahmawati',
  nik: '3273015708640001',
  phone: '+62 812-3456-7890',
  address: 'Jalan Merdeka 1',
  email: 'siti@contoh.id',
};
const joko = { name: 'Joko Prabowo', nik: '', phone: '', address: '', email: '' };

let directory: string;
let vault: Vault;

beforeEach(() => {
  directory = newDirectory();
  vault = openTestVault(directory);
});
afterEach(() => {
  vault.close();
  rmSync(directory, { recursive: true, force: true });
});

const reopen = (keys = fixedKeys()) => {
  vault.close();
  vault = openTestVault(directory, keys);
};
/** Everything that stands in the directory's files now. */
const allBytes = () => Buffer.concat(readdirSync(directory).map((name) => readFileSync(join(directory, name))));

describe('persons', () => {
  test('come back as they were put in, also after a restart', () => {
    vault.putPerson(id(1), siti);
    vault.putPerson(id(2), joko);
    reopen();
    expect(vault.person(id(1))).toEqual(siti);
    expect(vault.person(id(2))).toEqual(joko);
    expect(vault.person(id(3))).toBeNull();
  });

  test('any text comes back', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(fc.record({ name: text, nik: text, phone: text, address: text, email: text }), (person) => {
        vault.putPerson(id(1), person);
        expect(vault.person(id(1))).toEqual(person);
      }),
      { numRuns: 50 },
    );
  });

  test('putting one again replaces her, under another key', () => {
    vault.putPerson(id(1), joko);
    const rowOf = () => vault.db.prepare<[], { wrapped_key: Buffer }>('SELECT wrapped_key FROM person').get()?.wrapped_key;
    const before = rowOf();
    vault.putPerson(id(1), siti);
    expect(vault.person(id(1))).toEqual(siti);
    expect(rowOf()).not.toEqual(before);
    expect(vault.findBy('nik', siti.nik)).toEqual([id(1)]);
  });

  test('nothing of them is readable in any file', () => {
    vault.putPerson(id(1), siti);
    vault.putNote(id(2), 'ibu menangis karena KTP hilang');
    const bytes = allBytes();
    const texts = ['Siti', 'Rahmawati', siti.nik, '812-3456', '81234567890', 'menangis', 'KTP hilang'];
    expect(texts.filter((text) => bytes.includes(text))).toEqual([]);
  });
});

describe('lookup', () => {
  beforeEach(() => {
    vault.putPerson(id(1), siti);
    vault.putPerson(id(2), { ...joko, phone: '081234567890' });
  });

  test.each(['3273015708640001', '3273 0157 0864 0001', '3273-0157-0864-0001'])('finds by NIK however it is typed: %s', (typed) => {
    expect(vault.findBy('nik', typed)).toEqual([id(1)]);
  });
  test.each(['+62 812-3456-7890', '6281234567890', '0812 3456 7890', '0062 812 3456 7890'])(
    'finds by phone however it is typed: %s',
    (typed) => {
      expect(vault.findBy('phone', typed)).toEqual([id(1), id(2)]);
    },
  );
  test('finds nothing for a part, another number, or nothing at all', () => {
    expect(vault.findBy('nik', '327301570864000')).toEqual([]);
    expect(vault.findBy('nik', '081234567890')).toEqual([]);
    expect(vault.findBy('phone', '')).toEqual([]);
    expect(vault.findBy('nik', '-')).toEqual([]);
  });

  test('without the index key, no enumeration of NIKs finds its index', () => {
    const indexes = vault.db.prepare<[], { nik_index: Buffer }>('SELECT nik_index FROM person WHERE nik_index IS NOT NULL').all();
    const other = newDirectory();
    const stranger = openTestVault(other, fixedKeys(2));
    // Every NIK of that day and region, as somebody would enumerate them who knows this program but not the key.
    const count = 300;
    for (let n = 0; n < count; n++) stranger.putPerson(id(100 + n), { ...joko, nik: `327301570864${String(n).padStart(4, '0')}` });
    const enumerated = stranger.db.prepare<[], { nik_index: Buffer }>('SELECT nik_index FROM person').all();
    expect(enumerated).toHaveLength(count);
    expect(enumerated.filter((row) => indexes.some((known) => known.nik_index.equals(row.nik_index)))).toEqual([]);
    stranger.close();
    rmSync(other, { recursive: true });
  });
});

describe('what was tampered with does not open', () => {
  beforeEach(() => {
    vault.putPerson(id(1), siti);
    vault.putPerson(id(2), joko);
  });

  test('content and key moved to another person', () => {
    vault.db
      .prepare('UPDATE person SET (wrapped_key, content) = (SELECT wrapped_key, content FROM person WHERE id = ?) WHERE id = ?')
      .run(id(1), id(2));
    expect(() => vault.person(id(2))).toThrow(SealBrokenError);
  });
  test('a flipped bit anywhere in the content', () => {
    const { content } = vault.db.prepare<[string], { content: Buffer }>('SELECT content FROM person WHERE id = ?').get(id(1)) ?? {
      content: Buffer.alloc(0),
    };
    expect(content.length).toBeGreaterThan(28);
    for (let at = 0; at < content.length; at++) {
      const flipped = Buffer.from(content);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      vault.db.prepare('UPDATE person SET content = ? WHERE id = ?').run(flipped, id(1));
      expect(() => vault.person(id(1))).toThrow(SealBrokenError);
    }
  });
  test('other keys are refused at the opening, before anything is written', () => {
    expect(() => reopen(fixedKeys(2))).toThrow(VaultKeysLostError);
    vault = openTestVault(directory);
    expect(vault.person(id(1))).toEqual(siti);
  });
});

describe('notes', () => {
  test('are kept, replaced and removed', () => {
    expect(vault.putNote(id(1), 'pertama')).toBe(true);
    expect(vault.putNote(id(1), 'kedua')).toBe(true);
    expect(vault.note(id(1))).toBe('kedua');
    vault.putNote(id(1), '');
    expect(vault.note(id(1))).toBeNull();
    expect(vault.holds('note', id(1))).toBe(false);
    vault.putNote(id(1), 'ketiga');
    expect(vault.note(id(1))).toBe('ketiga');
  });
});

describe('erasure', () => {
  const erasures = [
    { kind: 'person' as const, id: id(1) },
    { kind: 'note' as const, id: id(5) },
  ];
  beforeEach(() => {
    vault.putPerson(id(1), siti);
    vault.putPerson(id(2), joko);
    vault.putNote(id(5), 'rahasia');
  });
  const rowBytes = () =>
    vault.db.prepare<[string], { wrapped_key: Buffer; content: Buffer }>('SELECT wrapped_key, content FROM person WHERE id = ?').get(id(1));

  test('destroys key and content in the file and its log; others stay', () => {
    const row = rowBytes();
    if (row === undefined) throw new Error('nothing to erase');
    expect(allBytes().includes(row.wrapped_key)).toBe(true);
    vault.erase(erasures);
    expect(allBytes().includes(row.wrapped_key)).toBe(false);
    expect(allBytes().includes(row.content)).toBe(false);
    expect(vault.person(id(1))).toBeNull();
    expect(vault.note(id(5))).toBeNull();
    expect(vault.findBy('nik', siti.nik)).toEqual([]);
    expect(vault.person(id(2))).toEqual(joko);
  });

  test('nothing can be stored under an erased id again', () => {
    vault.erase(erasures);
    expect(vault.putPerson(id(1), siti)).toBe(false);
    expect(vault.putNote(id(5), 'lagi')).toBe(false);
    expect(vault.person(id(1))).toBeNull();
    expect(vault.isErased('person', id(1))).toBe(true);
  });

  test('holds when an older vault file is put back', () => {
    vault.close();
    const older = join(directory, 'older.db');
    copyFileSync(join(directory, 'vault.db'), older);
    vault = openTestVault(directory);
    vault.erase(erasures);
    vault.close();
    copyFileSync(older, join(directory, 'vault.db'));
    expect(holdsErased(join(directory, 'vault.db'), erasures)).toBe(true);
    vault = openTestVault(directory);
    expect(vault.person(id(1))).toBeNull();
    expect(vault.holds('person', id(1))).toBe(false);
    expect(vault.holds('note', id(5))).toBe(false);
    expect(vault.person(id(2))).toEqual(joko);
  });

  test('holds when the ledger’s last line was cut by a crash: earlier and later ones count', () => {
    vault.erase([{ kind: 'person', id: id(1) }]);
    appendFileSync(join(directory, 'erasures.log'), 'person 018f0000-0000-7000-80');
    reopen();
    vault.erase([{ kind: 'person', id: id(2) }]);
    reopen();
    expect(vault.erasures()).toEqual([
      { kind: 'person', id: id(1) },
      { kind: 'person', id: id(2) },
    ]);
  });

  test('reaches a copy of the file, and leaves no log beside it', () => {
    vault.close();
    const row = join(directory, 'copy.db');
    copyFileSync(join(directory, 'vault.db'), row);
    vault = openTestVault(directory);
    const sealed = rowBytes();
    expect(eraseInVaultFile(row, erasures)).toBe(2);
    expect(eraseInVaultFile(row, erasures)).toBe(0);
    expect(holdsErased(row, erasures)).toBe(false);
    expect(readFileSync(row).includes(sealed?.wrapped_key ?? '')).toBe(false);
    expect(readdirSync(directory).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);
  });

  test('the ledger holds ids only', () => {
    vault.erase(erasures);
    expect(readFileSync(join(directory, 'erasures.log'), 'utf8').trim().split('\n')).toEqual([`person ${id(1)}`, `note ${id(5)}`]);
  });
});

describe('the sweep at start', () => {
  test('removes what has no event and keeps the rest for good', () => {
    vault.putPerson(id(1), siti);
    vault.putPerson(id(2), joko);
    vault.putNote(id(5), 'catatan');
    expect(vault.sweep((kind, each) => kind === 'note' || each === id(1))).toBe(1);
    expect(vault.person(id(2))).toBeNull();
    // Settled once: a later doubt about the events does not remove it.
    expect(vault.sweep(() => false)).toBe(0);
    expect(vault.person(id(1))).toEqual(siti);
    expect(vault.note(id(5))).toBe('catatan');
    expect(vault.putPerson(id(2), joko)).toBe(true);
  });
});

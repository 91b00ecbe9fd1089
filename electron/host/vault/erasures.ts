/**
 * The ledger of erased ids: a text file beside the databases, one `kind id` per line, only ever appended to. It is
 * written and flushed before a key is destroyed and applied again at every opening of the vault, so that an older
 * `vault.db` put back in place cannot bring anybody back. It holds opaque ids only.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncDirectory } from '../database/durableFile.ts';

/** What can be erased: a person, or the note on a ticket. */
export type ErasedKind = 'person' | 'note';
export interface Erasure {
  readonly kind: ErasedKind;
  readonly id: string;
}

export interface ErasureLedger {
  /** Adds what is not in it yet and returns when it is on disk. */
  add(erasures: readonly Erasure[]): void;
  has(kind: ErasedKind, id: string): boolean;
  all(): readonly Erasure[];
}

const lineShape = /^(person|note) ([0-9a-f-]{36})$/u;

export function openErasureLedger(file: string): ErasureLedger {
  const known = new Map(readErasures(file).map((erasure) => [lineOf(erasure), erasure]));
  return {
    add(erasures) {
      const fresh = erasures.filter((erasure) => !known.has(lineOf(erasure)));
      if (fresh.length === 0) return;
      appendDurably(file, fresh);
      for (const erasure of fresh) known.set(lineOf(erasure), erasure);
    },
    has: (kind, id) => known.has(lineOf({ kind, id })),
    all: () => [...known.values()],
  };
}

/** Everything in a ledger file. A last line that a crash cut short is passed over: its erasure was never acknowledged. */
export function readErasures(file: string): readonly Erasure[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, kind, id] = lineShape.exec(line) ?? [];
      return kind === undefined || id === undefined ? [] : [{ kind: kind as ErasedKind, id }];
    });
}

const lineOf = ({ kind, id }: Erasure) => `${kind} ${id.toLowerCase()}`;

function appendDurably(file: string, erasures: readonly Erasure[]): void {
  const isNew = !existsSync(file);
  const descriptor = openSync(file, 'a', 0o600);
  try {
    // The first line break ends a line that a crash may have cut short.
    writeSync(descriptor, `\n${erasures.map(lineOf).join('\n')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (isNew) syncDirectory(dirname(file));
}

import Database from 'better-sqlite3';
import type { damages } from '../../../shared/rpc/methods/system.ts';
import { type ChainFault, type ChainResult, verifyChain } from '../engine/verifyChain.ts';
import type { ChainHead } from '../../../sync/hashChain.ts';
import { openReader, type Reader } from './open.ts';

export type Damage = (typeof damages)[number];

/** Whether an error says that the file's content is damaged, rather than that the disk or the program failed. */
export function isDamageError(error: unknown): boolean {
  return error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB');
}

/**
 * The same for the statements of a check or a salvage, which work on every sound database: when they find no such
 * table or column, the schema is damaged. Elsewhere that error is a bug, and no reason to set a database aside.
 */
export function isDamageToCheck(error: unknown): boolean {
  return isDamageError(error) || (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR');
}

/** SQLite's own check. `quick` leaves out that indexes agree with their tables. */
export function structureIsSound(db: Database.Database, depth: 'quick' | 'full'): boolean {
  return db.pragma(depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)', { simple: true }) === 'ok';
}

export interface DeepCheck {
  readonly damage: Damage | null;
  readonly fault: ChainFault | null;
  readonly events: number;
  readonly heads: readonly ChainHead[];
}

/**
 * Reads a station's whole database: structure, every event's hash, and the heads that were told elsewhere.
 * Seconds for a million events; the file may be in use. @throws errors that are not damage.
 */
export function checkStationFile(file: string, anchors: readonly ChainHead[]): DeepCheck {
  return readChecked(file, (db) => {
    if (!structureIsSound(db, 'full')) return { ...nothing, damage: 'structure' };
    const { events, heads, fault } = verifyChain(db, { anchors });
    return { damage: damageOf(fault), fault, events, heads };
  });
}

/** The same for the vault, whose rows are sealed each for itself: its structure. */
export function checkVaultFile(file: string, depth: 'quick' | 'full'): DeepCheck {
  return readChecked(file, (db) => ({ ...nothing, damage: structureIsSound(db, depth) ? null : 'structure' }));
}

export function damageOf(fault: ChainResult['fault']): Damage | null {
  if (fault === null) return null;
  return fault.reason === 'anchor' ? 'anchors' : 'chain';
}

const nothing: DeepCheck = { damage: null, fault: null, events: 0, heads: [] };

function readChecked(file: string, check: (db: Database.Database & Reader) => DeepCheck): DeepCheck {
  let db: Database.Database | null = null;
  try {
    db = openReader(file);
    return check(db);
  } catch (error) {
    if (isDamageToCheck(error)) return { ...nothing, damage: 'unreadable' };
    throw error;
  } finally {
    db?.close();
  }
}

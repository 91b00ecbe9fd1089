import type { StandbyProblem } from '../../shared/rpc/protocol.ts';

/** No room: also what a quota of the operating system says. */
const full = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const readOnly = new Set(['EROFS', 'EACCES', 'EPERM']);
const failed = new Set(['EIO', 'EMFILE', 'ENFILE', 'EBUSY', 'EISDIR', 'ENOTDIR', 'ENODEV', 'ENXIO']);
const failedInSqlite = [
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_PROTOCOL',
  'SQLITE_PERM',
  'SQLITE_NOMEM',
];

/**
 * What about the disk keeps the data from being read or written; `null` when the error is something else. Nothing of it is
 * in the data itself, so the same attempt may succeed when a person has freed space, mounted or plugged something.
 */
export function storageProblem(error: unknown): StandbyProblem | null {
  const code = codeOf(error);
  if (full.has(code)) return 'full';
  if (readOnly.has(code) || code.startsWith('SQLITE_READONLY')) return 'readOnly';
  return failed.has(code) || failedInSqlite.some((start) => code.startsWith(start)) ? 'failed' : null;
}

/** The code of SQLite or of the operating system, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

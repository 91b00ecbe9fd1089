import type { Writer } from '../database/open.ts';

/** A session as it survives a restart; only the hash of its token is kept. Times are the wall clock's. */
export interface StoredSession {
  readonly tokenHash: Buffer;
  readonly staffId: string;
  readonly startedAt: number;
  readonly seenAt: number;
  /** Its age when it was written, ms; no clock makes it younger. */
  readonly ageMs: number;
  readonly locked: boolean;
}

export interface SessionStore {
  all(): readonly StoredSession[];
  put(session: StoredSession): void;
  remove(tokenHash: Buffer): void;
}

interface Row {
  token_hash: Buffer;
  staff_id: string;
  started_at: number;
  seen_at: number;
  age_ms: number;
  locked: number;
}

/** The session table of the vault file. Sessions are not events: they end by themselves and are nobody's history. */
export function createSessionStore(db: Writer): SessionStore {
  const select = db.prepare<[], Row>('SELECT * FROM session');
  const put = db.prepare<[Buffer, string, number, number, number, number]>(
    `INSERT INTO session (token_hash, staff_id, started_at, seen_at, age_ms, locked) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at, age_ms = excluded.age_ms, locked = excluded.locked`,
  );
  const remove = db.prepare<[Buffer]>('DELETE FROM session WHERE token_hash = ?');
  return {
    all: () =>
      select.all().map((row) => ({
        tokenHash: row.token_hash,
        staffId: row.staff_id,
        startedAt: row.started_at,
        seenAt: row.seen_at,
        ageMs: row.age_ms,
        locked: row.locked === 1,
      })),
    put: ({ tokenHash, staffId, startedAt, seenAt, ageMs, locked }) =>
      void put.run(tokenHash, staffId, startedAt, seenAt, ageMs, locked ? 1 : 0),
    remove: (tokenHash) => void remove.run(tokenHash),
  };
}

/**
 * The vault's rows on their way between the stations of an office. They travel as they are stored: sealed under the office
 * key that every station of the office holds. Of two changes of one row the later one stays, by the order of causes (a
 * Lamport clock) and, where neither knew of the other, by the station's id: every copy decides alike.
 */
import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import type { Writer } from '../database/open.ts';
import type { ErasedKind } from './erasures.ts';

const base64 = z.base64().max(1_000_000);
const contents = {
  person: z.strictObject({
    wrapped_key: base64,
    content: base64,
    nik_index: base64.nullable(),
    phone_index: base64.nullable(),
    created_at: z.number().int(),
  }),
  note: z.strictObject({ wrapped_key: base64, content: base64, created_at: z.number().int() }),
  credential: z.strictObject({ secret: z.string().max(1000), changed_at: z.number().int() }),
  attachment: z.strictObject({ owner_id: id, staff_id: id, file: z.string().regex(/^[0-9a-f]{64}$/u) }),
};
const kinds = ['person', 'note', 'credential', 'attachment'] as const;
type Kind = (typeof kinds)[number];

const changed = <K extends Kind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), id, lamport: z.number().int().min(1), station: id, content: contents[kind].nullable() });
/** A row as it is at a station; `content` null: it was removed there. Binary columns in base64. */
export const sharedRow = z.discriminatedUnion('kind', [changed('person'), changed('note'), changed('credential'), changed('attachment')]);
export type SharedRow = z.infer<typeof sharedRow>;

export interface SharedRows {
  /** Changes after the n-th that this station learned of, in that order. */
  after(n: number, limit: number): readonly { readonly n: number; readonly row: SharedRow }[];
  /** The number of the last change known here. */
  last(): number;
  /** How far the changes of another station were taken over. */
  seen(station: string): number;
  /** Takes over what is later than what is here, and remembers how far; on disk when it returns. @returns how many were. */
  adopt(rows: readonly SharedRow[], from: { readonly station: string; readonly upTo: number }): number;
}

const idColumn = { person: 'id', note: 'id', credential: 'staff_id', attachment: 'id' } as const;
const binary = new Set(['wrapped_key', 'content', 'nik_index', 'phone_index']);

/** @param isErased what must not come back, whoever still has it. */
export function createSharedRows(db: Writer, station: string, isErased: (kind: ErasedKind, id: string) => boolean): SharedRows {
  const after = db.prepare<[number, number], { kind: Kind; id: string; n: number; lamport: number; station: string }>(
    'SELECT kind, id, n, lamport, station FROM shared_row WHERE n > ? ORDER BY n LIMIT ?',
  );
  const last = db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM shared_row');
  const known = db.prepare<[string, string], { lamport: number; station: string }>(
    'SELECT lamport, station FROM shared_row WHERE kind = ? AND id = ?',
  );
  const stamp = db.prepare<[number, string, string, string]>('UPDATE shared_row SET lamport = ?, station = ? WHERE kind = ? AND id = ?');
  // Of a row that is not here, or not any more: others must still hear that it is gone, and by whom it was removed last.
  const noteRemoved = db.prepare<[string, string]>(
    `INSERT INTO shared_row (kind, id, n, lamport, station) SELECT ?, ?, coalesce(max(n), 0) + 1, 1, '' FROM shared_row
     WHERE true ON CONFLICT DO UPDATE SET n = excluded.n`,
  );
  const seen = db.prepare<[string], { n: number }>('SELECT n FROM shared_row_seen WHERE station = ?');
  const setSeen = db.prepare<[string, number]>(
    'INSERT INTO shared_row_seen (station, n) VALUES (?, ?) ON CONFLICT DO UPDATE SET n = excluded.n',
  );
  const tables = Object.fromEntries(kinds.map((kind) => [kind, prepareTable(db, kind)])) as Record<Kind, ReturnType<typeof prepareTable>>;

  const isLater = (row: SharedRow): boolean => {
    const here = known.get(row.kind, row.id);
    if (here === undefined) return true;
    const by = here.station === '' ? station : here.station;
    return row.lamport > here.lamport || (row.lamport === here.lamport && row.station > by);
  };
  const take = (row: SharedRow): boolean => {
    if (!isLater(row)) return false;
    if ((row.kind === 'person' || row.kind === 'note') && row.content !== null && isErased(row.kind, row.id)) return false;
    if (row.content !== null) tables[row.kind].put(row.id, row.content);
    else if (!tables[row.kind].remove(row.id)) noteRemoved.run(row.kind, row.id);
    // Written behind the trigger, which took it for a change made here.
    stamp.run(row.lamport, row.station === station ? '' : row.station, row.kind, row.id);
    return true;
  };
  const adopt = db.transaction((rows: readonly SharedRow[], from: { readonly station: string; readonly upTo: number }) => {
    const taken = rows.filter(take).length;
    setSeen.run(from.station, from.upTo);
    return taken;
  });

  return {
    after: (n, limit) =>
      after.all(n, limit).map(({ kind, id: rowId, n: at, lamport, station: by }) => ({
        n: at,
        row: { kind, id: rowId, lamport, station: by === '' ? station : by, content: tables[kind].read(rowId) } as SharedRow,
      })),
    last: () => last.get()?.n ?? 0,
    seen: (other) => seen.get(other)?.n ?? 0,
    adopt: (rows, from) => adopt.immediate(rows, from),
  };
}

function prepareTable(db: Writer, kind: Kind) {
  const columns = Object.keys(contents[kind].shape);
  const key = idColumn[kind];
  // What came from another station has its event there; the sweep at the next start is for what was begun here.
  const settled = kind === 'person' || kind === 'note' ? { settled: 1 } : {};
  const all = [key, ...columns, ...Object.keys(settled)];
  const select = db.prepare<[string], Record<string, Buffer | string | number | null>>(
    `SELECT ${columns.join(', ')} FROM ${kind} WHERE ${key} = ?`,
  );
  const put = db.prepare(
    `INSERT INTO ${kind} (${all.join(', ')}) VALUES (${all.map((name) => `@${name}`).join(', ')})
     ON CONFLICT DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  const remove = db.prepare<[string]>(`DELETE FROM ${kind} WHERE ${key} = ?`);
  return {
    read(rowId: string) {
      const row = select.get(rowId);
      if (row === undefined) return null;
      return Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString('base64') : value]),
      );
    },
    put(rowId: string, content: Readonly<Record<string, unknown>>) {
      const values = Object.entries(content).map(([name, value]) => [
        name,
        binary.has(name) && typeof value === 'string' ? Buffer.from(value, 'base64') : value,
      ]);
      put.run({ ...Object.fromEntries(values), ...settled, [key]: rowId });
    },
    remove: (rowId: string) => remove.run(rowId).changes > 0,
  };
}

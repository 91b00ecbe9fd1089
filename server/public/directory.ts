/** What the public pages know of offices: who they are by their code, and how they are set up. */
import type { OfficeTold } from '../../shared/sync/protocol.ts';
import type { Database, Tx } from '../database/database.ts';
import { type Office, officeByCode } from '../offices.ts';
import type { ServerServices } from '../services.ts';

const keptMs = 10_000;
const most = 2000;

/** Forgets the oldest beyond `most`. */
function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.size > most ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

export interface Directory {
  /** By the code in addresses, at most ten seconds old; `null`: there is none. */
  office(code: string): Promise<Office | null>;
  told: ToldOffices;
}

export function createDirectory({ db, now }: Pick<ServerServices, 'db' | 'now'>): Directory {
  const kept = new Map<string, { readonly office: Office; readonly at: number }>();
  return {
    async office(code) {
      const known = kept.get(code);
      if (known !== undefined && now() - known.at < keptMs && now() >= known.at) return known.office;
      const office = await officeByCode(db, code);
      if (office !== null) remember(kept, code, { office, at: now() });
      return office;
    },
    told: createToldOffices(),
  };
}

/** How an office is set up, read from the database but parsed only when it changed: it can be a hundred kilobytes. */
export interface ToldOffices {
  /** When the state that is kept of the office was told: give it to the query that reads `told`. */
  keptAt(officeId: string): Date | null;
  /** @param row `told` only when `told_at` is not the one that is kept. */
  take(officeId: string, row: ToldRow): OfficeTold | null;
  read(tx: Tx, officeId: string): Promise<OfficeTold | null>;
}

export interface ToldRow {
  readonly told_at: Date | null;
  readonly told: string | null;
}

function createToldOffices(): ToldOffices {
  const kept = new Map<string, { readonly told: OfficeTold; readonly at: Date }>();
  const keptAt = (officeId: string) => kept.get(officeId)?.at ?? null;
  const take = (officeId: string, row: ToldRow | undefined): OfficeTold | null => {
    if (row === undefined || row.told_at === null) return null;
    // Checked by its schema when it was taken from the office.
    if (row.told !== null) remember(kept, officeId, { told: JSON.parse(row.told) as OfficeTold, at: row.told_at });
    return kept.get(officeId)?.told ?? null;
  };
  return {
    keptAt,
    take,
    async read(tx, officeId) {
      const { rows } = await tx.query<{ told_at: Date; told: string | null }>(
        'SELECT told_at, CASE WHEN told_at IS DISTINCT FROM $2 THEN told END AS told FROM office_state WHERE office_id = $1',
        [officeId, keptAt(officeId)],
      );
      return take(officeId, rows[0]);
    },
  };
}

export interface ListedOffice {
  readonly code: string;
  readonly name: string;
  /** Of its agency. */
  readonly agency: string;
}

/** Open offices, by agency and name, whose name or agency holds every word that was typed. One more than `limit` says: there are more. */
export const findOffices = (db: Database, typed: string, limit: number, agencyId: string | null = null): Promise<readonly ListedOffice[]> =>
  db.inDirectory(async (tx) => {
    const words = typed.split(/\s+/u).filter((word) => word !== '');
    const patterns = words.slice(0, 8).map((word) => `%${word.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`);
    const { rows } = await tx.query<{ code: string; name: string; agency: string }>(
      `SELECT o.code, o.name, a.name AS agency FROM office o JOIN office a ON a.office_id = o.agency_id
       WHERE o.office_id <> o.agency_id AND o.closed_at IS NULL AND ($3::uuid IS NULL OR o.agency_id = $3)
         AND concat_ws(' ', o.name, a.name, o.code) ILIKE ALL ($1::text[]) ORDER BY a.name, o.name LIMIT $2`,
      [patterns, limit + 1, agencyId],
    );
    return rows.map(({ code, name, agency }) => ({ code, name, agency }));
  });

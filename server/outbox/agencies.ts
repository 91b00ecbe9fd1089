import type { Database } from '../database/database.ts';

/** Ids of all agencies: whose outboxes there are. */
export const listAgencies = (db: Database): Promise<readonly string[]> =>
  db.inDirectory(async (tx) => {
    const { rows } = await tx.query<{ office_id: string }>('SELECT office_id FROM office WHERE office_id = agency_id');
    return rows.map(({ office_id: agencyId }) => agencyId);
  });

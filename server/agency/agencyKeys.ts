import type { Tx } from '../database/database.ts';

export interface AgencyKey {
  readonly keyId: string;
  readonly createdAt: Date;
}

/** Keys that the agency's offices sealed for, the one in use first. */
export async function listAgencyKeys(tx: Tx, agencyId: string): Promise<readonly AgencyKey[]> {
  const { rows } = await tx.query<{ name: string; created_at: Date }>(
    "SELECT name, created_at FROM office_secret WHERE office_id = $1 AND name LIKE 'sealing:%' ORDER BY created_at DESC",
    [agencyId],
  );
  return rows.map(({ name, created_at: createdAt }) => ({ keyId: name.slice('sealing:'.length), createdAt }));
}

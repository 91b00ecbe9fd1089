import type { OfficeTold } from '../../shared/sync/protocol.ts';
import { listOffices, type Office, officeByCode } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import { GeoReportError } from './errors.ts';

/** An office, or all offices of an agency: `jurisdiction_id` is its code, as in the addresses of its pages. */
export interface Jurisdiction {
  readonly offices: ReadonlyMap<string, JurisdictionOffice>;
}

export interface JurisdictionOffice {
  readonly office: Office;
  /** `null`: it never told how it is set up. */
  readonly told: OfficeTold | null;
  readonly toldAt: Date | null;
}

/** @throws GeoReportError 404: there is none of this code. */
export async function readJurisdiction({ db }: Pick<ServerServices, 'db'>, code: string): Promise<Jurisdiction> {
  const named = await officeByCode(db, code);
  if (named === null || named.closedAt !== null) throw new GeoReportError(404, `jurisdiction_id ${code.slice(0, 60)} was not found`);
  const isAgency = named.officeId === named.agencyId;
  const offices = isAgency ? await listOffices(db, named.agencyId) : [named];
  const ids = offices.map(({ officeId }) => officeId);
  const { rows } = await db.inOffices(ids, (tx) =>
    tx.query<{ office_id: string; told: string; told_at: Date }>(
      'SELECT office_id, told, told_at FROM office_state WHERE office_id = ANY ($1::uuid[])',
      [ids],
    ),
  );
  const states = new Map(rows.map((row) => [row.office_id, row]));
  return {
    offices: new Map(
      offices.map((office) => {
        const state = states.get(office.officeId);
        const told = state === undefined ? null : (JSON.parse(state.told) as OfficeTold);
        return [office.officeId, { office, told, toldAt: state?.told_at ?? null }];
      }),
    ),
  };
}

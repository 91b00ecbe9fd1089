/**
 * Complaints as service requests. Only what is public: none that is confidential, nothing of a person, no word that anybody wrote,
 * and not the tracking number: with it and a PIN one follows a complaint, so the numbers that exist are nobody's business.
 */
import type { ComplaintStage } from '../../shared/domain/complaints/types.ts';
import { id } from '../../shared/domain/values.ts';
import type { ServerServices } from '../services.ts';
import type { Jurisdiction, JurisdictionOffice } from './jurisdiction.ts';
import { serviceName, uncategorised } from './services.ts';
import { w3 } from './w3.ts';

export interface RequestFilter {
  /** With these the rest is left aside. */
  readonly ids?: readonly string[] | undefined;
  readonly serviceCodes?: readonly string[] | undefined;
  readonly statuses?: readonly ('open' | 'closed')[] | undefined;
  /** ms since the epoch, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly offset: number;
}

const closedStages: readonly ComplaintStage[] = ['closed', 'referred', 'merged'];

const notes: Readonly<Record<ComplaintStage, string>> = {
  received: 'Diterima',
  verified: 'Diverifikasi',
  assigned: 'Didisposisikan',
  inProgress: 'Ditindaklanjuti',
  answered: 'Ditanggapi',
  closed: 'Selesai',
  waiting: 'Menunggu kelengkapan dari pengadu',
  referred: 'Dirujuk ke instansi yang berwenang',
  reopened: 'Dibuka kembali',
  merged: 'Digabungkan dengan pengaduan lain',
};

interface Row {
  office_id: string;
  complaint_id: string;
  received_at: number;
  stage: ComplaintStage;
  category_id: string | null;
  unit_id: string | null;
  closed_at: number | null;
  changed_at: number;
  answer_due: number | null;
}

/** The newest first. */
export async function serviceRequests({ db }: Pick<ServerServices, 'db'>, { offices }: Jurisdiction, filter: RequestFilter) {
  const officeIds = [...offices.keys()];
  const { rows } = await db.inOffices(officeIds, (tx) => {
    const ids = filter.ids?.filter((one) => id.safeParse(one).success) ?? null;
    if (ids !== null)
      return tx.query<Row>(`${select} AND complaint_id = ANY ($2::uuid[]) ORDER BY received_at DESC, complaint_id LIMIT $3 OFFSET $4`, [
        officeIds,
        ids,
        filter.limit,
        filter.offset,
      ]);
    return tx.query<Row>(
      `${select} AND received_at BETWEEN $2 AND $3 AND ($4::text[] IS NULL OR coalesce(category_id, $5) = ANY ($4))
         AND ($6::boolean IS NULL OR (stage = ANY ($7)) = $6)
       ORDER BY received_at DESC, complaint_id LIMIT $8 OFFSET $9`,
      [
        officeIds,
        filter.from,
        filter.to,
        filter.serviceCodes ?? null,
        uncategorised,
        isClosed(filter),
        closedStages,
        filter.limit,
        filter.offset,
      ],
    );
  });
  return rows.flatMap((row) => {
    const at = offices.get(row.office_id);
    return at === undefined ? [] : [toRequest(row, at)];
  });
}

const select = `SELECT office_id, complaint_id, received_at, stage, category_id, unit_id, closed_at, changed_at,
  (folded #>> '{deadlines,answer}')::bigint AS answer_due FROM complaint WHERE office_id = ANY ($1::uuid[]) AND NOT confidential`;

/** `null`: both. */
function isClosed({ statuses }: RequestFilter): boolean | null {
  if (statuses === undefined || statuses.length === 0 || new Set(statuses).size === 2) return null;
  return statuses[0] === 'closed';
}

function toRequest(row: Row, at: JurisdictionOffice) {
  const { office, told } = at;
  const unit = told?.complaintRules.units.find(({ id: unitId }) => unitId === row.unit_id)?.title.id;
  const officeName = told?.profile.name ?? office.name;
  return {
    service_request_id: row.complaint_id,
    status: closedStages.includes(row.stage) ? 'closed' : 'open',
    status_notes: notes[row.stage],
    service_name: serviceName(at, row.category_id),
    service_code: row.category_id ?? uncategorised,
    description: null,
    agency_responsible: unit === undefined ? officeName : `${unit}, ${officeName}`,
    service_notice: null,
    requested_datetime: w3(row.received_at, office.zone),
    updated_datetime: w3(row.closed_at ?? row.changed_at, office.zone),
    expected_datetime: row.answer_due === null ? null : w3(row.answer_due, office.zone),
    // Of the office: where it happened is the complainant's word.
    address: told?.profile.address ?? null,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  };
}

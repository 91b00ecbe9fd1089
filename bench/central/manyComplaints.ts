/** Complaints by the million, as the server's own projection writes one: made by PostgreSQL itself, after a pattern. */
import type { Client } from 'pg';
import { v7 } from 'uuid';
import type { Database } from '../../server/database/database.ts';
import type { ServerKeys } from '../../server/keys.ts';
import { createAgency, createOffice } from '../../server/offices.ts';
import { projectComplaints } from '../../server/sync/projections/complaints.ts';
import { toldOffice } from '../../tests/fixtures/writtenOffice.ts';

export interface Seeded {
  readonly officeId: string;
  readonly code: string;
  readonly complaintId: string;
  readonly personId: string;
  readonly number: string;
  /** Of the answer among its steps. */
  readonly textId: string;
}

interface Many {
  readonly offices: number;
  readonly complaints: number;
  /** How many to tell of, spread over all. */
  readonly followed: number;
}

const numberOf = (sequence: number) => `P-2026-${String(sequence).padStart(6, '0')}`;
const day = 24 * 60 * 60 * 1000;

export async function seedComplaints(
  db: Database,
  keys: ServerKeys,
  owner: Client,
  { offices, complaints, followed }: Many,
): Promise<{ readonly agencyId: string; readonly followed: readonly Seeded[] }> {
  const now = Date.now();
  const agencyId = await createAgency(db, keys, { code: 'kota-sejuta', name: 'Kota Sejuta', zone: 'Asia/Jakarta' }, now);
  const perOffice = Math.ceil(complaints / offices);
  const codes = new Map<string, string>();
  for (let n = 0; n < offices; n += 1) {
    const code = `kantor-${n}`;
    const officeId = await createOffice(db, keys, agencyId, { code, name: `Kantor ${n}`, zone: 'Asia/Jakarta' }, now);
    codes.set(officeId, code);
    await owner.query('INSERT INTO office_state VALUES ($1, $2, now())', [officeId, JSON.stringify(toldOffice(`Kantor ${n}`))]);
  }
  const [first = ''] = codes.keys();
  const pattern = await writePattern(db, first, now);
  const columns = `received_at, stage, class, channel, type, category_id, unit_id, service_id, priority, anonymous, confidential, due_at, answered_at, closed_at, changed_at`;
  for (const officeId of codes.keys()) {
    await owner.query(
      `INSERT INTO complaint (office_id, complaint_id, number, person_id, folded, steps, pin_tag, ${columns})
       SELECT $1, new.id, new.number, new.person, replace(replace(replace(folded::text, $2, new.id::text), $3, new.number), $4, new.text::text)::json,
         replace(steps::text, $4, new.text::text)::json, decode(md5(new.id::text), 'hex'), ${columns}
       FROM complaint, LATERAL (
         SELECT gen_random_uuid() AS id, gen_random_uuid() AS person, gen_random_uuid() AS text, 'P-2026-' || lpad(n::text, 6, '0') AS number
         FROM generate_series(1, $5::int) AS n OFFSET 0) AS new
       WHERE office_id = $6 AND complaint_id = $2::uuid`,
      [officeId, pattern.complaintId, pattern.number, pattern.textId, perOffice, first],
    );
    process.stderr.write(`\rcomplaints: ${[...codes.keys()].indexOf(officeId) + 1} of ${offices} offices`);
  }
  process.stderr.write('\n');
  await owner.query('DELETE FROM complaint WHERE office_id = $1 AND complaint_id = $2', [first, pattern.complaintId]);
  // The same numbers of every office, spread over all.
  const each = Math.ceil(followed / offices);
  const { rows } = await owner.query<{ office_id: string; complaint_id: string; person_id: string; number: string; text_id: string }>(
    `SELECT office_id, complaint_id, person_id, number, (SELECT step ->> 'textId' FROM json_array_elements(steps) AS step WHERE step ->> 'kind' = 'answered') AS text_id
     FROM complaint WHERE number = ANY ($1) ORDER BY md5(complaint_id::text) LIMIT $2`,
    [Array.from({ length: each }, (_, n) => numberOf(1 + n * Math.floor(perOffice / each))), followed],
  );
  return {
    agencyId,
    followed: rows.map((row) => ({
      officeId: row.office_id,
      code: codes.get(row.office_id) ?? '',
      complaintId: row.complaint_id,
      personId: row.person_id,
      number: row.number,
      textId: row.text_id,
    })),
  };
}

/** One that was received, verified, assigned and answered. */
async function writePattern(db: Database, officeId: string, now: number) {
  const [complaintId, textId] = [v7(), v7()];
  const number = numberOf(999_999);
  const at = now - 5 * day;
  const received = {
    ...{
      complaintId,
      number,
      letter: '',
      year: 2026,
      sequence: 999_999,
      kind: 'full',
      channel: 'counter',
      personId: v7(),
      anonymous: false,
    },
    ...{
      confidential: false,
      counterId: null,
      counterName: null,
      ticketId: null,
      ticketNumber: null,
      serviceId: v7(),
      pinHash: '00'.repeat(32),
    },
    ...{ serviceTitle: { id: 'KTP-el hilang', en: 'Lost identity card' }, promisedOn: null, attachments: [], reportDueAt: at + 7 * day },
    ...{ responded: false, type: 'service', tag: null, class: 'ordinary', categoryId: null, unitId: null, urgency: 'low', impact: 'low' },
    ...{ priority: 'low', deadlines: { firstResponse: at + day, verify: at + 3 * day, answer: at + 14 * day, ceiling: at + 60 * day } },
  };
  const steps: readonly [string, object][] = [
    ['complaintReceived.v1', received],
    ['complaintVerified.v1', { complaintId, textId: null, tag: 'procedural' }],
    ['complaintAssigned.v1', { complaintId, unitId: v7(), textId: null }],
    ['complaintAnswered.v1', { complaintId, textId }],
  ];
  const events = steps.map(([type, data], n) => ({
    event: {
      ...{ id: v7(), origin: v7(), originSeq: n + 1, term: 1, stream: `complaint/${complaintId}`, type, at: at + n * day, actor: 'system' },
      ...{ commandId: v7(), data: JSON.stringify(data), hash: null },
    },
    data,
  }));
  const misread = await db.inOffice(officeId, (tx) =>
    projectComplaints(tx, { officeId, pins: new Map(), understands: () => true }, events),
  );
  if (misread.length > 0) throw new Error(misread.map(({ detail }) => detail).join('\n'));
  return { complaintId, textId, number };
}

/** One page of an export: rows of one office with what was written, opened. */
import { complaintFromText } from '../../shared/domain/complaints/stored.ts';
import type {
  ComplaintChannel,
  ComplaintClass,
  ComplaintPriority,
  ComplaintStage,
  ComplaintType,
} from '../../shared/domain/complaints/types.ts';
import { type ComplaintWords, complaintWords } from '../../shared/sync/contents.ts';
import { type OfficeTold, textLabel } from '../../shared/sync/protocol.ts';
import { SealedForAnotherError } from '../../sync/seal.ts';
import type { Tx } from '../database/database.ts';
import type { Office } from '../offices.ts';
import { w3 } from '../open311/w3.ts';
import { parseJson } from '../outbox/json.ts';
import type { ServerServices } from '../services.ts';
import type { PublicStep } from '../sync/projections/steps.ts';
import { channels, classes, type ExportRow, priorities, stages, types } from './columns.ts';
import type { ExportFilter } from './exportComplaints.ts';

interface Place {
  readonly receivedAt: number;
  readonly complaintId: string;
}

interface ComplaintRow {
  complaint_id: string;
  number: string;
  received_at: number;
  stage: ComplaintStage;
  class: ComplaintClass;
  channel: ComplaintChannel;
  type: ComplaintType | null;
  category_id: string | null;
  unit_id: string | null;
  priority: ComplaintPriority;
  anonymous: boolean;
  confidential: boolean;
  answered_at: number | null;
  closed_at: number | null;
  folded: string;
  steps: string;
}

interface SealedRow {
  text_id: string;
  subject_id: string;
  kind: 'complaint' | 'answer';
  key_id: string;
  ephemeral: Buffer;
  content: Buffer;
}

/** @param after the last complaint of the page before; `null`: from the beginning. */
export async function readPage(
  services: Pick<ServerServices, 'db' | 'secrets'>,
  agencyId: string,
  office: Office,
  filter: ExportFilter,
  after: Place | null,
  limit: number,
): Promise<{ readonly rows: readonly ExportRow[]; readonly last: Place | null }> {
  const { told, complaints, texts } = await services.db.inOffice(office.officeId, async (tx) => {
    const found = await readComplaints(tx, office.officeId, filter, after, limit);
    const open = found.filter(({ confidential }) => !confidential).map(({ complaint_id: id }) => id);
    return { told: await readTold(tx, office.officeId), complaints: found, texts: await readTexts(tx, office.officeId, open) };
  });
  const rows: ExportRow[] = [];
  for (const row of complaints) {
    const sealed = texts.filter(({ subject_id: subject }) => subject === row.complaint_id);
    rows.push(toRow(row, office, told, row.confidential ? withheld : await openTexts(services, agencyId, row, sealed)));
  }
  const last = complaints.at(-1);
  return { rows, last: last === undefined ? null : { receivedAt: last.received_at, complaintId: last.complaint_id } };
}

async function readComplaints(tx: Tx, officeId: string, filter: ExportFilter, after: Place | null, limit: number) {
  const { rows } = await tx.query<ComplaintRow>(
    `SELECT complaint_id, number, received_at, stage, class, channel, type, category_id, unit_id, priority, anonymous, confidential,
       answered_at, closed_at, folded, steps
     FROM complaint WHERE office_id = $1 AND received_at >= $2 AND received_at < $3 AND ($4::text[] IS NULL OR stage = ANY ($4))
       AND ($5::bigint IS NULL OR (received_at, complaint_id) > ($5, $6::uuid))
     ORDER BY received_at, complaint_id LIMIT $7`,
    [officeId, filter.from, filter.to, filter.stages, after?.receivedAt ?? null, after?.complaintId ?? null, limit],
  );
  return rows;
}

async function readTold(tx: Tx, officeId: string): Promise<OfficeTold | null> {
  const { rows } = await tx.query<{ told: string }>('SELECT told FROM office_state WHERE office_id = $1', [officeId]);
  return rows[0] === undefined ? null : (JSON.parse(rows[0].told) as OfficeTold);
}

async function readTexts(tx: Tx, officeId: string, complaintIds: readonly string[]): Promise<readonly SealedRow[]> {
  if (complaintIds.length === 0) return [];
  const { rows } = await tx.query<SealedRow>(
    `SELECT text_id, subject_id, kind, key_id, ephemeral, content FROM sealed_text
     WHERE office_id = $1 AND subject_id = ANY ($2::uuid[]) AND kind IN ('complaint', 'answer')`,
    [officeId, complaintIds],
  );
  return rows;
}

interface OpenedTexts {
  readonly words: ComplaintWords | null;
  readonly answer: string | null;
  /** What became of them, for whoever reads the file. */
  readonly note: ExportRow['keterangan'];
}

const withheld: OpenedTexts = { words: null, answer: null, note: 'rahasia' };

async function openTexts(
  { secrets }: Pick<ServerServices, 'secrets'>,
  agencyId: string,
  { steps }: ComplaintRow,
  sealed: readonly SealedRow[],
): Promise<OpenedTexts> {
  const open = async (row: SealedRow | undefined): Promise<string | null> => {
    if (row === undefined) return null;
    try {
      const { key_id: keyId, ephemeral, content } = row;
      return (await secrets.open(agencyId, textLabel(row.text_id), { keyId, ephemeral, content })).toString('utf8');
    } catch (error) {
      if (error instanceof SealedForAnotherError) return null;
      throw error;
    }
  };
  const last = (JSON.parse(steps) as readonly PublicStep[]).findLast(({ kind }) => kind === 'answered')?.textId;
  const row = sealed.find(({ kind }) => kind === 'complaint');
  const words = complaintWords.safeParse(parseJson((await open(row)) ?? '')).data ?? null;
  const note = words !== null ? 'lengkap' : row === undefined ? 'teks tidak ada' : 'teks tidak dapat dibuka';
  return { words, answer: await open(sealed.find(({ kind, text_id: textId }) => kind === 'answer' && textId === last)), note };
}

function toRow(row: ComplaintRow, office: Office, told: OfficeTold | null, { words, answer, note }: OpenedTexts): ExportRow {
  const { deadlines } = complaintFromText(row.folded);
  const at = (instant: number | null) => (instant === null ? null : w3(instant, office.zone));
  const titleOf = (list: 'categories' | 'units', of: string | null) =>
    told?.complaintRules[list].find(({ id }) => id === of)?.title.id ?? null;
  return {
    nomor: row.number,
    kantor: told?.profile.name ?? office.name,
    kanal: channels[row.channel],
    diterima_pada: at(row.received_at),
    judul: words?.title ?? null,
    kronologi: words?.chronology ?? null,
    tanggal_kejadian: words?.occurredOn ?? null,
    tempat_kejadian: words?.place ?? null,
    pihak_terkait: words?.who ?? null,
    unit_tujuan: titleOf('units', row.unit_id),
    kategori: titleOf('categories', row.category_id),
    jenis: row.type === null ? null : types[row.type],
    klasifikasi: classes[row.class],
    prioritas: priorities[row.priority],
    kerugian: words?.loss ?? null,
    penyelesaian_diminta: words?.settlement ?? null,
    anonim: row.anonymous,
    rahasia: row.confidential,
    status: stages[row.stage],
    tenggat_respons_pertama: at(deadlines.firstResponse),
    tenggat_verifikasi: at(deadlines.verify),
    tenggat_jawaban: at(deadlines.answer),
    batas_akhir: at(deadlines.ceiling),
    ditanggapi_pada: at(row.answered_at),
    jawaban: answer,
    selesai_pada: at(row.closed_at),
    keterangan: note,
  };
}

import type { ComplaintEvent } from '../../../shared/domain/complaints/events.ts';
import { complaintStream } from '../../../shared/domain/complaints/events.ts';
import type { ComplaintClass, ComplaintType } from '../../../shared/domain/complaints/types.ts';
import { searchMark } from '../../../shared/domain/documents/number.ts';
import { maskName } from '../../../shared/domain/people/mask.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import type { Actor } from '../../../shared/domain/decider.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import { followPage, followUrl } from '../../../shared/papers/follow.ts';
import type { ComplaintReceiptPaper, LetterPaper } from '../../../shared/papers/models.ts';
import { isOver } from '../../../shared/domain/complaints/due.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import { complaintById } from '../complaints/complaintRows.ts';
import { readContent } from '../complaints/content.ts';
import { unitTitle } from '../complaints/titles.ts';
import { actorFromText, type RecordedEvent } from '../engine/event.ts';
import { enrolmentOf } from './enrolment.ts';
import { type Common, type Reading, staffName } from './models.ts';

const types: Readonly<Record<ComplaintType, Bilingual>> = {
  administrative: { id: 'Administratif', en: 'Administrative' },
  service: { id: 'Pelayanan', en: 'Service' },
  technical: { id: 'Teknis', en: 'Technical' },
  policy: { id: 'Kebijakan', en: 'Policy' },
  ethics: { id: 'Etika', en: 'Ethics' },
};
const classes: Readonly<Record<ComplaintClass, Bilingual>> = {
  informationRequest: { id: 'Permintaan informasi', en: 'Request for information' },
  aspiration: { id: 'Aspirasi', en: 'Aspiration' },
  ordinary: { id: 'Pengaduan tidak berkadar pengawasan', en: 'Complaint without supervision' },
  supervised: { id: 'Pengaduan berkadar pengawasan', en: 'Complaint under supervision' },
};
const deadlineLabels = {
  firstResponse: { id: 'Tanggapan pertama', en: 'First response' },
  verify: { id: 'Verifikasi', en: 'Verification' },
  answer: { id: 'Jawaban', en: 'Answer' },
} as const;
const promised: Bilingual = { id: 'Dijanjikan', en: 'Promised' };
const officer: Bilingual = { id: 'Petugas', en: 'Officer' };
const answeringUnit: Bilingual = { id: 'Unit penjawab', en: 'Answering unit' };

/** `null`: there is no such complaint. */
export function complaintReceiptModel({ db, engine, vault }: Reading, common: Common, complaintId: string): ComplaintReceiptPaper | null {
  const row = complaintById(db, complaintId);
  if (row === null) return null;
  const content = readContent(vault, complaintId);
  const central = enrolmentOf(engine);
  const complaint = complaintFromText(row.folded);
  const name = row.person_id === null ? undefined : vault.person(row.person_id)?.name;
  const kinds = ['firstResponse', 'verify', 'answer'] as const;
  const due = kinds.map((kind) => ({ label: deadlineLabels[kind], date: officeDate(complaint.deadlines[kind], common.zone) }));
  return {
    ...common,
    kind: 'complaintReceipt',
    number: row.number,
    followPage: followPage(central),
    pin: content?.pin ?? '',
    complainant: name === undefined || name === '' ? null : maskName(name),
    receivedAt: row.received_at,
    summary: content === null ? '' : content.description.title || content.listen.gist,
    temporary: content?.solution.temporary ?? '',
    type: row.type === null ? null : types[row.type as ComplaintType],
    class: classes[row.class as ComplaintClass],
    unit: unitTitle(engine.states.office, row.unit_id),
    counterName: row.counter_name,
    ticketNumber: row.ticket_number,
    staffName: staffName(engine, row.received_by),
    referredTo: content?.solution.referral?.office ?? null,
    mergedInto: complaint.mergedInto === null ? null : (complaintById(db, complaint.mergedInto)?.number ?? null),
    deadlines: isOver(complaint) ? [] : [...(row.promised_on === null ? [] : [{ label: promised, date: row.promised_on }]), ...due],
    officerSignature: content?.signatures.officerSignature ?? null,
    complainantSignature: content?.signatures.complainantSignature ?? null,
    qr: followUrl(central, row.number) ?? `${searchMark}${row.number}`,
  };
}

/** The answer as a letter to the complainant; `null`: nothing was answered. */
export const answerLetterModel = (reading: Reading, common: Common, complaintId: string): LetterPaper | null =>
  letterOf(reading, common, complaintId, 'complaintAnswered.v1', 'complaintLetter', {
    id: 'Tanggapan atas Pengaduan',
    en: 'Answer to your Complaint',
  });

/** The latest status report as a letter; `null`: none was written. */
export const statusLetterModel = (reading: Reading, common: Common, complaintId: string): LetterPaper | null =>
  letterOf(reading, common, complaintId, 'statusReported.v1', 'statusLetter', {
    id: 'Perkembangan Pengaduan',
    en: 'Status of your Complaint',
  });

function letterOf(
  { db, vault, engine, events }: Reading,
  common: Common,
  complaintId: string,
  type: 'complaintAnswered.v1' | 'statusReported.v1',
  kind: LetterPaper['kind'],
  title: Bilingual,
): LetterPaper | null {
  const row = complaintById(db, complaintId);
  const latest = [...events.ofStream(complaintStream(complaintId))].findLast((event) => event.type === type) as
    | RecordedEvent<Extract<ComplaintEvent, { type: typeof type }>>
    | undefined;
  if (row === null || latest === undefined) return null;
  const content = readContent(vault, complaintId);
  const { textId } = latest.data;
  const text = (textId === complaintId ? content?.solution.temporary : vault.note(textId)) ?? '';
  const person = row.person_id === null ? null : vault.person(row.person_id);
  return {
    ...common,
    kind,
    title,
    number: row.number,
    at: latest.at,
    to: person === null ? [] : [person.name, ...person.address.split('\n')].filter((each) => each !== ''),
    facts: [
      [{ id: 'Perihal', en: 'About' }, content?.description.title ?? null],
      [{ id: 'Diterima', en: 'Received' }, officeDate(row.received_at, common.zone)],
      [{ id: 'Unit', en: 'Unit' }, unitTitle(engine.states.office, row.unit_id)?.[common.language] ?? null],
    ],
    sections: [{ heading: null, text }],
    ...signedBy(engine, common, latest.actor, row.unit_id),
    qr: `${searchMark}${row.number}`,
  };
}

/** Who answered: an officer, or a unit of the agency through the central server, which has a name but no officer of this office. */
function signedBy(
  engine: Reading['engine'],
  { language }: Common,
  actor: Actor,
  unitId: string | null,
): Pick<LetterPaper, 'signedAs' | 'staffName'> {
  if (actor.kind === 'staff') return { signedAs: officer, staffName: staffName(engine, actor.staffId) };
  const { office, central } = engine.states;
  return { signedAs: answeringUnit, staffName: unitTitle(office, unitId)?.[language] ?? central.enrolment?.agencyName ?? '' };
}

export function sopProposalModel({ db, engine, vault }: Reading, common: Common, proposalId: string): LetterPaper | null {
  const row = db
    .prepare<[string], { ids: string; at: number; actor: string }>(
      'SELECT complaint_ids AS ids, at, actor FROM complaint_proposal WHERE proposal_id = ?',
    )
    .get(proposalId);
  if (row === undefined) return null;
  const numbers = (JSON.parse(row.ids) as string[]).flatMap((id) => complaintById(db, id)?.number ?? []);
  const actor = actorFromText(row.actor);
  return {
    ...common,
    kind: 'sopProposal',
    title: { id: 'Usulan Perubahan SOP', en: 'Proposal for a Change of SOP' },
    number: '',
    at: row.at,
    to: [],
    facts: [[{ id: 'Pengaduan berulang', en: 'Recurring complaints' }, String(numbers.length)]],
    sections: [
      { heading: { id: 'Usulan', en: 'Proposal' }, text: vault.note(proposalId) ?? '' },
      { heading: { id: 'Pengaduan', en: 'Complaints' }, text: numbers.join(', ') },
    ],
    signedAs: { id: 'Pengawas', en: 'Supervisor' },
    staffName: actor.kind === 'staff' ? staffName(engine, actor.staffId) : '',
    qr: `${searchMark}SOP/${proposalId.toUpperCase()}`,
  };
}

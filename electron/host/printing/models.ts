import { searchMark } from '../../../shared/domain/documents/number.ts';
import { maskNik, maskPhone } from '../../../shared/domain/people/mask.ts';
import { ticketById } from '../../../shared/domain/queue/state.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { followPage, followUrl } from '../../../shared/papers/follow.ts';
import type { DocumentReceiptPaper, PaperModel, ShortfallSlipPaper, TicketPaper } from '../../../shared/papers/models.ts';
import { unreachable } from '../../../shared/result.ts';
import type { PaperKind } from '../../../shared/rpc/methods/printing.ts';
import { documentById, shortfallById } from '../queries/documentRows.ts';
import { createPins } from '../complaints/pins.ts';
import { blackoutSheetModel } from './bookModel.ts';
import { answerLetterModel, complaintReceiptModel, sopProposalModel, statusLetterModel } from './complaintModels.ts';
import { enrolmentOf } from './enrolment.ts';
import { incidentReportModel } from './incidentModel.ts';
import { queueAround } from '../queries/queueAround.ts';
import type { Services } from '../services.ts';

export interface PaperRequest {
  readonly kind: PaperKind;
  readonly subjectId: string;
  readonly copy: number;
  /** Left out: the office's language. */
  readonly language?: Language | undefined;
}

export type Reading = Pick<Services, 'db' | 'engine' | 'vault' | 'ports' | 'events' | 'alarm' | 'keyStore'>;
/** What every paper carries, whatever it is about. */
export type Common = Pick<PaperModel, 'language' | 'officeName' | 'officeAddress' | 'zone' | 'contact' | 'copy'>;

/** What a paper says, read at this moment; null: there is no such thing, or no office yet. */
export function paperModel(reading: Reading, request: PaperRequest): PaperModel | null {
  const { profile, texts } = reading.engine.states.office;
  if (profile === null) return null;
  const common: Common = {
    language: request.language ?? profile.language,
    officeName: profile.name,
    officeAddress: profile.address,
    zone: profile.zone,
    contact: texts.contact,
    copy: request.copy,
  };
  switch (request.kind) {
    case 'ticket':
      return ticketModel(reading, common, request.subjectId);
    case 'documentReceipt':
      return receiptModel(reading, common, request.subjectId);
    case 'shortfallSlip':
      return slipModel(reading, common, request.subjectId);
    case 'complaintReceipt':
      return complaintReceiptModel(reading, common, request.subjectId);
    case 'complaintLetter':
      return answerLetterModel(reading, common, request.subjectId);
    case 'statusLetter':
      return statusLetterModel(reading, common, request.subjectId);
    case 'incidentReport':
      return incidentReportModel(reading, common, request.subjectId);
    case 'sopProposal':
      return sopProposalModel(reading, common, request.subjectId);
    case 'blackoutSheet':
      return blackoutSheetModel(reading, common, request.subjectId);
    default:
      return unreachable(request.kind);
  }
}

function ticketModel({ engine, ports }: Reading, common: Common, ticketId: string): TicketPaper | null {
  const { office, queue } = engine.states;
  const ticket = ticketById(queue, ticketId);
  if (ticket === undefined) return null;
  const { services, retiredServices, texts } = office;
  const service = [...services, ...retiredServices].find(({ id }) => id === ticket.serviceId);
  const around = queueAround(engine.states, ticketId, ports.clock.now());
  return {
    ...common,
    kind: 'ticket',
    number: ticket.number,
    serviceTitle: service?.title ?? { id: '', en: '' },
    issuedAt: ticket.issuedAt,
    ahead: around?.ahead ?? null,
    estimate: around?.estimate ?? null,
    priority: ticket.ground !== null,
    disturbance: queue.disturbances[ticket.serviceId] ?? null,
    footer: texts.ticketFooter,
    qr: `${searchMark}${ticket.number}/${officeDate(ticket.issuedAt, common.zone)}`,
  };
}

function receiptModel({ db, engine, vault, keyStore }: Reading, common: Common, documentId: string): DocumentReceiptPaper | null {
  const document = documentById(db, documentId);
  if (document === null) return null;
  const person = vault.person(document.personId);
  const central = enrolmentOf(engine);
  const { number, serviceTitle, received, receivedAt, readyOn, counterName, ticketNumber, staffId } = document;
  return {
    ...common,
    kind: 'documentReceipt',
    number,
    applicant: person === null ? null : { name: person.name, nik: maskNik(person.nik), phone: maskPhone(person.phone) },
    serviceTitle,
    received: received.map(({ title }) => title),
    receivedAt,
    readyOn,
    staffName: staffName(engine, staffId),
    counterName,
    ticketNumber,
    followPage: followPage(central),
    pin: central === null ? '' : createPins(keyStore).ofDocument(documentId),
    qr: followUrl(central, number) ?? `${searchMark}${number}`,
  };
}

function slipModel({ db, engine }: Reading, common: Common, shortfallId: string): ShortfallSlipPaper | null {
  const slip = shortfallById(db, shortfallId);
  if (slip === null) return null;
  const { ticketNumber, serviceTitle, missing, at, counterName, staffId } = slip;
  return {
    ...common,
    kind: 'shortfallSlip',
    ticketNumber,
    serviceTitle,
    missing,
    at,
    staffName: staffName(engine, staffId),
    counterName,
    // A slip has no number; its id in capitals keeps the code small (alphanumeric mode).
    qr: `${searchMark}S/${shortfallId.toUpperCase()}`,
  };
}

/** The officer's name as it is now; accounts are never removed, only switched off. */
export const staffName = (engine: Services['engine'], staffId: string | null): string =>
  engine.states.office.staff.find(({ id }) => id === staffId)?.name ?? '';

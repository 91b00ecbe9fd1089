/**
 * Taking in documents at a counter (DOMAIN section 2): a receipt is given only when every paper of the service is
 * there, otherwise a slip says what is missing. Both only by the officer of the counter at which the visitor stands.
 * What was applied for is marked as ready and handed out by whoever serves (docs/decisions/0027).
 */
import type { Result } from '../../result.ts';
import { ok, refuse, unreachable } from '../../result.ts';
import type { Requirement, Service } from '../office/types.ts';
import { zoneOf } from '../office/zone.ts';
import { officeDate } from '../time/officeTime.ts';
import { addWorkingDays, holidayDates } from '../time/workingDays.ts';
import type { DocumentCommand, DocumentRefusal, RecordShortfall, Register, SkipRegistrations } from './commands.ts';
import type {
  DocumentCollected,
  DocumentEvent,
  DocumentReady,
  DocumentReceived,
  RegistrationsSkipped,
  ShortfallRecorded,
} from './events.ts';
import { registrationNumber } from './number.ts';
import type { DocumentContext, DocumentState, TicketAtWork } from './state.ts';

type Decided<Event extends DocumentEvent> = Result<readonly Event[], DocumentRefusal>;

export function decideDocuments(command: DocumentCommand, state: DocumentState, context: DocumentContext): Decided<DocumentEvent> {
  switch (command.method) {
    case 'documents.register':
      return register(command.input, state, context);
    case 'documents.recordShortfall':
      return recordShortfall(command.input, state, context);
    case 'documents.markReady':
      return markReady(command.input.documentId, state);
    case 'documents.handOver':
      return handOver(command.input.documentId, state);
    case 'documents.skipNumbers':
      return skipRegistrations(command.input, state, context);
    default:
      return unreachable(command);
  }
}

/** An officer who is not sure marks it once more; the public is told once. */
function markReady(documentId: string, { followed }: DocumentState): Decided<DocumentReady> {
  if (followed === null) return refuse({ type: 'documentUnknown' });
  if (followed.isCollected) return refuse({ type: 'documentCollected', number: followed.number });
  return ok(followed.isReady ? [] : [{ type: 'documentReady.v1', data: { documentId } }]);
}

/** Whoever follows it sees the same steps whether or not it lay ready before. */
function handOver(documentId: string, { followed }: DocumentState): Decided<DocumentReady | DocumentCollected> {
  if (followed === null) return refuse({ type: 'documentUnknown' });
  if (followed.isCollected) return refuse({ type: 'documentCollected', number: followed.number });
  const collected = { type: 'documentCollected.v1', data: { documentId } } as const;
  return ok(followed.isReady ? [collected] : [{ type: 'documentReady.v1', data: { documentId } }, collected]);
}

function skipRegistrations(
  { by }: SkipRegistrations['input'],
  state: DocumentState,
  { now, office, letter }: DocumentContext,
): Decided<RegistrationsSkipped> {
  const year = Number(officeDate(now, zoneOf(office)).slice(0, 4));
  return ok([{ type: 'registrationsSkipped.v1', data: { year, letter, last: (state.lastSequence.get(year) ?? 0) + by } }]);
}

function register(input: Register['input'], state: DocumentState, context: DocumentContext): Decided<DocumentReceived> {
  if (state.registeredAs !== null) return refuse({ type: 'alreadyRegistered', number: state.registeredAs });
  const place = placeOf(input, context);
  if (!place.ok) return place;
  const { service } = place.value;
  const received = chosen(service, input.receivedRequirementIds);
  if (received === null) return refuse({ type: 'requirementUnknown' });
  const missing = service.requirements.filter((requirement) => !received.includes(requirement));
  if (missing.length > 0) return refuse({ type: 'requirementsMissing', missing: missing.map((requirement) => requirement.title) });

  const { officeDate: today } = place.value.at;
  const year = Number(today.slice(0, 4));
  const sequence = (state.lastSequence.get(year) ?? 0) + 1;
  const series = { letter: context.letter, year, sequence };
  return ok([
    {
      type: 'documentReceived.v1',
      data: {
        ...place.value.at,
        ...series,
        documentId: input.documentId,
        personId: input.personId,
        number: registrationNumber(series),
        received: received.map(({ id, title }) => ({ id, title })),
        readyOn: readyOn(service, today, context),
      },
    },
  ]);
}

function recordShortfall(input: RecordShortfall['input'], state: DocumentState, context: DocumentContext): Decided<ShortfallRecorded> {
  if (state.slipRecorded) return refuse({ type: 'alreadyRecorded' });
  const place = placeOf(input, context);
  if (!place.ok) return place;
  const missing = chosen(place.value.service, input.missingRequirementIds);
  if (missing === null) return refuse({ type: 'requirementUnknown' });
  return ok([{ type: 'shortfallRecorded.v1', data: { ...place.value.at, shortfallId: input.shortfallId, missing } }]);
}

interface Place {
  readonly service: Service;
  readonly at: Pick<
    DocumentReceived['data'],
    'counterId' | 'counterName' | 'officeDate' | 'ticketId' | 'ticketNumber' | 'serviceId' | 'serviceTitle'
  >;
}

/** Where it happens, or why this officer may not do it here. */
function placeOf(
  input: { readonly counterId: string; readonly ticketId: string | null; readonly serviceId: string },
  context: DocumentContext,
): Result<Place, DocumentRefusal> {
  const { office, actor } = context;
  const counter = context.counter(input.counterId);
  if (counter === null || office.profile === null) return refuse({ type: 'counterUnknown' });
  if (actor.kind !== 'staff' || counter.staffId !== actor.staffId) return refuse({ type: 'notAtCounter', name: counter.name });

  const ticket = input.ticketId === null ? null : context.ticket(input.ticketId);
  if (input.ticketId !== null) {
    if (ticket === null) return refuse({ type: 'ticketUnknown' });
    const elsewhere = whyNotHere(ticket, input.counterId);
    if (elsewhere !== null) return refuse(elsewhere);
  }
  // A service retired while its visitor stands at the counter is still finished.
  const service = [...office.services, ...office.retiredServices].find((known) => known.id === input.serviceId);
  if (service === undefined) return refuse({ type: 'serviceUnknown' });
  const at = {
    counterId: input.counterId,
    counterName: counter.name,
    officeDate: officeDate(context.now, office.profile.zone),
    ticketId: input.ticketId,
    ticketNumber: ticket?.number ?? null,
    serviceId: service.id,
    serviceTitle: service.title,
  };
  return ok({ service, at });
}

/** A visit that was just finished here still gets its paper; one that is not here does not. */
function whyNotHere(ticket: TicketAtWork, counterId: string): DocumentRefusal | null {
  switch (ticket.status) {
    case 'called':
    case 'serving':
    case 'held':
    case 'finished':
      return ticket.counterId === counterId ? null : { type: 'ticketNotYours', number: ticket.number, counterName: ticket.counterName };
    case 'waiting':
    case 'noShow':
    case 'cancelled':
    case 'expired':
      return { type: 'ticketInOtherState', number: ticket.number, status: ticket.status };
    default:
      return unreachable(ticket.status);
  }
}

/** The requirements with these ids in the order of the catalogue; null when one is not of this service. */
function chosen(service: Service, ids: readonly string[]): readonly Requirement[] | null {
  const wanted = new Set(ids);
  const found = service.requirements.filter((requirement) => wanted.has(requirement.id));
  return found.length === wanted.size ? found : null;
}

/**
 * The promised day: the same day for a service of minutes, else in working days (DOMAIN sections 2 and 4). While the
 * service is disturbed the work begins on the day that the office promises for that; a paper must not promise less.
 */
function readyOn(service: Service, today: string, { office, promisedOn }: DocumentContext): string {
  const promised = promisedOn(service.id);
  const from = promised !== null && promised > today ? promised : today;
  if (service.duration.unit === 'minutes') return from;
  return addWorkingDays(from, service.duration.value, holidayDates(office.holidays));
}

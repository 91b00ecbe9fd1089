/** A complaint is received (DOMAIN section 4, penerimaan). It is never refused for being out of our remit. */
import { ok, refuse, type Result } from '../../result.ts';
import { officeDate } from '../time/officeTime.ts';
import { workingCalendar } from '../time/workingTime.ts';
import type { ComplaintRefusal, RegisterInput } from './commands.ts';
import { closesAt, deadlinesOf, reportDueAt } from './deadlines.ts';
import type { ComplaintEvent, ComplaintReceived } from './events.ts';
import { takesOthersIn } from './guards.ts';
import { trackingNumber } from './number.ts';
import { priorityOf } from './priority.ts';
import { rulesOf } from './rulesOf.ts';
import type { ComplaintContext, ComplaintState } from './state.ts';

/** What an oral complaint answered on the spot counts as when nobody classified it. */
const onTheSpot = { class: 'ordinary', urgency: 'low', impact: 'low' } as const;

export function register(
  input: RegisterInput,
  state: ComplaintState,
  context: ComplaintContext,
): Result<readonly ComplaintEvent[], ComplaintRefusal> {
  if (state.complaint !== null) return refuse({ type: 'complaintAlreadyRegistered', number: state.complaint.number });
  if (input.missing.length > 0) return refuse({ type: 'complaintIncomplete', fields: [...input.missing] });
  const { classification } = input.form;
  const rules = rulesOf(context.office);
  if (!isKnown(rules.categories, classification.categoryId)) return refuse({ type: 'categoryUnknown' });
  if (!isKnown(rules.units, classification.unitId)) return refuse({ type: 'unitUnknown' });
  const service = [...context.office.services, ...context.office.retiredServices].find(({ id }) => id === classification.serviceId);
  if (service === undefined && classification.serviceId !== null) return refuse({ type: 'serviceUnknown' });
  const merge = classification.similar.find(({ relation }) => relation === 'merge');
  if (merge !== undefined) {
    if (state.other === null) return refuse({ type: 'complaintUnknown' });
    if (!takesOthersIn(state.other)) return refuse({ type: 'mergeImpossible', number: state.other.number });
  }

  const received = receivedOf(input, state, context, service === undefined ? null : service);
  const { complaintId } = input;
  const related = classification.similar.filter(({ relation }) => relation === 'related');
  return ok([
    received,
    ...related.map(({ complaintId: otherId }) => ({ type: 'complaintLinked.v1' as const, data: { complaintId, otherId } })),
    ...(merge === undefined ? [] : [{ type: 'complaintMerged.v1' as const, data: { complaintId, intoId: merge.complaintId } }]),
    ...(merge === undefined ? outcomeAtOnce(input, context) : []),
  ]);
}

/** Answered on the spot, or passed on to another office: what the form itself settled. Its words are in the form. */
function outcomeAtOnce({ complaintId, form }: RegisterInput, { now, office }: ComplaintContext): readonly ComplaintEvent[] {
  if (form.kind === 'short') {
    const closing = closesAt(now, rulesOf(office), workingCalendar(office));
    return [
      { type: 'complaintAnswered.v1', data: { complaintId, textId: complaintId, letterOwed: false, closesAt: closing } },
      { type: 'complaintClosed.v1', data: { complaintId, textId: null, outcome: 'resolvedOnSpot' } },
    ];
  }
  return form.referred ? [{ type: 'complaintReferred.v1', data: { complaintId, textId: null } }] : [];
}

function receivedOf(
  input: RegisterInput,
  state: ComplaintState,
  context: ComplaintContext,
  service: { readonly id: string; readonly title: { readonly id: string; readonly en: string } } | null,
): ComplaintReceived {
  const { now, office, letter } = context;
  const { form } = input;
  const { type, tag, categoryId, unitId } = form.classification;
  const rules = rulesOf(office);
  const calendar = workingCalendar(office);
  const year = Number(officeDate(now, calendar.zone).slice(0, 4));
  const series = { letter, year, sequence: (state.lastSequence.get(year) ?? 0) + 1 };
  const of = form.classification.class ?? onTheSpot.class;
  const urgency = form.classification.urgency ?? onTheSpot.urgency;
  const impact = form.classification.impact ?? onTheSpot.impact;
  return {
    type: 'complaintReceived.v1',
    data: {
      ...series,
      complaintId: input.complaintId,
      number: trackingNumber(series),
      kind: form.kind,
      channel: input.channel,
      personId: input.personId,
      anonymous: form.anonymous,
      confidential: form.confidential,
      counterId: input.counterId,
      counterName: input.counterId === null ? null : context.counterName(input.counterId),
      ticketId: input.ticketId,
      ticketNumber: input.ticketId === null ? null : context.ticketNumber(input.ticketId),
      serviceId: service?.id ?? null,
      serviceTitle: service?.title ?? null,
      type,
      tag,
      class: of,
      categoryId,
      unitId,
      urgency,
      impact,
      priority: priorityOf(urgency, impact),
      pinHash: input.pinHash,
      promisedOn: form.promisedOn,
      attachments: form.attachments,
      deadlines: deadlinesOf({ receivedAt: now, class: of, pauses: [] }, rules, calendar),
      reportDueAt: reportDueAt(now, rules, calendar),
      responded: form.hasTemporary,
    },
  };
}

const isKnown = (entries: readonly { readonly id: string }[], id: string | null): boolean =>
  id === null || entries.some((entry) => entry.id === id);

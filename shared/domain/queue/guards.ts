/** What must hold before a command of the queue may have an effect; each check answers its own refusal. */
import type { Counter, Service } from '../office/types.ts';
import { ok, refuse } from '../../result.ts';
import type { Checked, QueueContext, QueueRefusal } from './commands.ts';
import { dateNow, dayStanding } from './day.ts';
import { isOwnDesk, leadUnreachable } from './reach.ts';
import { type Desk, deskOf, isLiving, type QueueState, type Ticket, ticketById } from './state.ts';
import type { TicketStatus } from './types.ts';

export interface AtDesk {
  readonly counter: Counter;
  readonly desk: Desk;
}

export interface AtTicket extends AtDesk {
  readonly ticket: Ticket;
}

/** Supervisors and administrators may stand in for an officer at any counter. */
export const isSupervisor = ({ roles }: QueueContext): boolean => roles.includes('pengawas') || roles.includes('admin');

export function staffIdOf({ actor }: QueueContext): string | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}

/** The open day's date. A day whose date has passed is not worked on, also before it is rolled over. */
export function workingDay(state: QueueState, context: QueueContext): Checked<string> {
  const standing = dayStanding(state, dateNow(context.states.office, context.now));
  if (state.day === null || standing === 'closed' || standing === 'over') return refuse({ type: 'dayNotOpen' });
  return ok(state.day.date);
}

/** As `workingDay`, and the clock is not under suspicion: needed where numbers are given and visitors are called. */
export function trustedDay(state: QueueState, context: QueueContext): Checked<string> {
  const day = workingDay(state, context);
  const clockDate = dateNow(context.states.office, context.now);
  if (day.ok && dayStanding(state, clockDate) === 'suspect') return refuse({ type: 'clockSuspect', clockDate, openDate: day.value });
  return day;
}

/** The counter, staffed, with the caller signed on to it (or a supervisor). */
export function staffedDesk(state: QueueState, context: QueueContext, counterId: string): Checked<AtDesk> {
  const counter = context.states.office.counters.find((one) => one.id === counterId);
  if (counter === undefined) return refuse({ type: 'counterUnknown' });
  const desk = deskOf(state, counterId);
  if (desk.status === 'closed') return refuse({ type: 'counterClosed', name: counter.name });
  if (!isOwnDesk(desk, context)) return refuse(leadUnreachable);
  if (desk.staffId !== staffIdOf(context) && !isSupervisor(context)) return refuse({ type: 'notAtCounter', name: counter.name });
  return ok({ counter, desk });
}

/** A staffed counter that can take a visitor: not on a break, nobody called or being served. */
export function freeDesk(state: QueueState, context: QueueContext, counterId: string): Checked<AtDesk> {
  const at = staffedDesk(state, context, counterId);
  if (!at.ok) return at;
  if (at.value.desk.status === 'break') return refuse({ type: 'counterOnBreak', name: at.value.counter.name });
  const busy = busyWith(state, at.value.desk);
  return busy === null ? at : refuse(busy);
}

export function busyWith(state: QueueState, desk: Desk): Extract<QueueRefusal, { type: 'counterBusy' }> | null {
  const current = desk.currentId === null ? undefined : ticketById(state, desk.currentId);
  return current === undefined ? null : { type: 'counterBusy', number: current.number };
}

/** The ticket in one of the given states, at this counter; on an open day, by somebody who may act there. */
export function ticketAtDesk(
  state: QueueState,
  context: QueueContext,
  input: { readonly counterId: string; readonly ticketId: string },
  statuses: readonly TicketStatus[],
): Checked<AtTicket> {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const at = staffedDesk(state, context, input.counterId);
  if (!at.ok) return at;
  const ticket = ticketById(state, input.ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  if (isElsewhere(ticket, input.counterId)) return refuse(notYours(ticket, context));
  if (!statuses.includes(ticket.status)) return refuse(inOtherState(ticket));
  return ok({ ...at.value, ticket });
}

const isElsewhere = (ticket: Ticket, counterId: string): boolean =>
  isLiving(ticket.status) && ticket.counterId !== null && ticket.counterId !== counterId;

export const inOtherState = ({ number, status }: Ticket): QueueRefusal => ({ type: 'ticketInOtherState', number, status });

export const notYours = ({ number, counterId }: Ticket, context: QueueContext): QueueRefusal => ({
  type: 'ticketNotYours',
  number,
  counterName: counterName(context, counterId),
});

/** The name of a counter, also of one that is no longer used; empty when there is none. */
export function counterName({ states: { office } }: QueueContext, counterId: string | null): string {
  const counter = [...office.counters, ...office.retiredCounters].find((one) => one.id === counterId);
  return counter?.name ?? '';
}

/** A service that is offered and that at least one counter takes. */
export function offeredService({ states: { office } }: QueueContext, serviceId: string): Checked<Service> {
  const service = office.services.find((one) => one.id === serviceId);
  if (service === undefined) return refuse({ type: 'serviceUnknown' });
  const taken = office.counters.some((counter) => counter.serviceIds.includes(serviceId));
  return taken ? ok(service) : refuse({ type: 'serviceNotOffered', title: service.title });
}

/** Another ticket of the same visitor that is called or being served at a counter, if there is one. */
export function visitorElsewhere(state: QueueState, visitId: string): Ticket | null {
  for (const { currentId } of Object.values(state.desks)) {
    const current = currentId === null ? undefined : ticketById(state, currentId);
    if (current?.visitId === visitId) return current;
  }
  return null;
}

/** Visitors who are called or being served somewhere: none of their other tickets may be called. */
export function busyVisits(state: QueueState): ReadonlySet<string> {
  const visits = new Set<string>();
  for (const { currentId } of Object.values(state.desks)) {
    const current = currentId === null ? undefined : ticketById(state, currentId);
    if (current !== undefined) visits.add(current.visitId);
  }
  return visits;
}

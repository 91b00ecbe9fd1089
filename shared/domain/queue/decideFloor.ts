/** What only a supervisor decides, from the floor: who sits where, and who serves whom. The contract lets nobody else in. */
import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Checked, Decision, QueueContext } from './commands.ts';
import type { QueueEvent } from './events.ts';
import { type AtDesk, busyWith, freeDesk, inOtherState, notYours, staffedDesk, workingDay } from './guards.ts';
import { withLead } from './reach.ts';
import { deskOf, type QueueState, type Ticket, ticketById } from './state.ts';

/**
 * Signs an officer on to a counter, from wherever she is. Where she leaves a visitor behind it is refused: move the
 * visitor first. At a counter where somebody else sits it needs `takeOver`; the visitor there stays.
 */
export function decideAssignOfficer(input: Input<'queue.assignOfficer'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const { office } = context.states;
  const { counterId, staffId } = input;
  const counter = office.counters.find((one) => one.id === counterId);
  if (counter === undefined) return refuse({ type: 'counterUnknown' });
  const officer = office.staff.find(({ id, active, roles }) => id === staffId && active && roles.some((role) => role !== 'keamanan'));
  if (officer === undefined) return refuse({ type: 'officerUnknown' });
  const desk = deskOf(state, counterId);
  if (desk.staffId === staffId) return ok([]);
  const own = Object.values(state.desks).find((other) => other.staffId === staffId);
  const busy = own === undefined ? null : busyWith(state, own);
  if (busy !== null) return refuse(busy);
  if (desk.staffId !== null && input.takeOver !== true) {
    const staffName = office.staff.find((one) => one.id === desk.staffId)?.name ?? '';
    return refuse({ type: 'counterTaken', name: counter.name, staffName });
  }
  const left: readonly QueueEvent[] =
    own === undefined ? [] : [{ type: 'counterClosed.v1', data: { counterId: own.counterId, reason: 'moved' } }];
  // She goes to where that counter's screen is; where it was never opened, it is taken to be at the lead.
  const at = desk.stationId === null ? {} : { stationId: desk.stationId };
  return ok([...left, { type: 'counterOpened.v1', data: { counterId, staffId, takenOverFrom: desk.staffId, ...at } }]);
}

/**
 * Takes a visitor from one counter to another as she is. `fromCounterId` is where the supervisor saw her: when she is
 * elsewhere by now, nothing happens. Whoever was only called is announced again, for she must know where to go.
 */
export function decideMoveTicket(input: Input<'queue.moveTicket'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const { ticketId, fromCounterId, counterId } = input;
  const ticket = ticketById(state, ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  if (ticket.status !== 'called' && ticket.status !== 'serving' && ticket.status !== 'held') return refuse(inOtherState(ticket));
  if (ticket.counterId === counterId) return ok([]);
  if (ticket.counterId !== fromCounterId) return refuse(notYours(ticket, context));
  const at = placeFor(ticket, counterId, state, context);
  if (!at.ok) return at;
  const { counter } = at.value;
  if (!counter.serviceIds.includes(ticket.serviceId)) {
    const { services, retiredServices } = context.states.office;
    const service = [...services, ...retiredServices].find((one) => one.id === ticket.serviceId);
    return refuse({ type: 'counterDoesNotServe', name: counter.name, title: service?.title ?? { id: ticket.number, en: ticket.number } });
  }
  const callOrder = ticket.status === 'called' ? state.lastCallOrder + 1 : null;
  return ok([{ type: 'ticketMoved.v1', data: { ticketId, number: ticket.number, fromCounterId, counterId, callOrder } }]);
}

/** On hold she takes nobody's place. */
const placeFor = ({ status }: Ticket, counterId: string, state: QueueState, context: QueueContext): Checked<AtDesk> =>
  status === 'held' ? staffedDesk(state, context, counterId) : freeDesk(state, context, counterId);

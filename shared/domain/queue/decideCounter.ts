import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Decision, QueueContext } from './commands.ts';
import { busyWith, counterName, isSupervisor, staffedDesk, staffIdOf, workingDay } from './guards.ts';
import type { QueueEvent } from './events.ts';
import { holdsOthers, isOwnDesk, leadUnreachable } from './reach.ts';
import { type Desk, deskOf, type QueueState } from './state.ts';

/**
 * Signs the caller on to a counter. An officer is at one counter at most, a supervisor too. At a counter of one's own
 * it changes nothing. A supervisor may take over one where somebody else is signed on; the visitor there stays.
 */
export function decideOpenCounter(input: Input<'queue.openCounter'>, state: QueueState, context: QueueContext): Decision {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const { office } = context.states;
  const counter = office.counters.find((one) => one.id === input.counterId);
  if (counter === undefined) return refuse({ type: 'counterUnknown' });
  const staffId = staffIdOf(context);
  if (staffId === null) throw new Error('A counter is opened by a person of the staff');
  const desk = deskOf(state, counter.id);
  if (!mayOpen(state, desk, context)) return refuse(leadUnreachable);
  if (desk.staffId === staffId) return ok([]);
  const own = Object.values(state.desks).find((other) => other.staffId === staffId);
  // Cut off, an officer can come over from a counter that cannot be closed from here; nobody may be left behind there.
  const comesOver = own !== undefined && !isOwnDesk(own, context) && own.currentId === null;
  if (own !== undefined && !comesOver) return refuse({ type: 'alreadyAtCounter', name: counterName(context, own.counterId) });
  if (desk.staffId !== null && !(input.takeOver === true && isSupervisor(context))) {
    const staffName = office.staff.find((one) => one.id === desk.staffId)?.name ?? '';
    return refuse({ type: 'counterTaken', name: counter.name, staffName });
  }
  const opened = { counterId: counter.id, staffId, takenOverFrom: desk.staffId, stationId: context.station.id };
  const left: QueueEvent[] = own === undefined ? [] : [closed(own.counterId, context)];
  return ok([...left, { type: 'counterOpened.v1', data: opened }]);
}

/**
 * Cut off, a counter can be opened here unless it is open elsewhere, or somebody is on hold there whom the lead, which knows
 * it as closed, may have sent elsewhere.
 */
function mayOpen(state: QueueState, desk: Desk, context: QueueContext): boolean {
  if (desk.status !== 'closed') return isOwnDesk(desk, context);
  return desk.branch === context.ownOnly?.stationId || !holdsOthers(state, desk, context);
}

function closed(counterId: string, { ownOnly }: QueueContext): QueueEvent {
  const branch = ownOnly === null ? {} : { branch: ownOnly.stationId };
  return { type: 'counterClosed.v1', data: { counterId, reason: 'officer', ...branch } };
}

/** Signs off. Tickets on hold stay on hold; any counter that takes their service can resume them then. */
export function decideCloseCounter(input: Input<'queue.closeCounter'>, state: QueueState, context: QueueContext): Decision {
  const at = staffedWithNobody(input.counterId, state, context);
  if (!at.ok) return at;
  return ok([closed(input.counterId, context)]);
}

export function decideStartBreak(input: Input<'queue.startBreak'>, state: QueueState, context: QueueContext): Decision {
  const at = staffedWithNobody(input.counterId, state, context);
  if (!at.ok) return at;
  const { counter, desk } = at.value;
  if (desk.status === 'break') return refuse({ type: 'counterOnBreak', name: counter.name });
  return ok([{ type: 'counterBreakStarted.v1', data: { counterId: counter.id } }]);
}

/** Ends a break; where there is none it changes nothing. */
export function decideEndBreak(input: Input<'queue.endBreak'>, state: QueueState, context: QueueContext): Decision {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const at = staffedDesk(state, context, input.counterId);
  if (!at.ok) return at;
  if (at.value.desk.status !== 'break') return ok([]);
  return ok([{ type: 'counterBreakEnded.v1', data: { counterId: input.counterId } }]);
}

function staffedWithNobody(counterId: string, state: QueueState, context: QueueContext) {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const at = staffedDesk(state, context, counterId);
  if (!at.ok) return at;
  const busy = busyWith(state, at.value.desk);
  return busy === null ? at : refuse(busy);
}

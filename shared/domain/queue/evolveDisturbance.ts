/** What a disturbance of a service does to those who are served meanwhile: its time is not theirs (DOMAIN section 3, measures). */
import type { ServiceDisturbance } from './events.ts';
import { changeTicket } from './evolveParts.ts';
import { type QueueState, type Ticket, ticketById } from './state.ts';

export function setDisturbance(state: QueueState, data: ServiceDisturbance, at: number): QueueState {
  const { [data.serviceId]: before, ...others } = state.disturbances;
  if (data.disturbed) {
    const known = { note: data.note, promisedOn: data.promisedOn ?? null, since: before?.since ?? at };
    const next = { ...state, disturbances: { ...others, [data.serviceId]: known } };
    return before === undefined ? changeServed(next, data.serviceId, () => ({ disturbedAt: at })) : next;
  }
  return changeServed({ ...state, disturbances: others }, data.serviceId, (ticket) => ({
    disturbedAt: null,
    heldMs: ticket.heldMs + sinceDisturbed(ticket, at),
  }));
}

/** The mark that a ticket gets when its serving goes on at this moment. */
export const runningFrom = (state: QueueState, serviceId: string, at: number): number | null =>
  state.disturbances[serviceId] === undefined ? null : at;

/** Time (ms) since the service of a served ticket is disturbed; 0 when it is not. */
export const sinceDisturbed = ({ disturbedAt }: Pick<Ticket, 'disturbedAt'>, at: number): number =>
  disturbedAt === null ? 0 : Math.max(0, at - disturbedAt);

function changeServed(state: QueueState, serviceId: string, change: (ticket: Ticket) => Partial<Ticket>): QueueState {
  let changed = state;
  for (const { currentId } of Object.values(state.desks)) {
    const ticket = currentId === null ? undefined : ticketById(state, currentId);
    if (ticket?.status === 'serving' && ticket.serviceId === serviceId) changed = changeTicket(changed, ticket.id, change);
  }
  return changed;
}

import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Decision, QueueContext } from './commands.ts';
import { trustedDay } from './guards.ts';
import { withLead } from './reach.ts';
import type { QueueState } from './state.ts';

/** A service's system is down, or works again; a day begins undisturbed. Saying what is already so changes nothing. */
export function decideSetDisturbance(input: Input<'queue.setDisturbance'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  const day = trustedDay(state, context);
  if (!day.ok) return day;
  if (!context.states.office.services.some(({ id }) => id === input.serviceId)) return refuse({ type: 'serviceUnknown' });
  const known = state.disturbances[input.serviceId];
  const isSo = input.disturbed ? known === input.note : known === undefined;
  return ok(isSo ? [] : [{ type: 'serviceDisturbanceSet.v1', data: input }]);
}

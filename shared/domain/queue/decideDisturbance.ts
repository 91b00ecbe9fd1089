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
  const promisedOn = input.promisedOn ?? null;
  // A promise that was broken when it was given is none. ISO dates compare as text.
  if (input.disturbed && promisedOn !== null && promisedOn < day.value) return refuse({ type: 'promiseInPast' });
  const isSo = input.disturbed ? known?.note === input.note && known.promisedOn === promisedOn : known === undefined;
  const { serviceId, disturbed, note } = input;
  return ok(isSo ? [] : [{ type: 'serviceDisturbanceSet.v1', data: { serviceId, disturbed, note, promisedOn } }]);
}

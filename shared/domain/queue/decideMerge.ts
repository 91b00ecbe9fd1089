import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import { type Branch, newOf } from './merge/branch.ts';
import type { Decision, QueueContext } from './commands.ts';
import { mergeBranch } from './merge/mergeBranch.ts';
import { inReach, leadUnreachable, withLead } from './reach.ts';
import { idsAtCounters, type QueueState, ticketById } from './state.ts';

/**
 * Takes what a station did while it was cut off into the main stream, once. Nothing happens when all of it is there.
 * A branch of a day that this office has not opened yet waits, unless it opens the day itself and the one before has ended.
 */
export function decideMergeBranch(input: Input<'queue.mergeBranch'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  // Each event was decided by this program's deciders and came through a verified chain; type and data belong together.
  const branch = input as unknown as Branch;
  const isNewDay = state.day === null || branch.date > state.day.date;
  if (isNewDay && !mayOpenDay(state, branch)) return refuse({ type: 'dayNotOpen' });
  return ok(mergeBranch(state, branch, context));
}

const mayOpenDay = (state: QueueState, branch: Branch): boolean =>
  state.day?.status !== 'open' &&
  newOf(branch, state).some((event) => event.type === 'officeDayOpened.v1' && event.data.date === branch.date);

/** The station works with the lead again. In its own stream, as the last of a branch; with the lead, it changes nothing. */
export function decideEndBranch(_input: Input<'queue.endBranch'>, state: QueueState, { ownOnly }: QueueContext): Decision {
  if (state.day === null) return refuse({ type: 'dayNotOpen' });
  if (ownOnly === null) return ok([]);
  const standing = idsAtCounters(inReach(state, { ownOnly })).flatMap((ticketId) => {
    const ticket = ticketById(state, ticketId);
    return ticket?.counterId == null ? [] : [{ ticketId, counterId: ticket.counterId, status: ticket.status }];
  });
  return ok([{ type: 'branchEnded.v1', data: { stationId: ownOnly.stationId, standing } }]);
}

/** A supervisor has seen a notice; it is shown to nobody any more. */
export function decideMarkNoticeSeen({ noticeId }: Input<'queue.markNoticeSeen'>, state: QueueState, context: QueueContext): Decision {
  if (context.ownOnly !== null) return refuse(leadUnreachable);
  if (!state.notices.some(({ id }) => id === noticeId)) return refuse({ type: 'noticeUnknown' });
  return ok([{ type: 'noticeSeen.v1', data: { noticeId } }]);
}

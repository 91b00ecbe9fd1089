import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import { type Branch, newOf } from './merge/branch.ts';
import type { QueueNotice } from './mergeEvents.ts';
import type { Decision, QueueContext } from './commands.ts';
import { dateNow, isAhead } from './day.ts';
import { mergeBranch } from './merge/mergeBranch.ts';
import { inReach, leadUnreachable, withLead } from './reach.ts';
import { idsAtCounters, type QueueState, ticketById } from './state.ts';

/**
 * Takes what a station did while it was cut off into the main stream, once. Nothing happens when all of it is there.
 * A branch of a day that this office has not opened yet waits, unless it opens the day itself and the one before has ended; one
 * of a day that is not yet to come by the office's clock is history of that day, for a wrong clock is no reason to wait.
 */
export function decideMergeBranch(input: Input<'queue.mergeBranch'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  // Each event was decided by this program's deciders and came through a verified chain; type and data belong together.
  const branch = input as unknown as Branch;
  switch (dayOfBranch(branch, state, context)) {
    case 'toCome':
      return refuse({ type: 'dayNotOpen' });
    case 'today':
      return ok(mergeBranch(state, branch, context));
    case 'another':
      return ok(mergeBranch(state, branch, context, true));
  }
}

/** Whether a branch belongs to today, which it may open, to another day that is not worked on now, or to one that has to begin first. */
export function dayOfBranch(
  branch: Branch,
  state: QueueState,
  context: Pick<QueueContext, 'now' | 'states'>,
): 'today' | 'another' | 'toCome' {
  const { day } = state;
  if (day !== null && branch.date <= day.date) return branch.date === day.date ? 'today' : 'another';
  const opens = newOf(branch, state).some(({ type, data }) => type === 'officeDayOpened.v1' && data.date === branch.date);
  const ahead = day !== null && isAhead(state, branch.date, dateNow(context.states.office, context.now));
  // What the lead of a term that is over did by its clock was the office's.
  if (opens && day?.status !== 'open' && (branch.wasLead || !ahead)) return 'today';
  return ahead ? 'another' : 'toCome';
}

/** Says which changes of the office do not count, because the term of the lead that decided them was over. */
export function decideTellLeftOut(input: Input<'queue.tellLeftOut'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  if (state.day === null) return refuse({ type: 'dayNotOpen' });
  const { stationId, changes } = input;
  const originSeqs = changes.map(({ originSeq }) => originSeq);
  const known = changes.map(({ what, name, staffId, at }) => ({ what, name, staffId, at }));
  const staffIds = [...new Set(known.flatMap(({ staffId }) => staffId ?? []))];
  const notice: QueueNotice = {
    id: `${stationId}/${originSeqs.at(-1) ?? 0}/changes`,
    kind: 'changesLeftOut',
    stationId,
    date: dateNow(context.states.office, known.at(-1)?.at ?? context.now),
    at: context.now,
    numbers: [],
    counterIds: [],
    staffIds,
    statusThere: null,
    status: null,
    changes: known,
  };
  return ok([{ type: 'changesLeftOut.v1', data: { originSeqs, notice } }]);
}

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

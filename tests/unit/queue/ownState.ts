import { putById } from '../../../shared/domain/collections/idMap.ts';
import type { QueueContext } from '../../../shared/domain/queue/commands.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import { type QueueState, ticketById } from '../../../shared/domain/queue/state.ts';
import { type Branch, newOf } from '../../../shared/domain/queue/merge/branch.ts';
import { mergeBranch } from '../../../shared/domain/queue/merge/mergeBranch.ts';

/**
 * What a station that is cut off sees, by other means than the host:  the last main state that it knows, with its own branch on top as far as
 * that main state has not merged it. What does not fit is passed over as the merge will do it, so this always answers, also
 * when more of the main stream came in meanwhile. Tickets since the last `branchEnded.v1` are the branch's to call.
 */
export function ownState(main: QueueState, branch: Branch, context: Pick<QueueContext, 'states' | 'pastDay'>): QueueState {
  const fresh = newOf(branch, main);
  const last = fresh.at(-1);
  const [merged] = mergeBranch(main, branch, { ...context, now: last?.at ?? main.time.at });
  if (last === undefined || merged === undefined) return main;
  const state = evolve(main, { ...merged, at: last.at, actor: last.actor });
  const own = fresh.slice(fresh.findLastIndex(({ type }) => type === 'branchEnded.v1') + 1);
  let { tickets } = state;
  let { desks } = state;
  for (const { type, data } of own) {
    if (type === 'ticketIssued.v1') {
      const ticket = ticketById(state, data.ticketId);
      if (ticket !== undefined) tickets = putById(tickets, { ...ticket, branch: branch.stationId });
    } else if (type === 'counterClosed.v1') {
      const desk = desks[data.counterId];
      if (desk?.status === 'closed') desks = { ...desks, [data.counterId]: { ...desk, branch: branch.stationId } };
    }
  }
  // What has been merged, and what people must know of it, is the lead's to say.
  return { ...state, tickets, desks, merged: main.merged, notices: main.notices };
}

/**
 * Who is next (DOMAIN section 3). All policies have in common:
 *
 * - Tickets placed in front come first, whatever their class.
 * - Within one class (front, priority, regular) the earliest place in the line goes first. A wall clock never changes that.
 *
 * Then, between the first priority visitor P and the first regular visitor R that the counter may serve:
 *
 * - accumulating: P when she has waited for the limit or longer; else whoever has the greater score, which is the wait
 *   times the weight for P and the wait for R; on a tie the earlier place. So R is passed only by priority visitors who
 *   have waited at least min(R's wait ÷ weight, limit), and no R is called while a P has waited for the limit.
 * - ratio 1:k: P when k regular visitors were called since the last priority one, else R; when one class is empty, the
 *   other. So while R waits with n regular visitors before her, at most 1 + ⌊n ÷ k⌋ priority visitors pass her, and while
 *   P is the first of her class, at most k regular visitors are called before her.
 * - strict: P. fifo: the earlier place.
 *
 * The 1:k counter is kept for each service: a call of a regular visitor adds one (up to 20, the largest k) to the
 * counters of all services of the calling counter, a call of a priority visitor sets them to 0. Where all counters serve
 * everything this is one counter of the office; where they do not, calls elsewhere cannot starve anybody, because
 * P's turn is taken only by an earlier P of a counter that P could have gone to. Calls out of turn (front, chosen by the
 * officer) and calls under other policies leave it alone.
 */
import type { PriorityPolicy } from '../office/types.ts';
import { unreachable } from '../../result.ts';
import type { RegularsSincePriority } from './events.ts';
import type { ServiceLine, Waiting } from './state.ts';
import type { CallReason } from './types.ts';

/** The first of each class. */
export interface Heads {
  readonly front: Waiting | undefined;
  readonly priority: Waiting | undefined;
  readonly regular: Waiting | undefined;
}

export interface Choice {
  readonly from: keyof ServiceLine;
  readonly waiting: Waiting;
  readonly rule: CallReason['rule'];
}

/** Largest k that an office can choose; the 1:k counters need not go beyond. */
const largestRatio = 20;

/**
 * Chooses among the first of each class; `null` when nobody waits.
 * @param now day time, ms. @param counters 1:k counters.
 */
export function choose(heads: Heads, policy: PriorityPolicy, now: number, counters: RegularsSincePriority): Choice | null {
  const { front, priority, regular } = heads;
  if (front !== undefined) return { from: 'front', waiting: front, rule: 'front' };
  switch (policy.kind) {
    case 'accumulating': {
      const late = priority !== undefined && now - priority.since >= policy.limitMinutes * 60_000;
      if (late) return { from: 'priority', waiting: priority, rule: 'limit' };
      const ahead = priority !== undefined && regular !== undefined && outweighs(priority, regular, policy.weight, now);
      return either(heads, ahead, 'accumulating', 'accumulating');
    }
    case 'ratio': {
      const due = priority !== undefined && (counters[priority.serviceId] ?? 0) >= policy.regularPerPriority;
      return either(heads, due, 'ratioPriority', 'ratioRegular');
    }
    case 'strict':
      return either(heads, true, 'strict', 'strict');
    case 'fifo':
      return either(heads, priority !== undefined && regular !== undefined && precedes(priority, regular), 'fifo', 'fifo');
    default:
      return unreachable(policy);
  }
}

/** Why `waiting` was chosen, for the officer and the record. @param now day time, ms. */
export function reasonFor({ waiting, rule }: Omit<Choice, 'from'>, policy: PriorityPolicy, now: number): CallReason {
  const weight = policy.kind === 'accumulating' && waiting.ground !== null ? policy.weight : 1;
  return { rule, ground: waiting.ground, weight, waitedMs: Math.max(0, Math.round(now - waiting.since)) };
}

/** The 1:k counters of the calling counter's services after this choice; empty when it does not count. */
export function countersAfter(choice: Choice, serviceIds: readonly string[], counters: RegularsSincePriority): RegularsSincePriority {
  if (choice.rule !== 'ratioPriority' && choice.rule !== 'ratioRegular') return {};
  return Object.fromEntries(serviceIds.map((id) => [id, counterAfter(choice.rule, counters[id])]));
}

/** One 1:k counter after a call by this rule. */
export function counterAfter(rule: CallReason['rule'], counter = 0): number {
  if (rule === 'ratioPriority') return 0;
  return rule === 'ratioRegular' ? Math.min(largestRatio, counter + 1) : counter;
}

/** Whether `a` stands before `b` in the line. */
export const precedes = (a: Waiting, b: Waiting): boolean => a.order < b.order;

function outweighs(priority: Waiting, regular: Waiting, weight: number, now: number): boolean {
  const lead = weight * (now - priority.since) - (now - regular.since);
  return lead > 0 || (lead === 0 && precedes(priority, regular));
}

/** P or R as the policy has it, or the only one there is. */
function either(
  { priority, regular }: Heads,
  priorityFirst: boolean,
  ruleOfPriority: CallReason['rule'],
  ruleOfRegular: CallReason['rule'],
): Choice | null {
  if (priority !== undefined && (priorityFirst || regular === undefined))
    return { from: 'priority', waiting: priority, rule: ruleOfPriority };
  return regular === undefined ? null : { from: 'regular', waiting: regular, rule: ruleOfRegular };
}

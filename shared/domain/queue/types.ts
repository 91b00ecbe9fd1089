import { z } from 'zod';
import { date, id, instant } from '../values.ts';

/** Why a visitor is served with priority (UU 25/2009 art. 29; PermenPANRB 11/2024). The ground only, never a proof. */
export const priorityGrounds = ['lansia', 'disabilitas', 'ibuHamil', 'ibuMenyusui', 'membawaBalita', 'korbanBencana'] as const;
export const priorityGround = z.enum(priorityGrounds);
export type PriorityGround = z.infer<typeof priorityGround>;

export const ticketStatuses = ['waiting', 'called', 'serving', 'held', 'finished', 'noShow', 'cancelled', 'expired'] as const;
export const ticketStatus = z.enum(ticketStatuses);
export type TicketStatus = z.infer<typeof ticketStatus>;

/** Where a returned or transferred ticket goes: before all waiting, behind all, or where its arrival puts it. */
export const placement = z.enum(['front', 'end', 'arrival']);
export type Placement = z.infer<typeof placement>;

export const cancelReason = z.enum(['visitorLeft', 'duplicate', 'wrongService', 'other']);
export type CancelReason = z.infer<typeof cancelReason>;

/** Why this ticket and not another was called; shown to the officer and kept. `waitedMs` is never negative. */
export const callReason = z.strictObject({
  rule: z.enum(['accumulating', 'limit', 'ratioPriority', 'ratioRegular', 'strict', 'fifo', 'front', 'chosen']),
  ground: priorityGround.nullable(),
  /** Weight of the accumulating policy that applied to this ticket; 1 for a regular visitor. */
  weight: z.number(),
  waitedMs: z.number().int().min(0),
});
export type CallReason = z.infer<typeof callReason>;

/** Steps of the visit's script, in order (DOMAIN section 2). */
export const visitSteps = ['greet', 'need', 'check', 'duration', 'receipt', 'close'] as const;
export const visitStep = z.enum(visitSteps);
export type VisitStep = z.infer<typeof visitStep>;

/** A wait as a range of minutes; `null` when no counter is open for the service, so that nothing is promised. */
export const waitEstimate = z.strictObject({ fromMinutes: z.number().int().min(0), toMinutes: z.number().int().min(0) }).nullable();
export type WaitEstimate = z.infer<typeof waitEstimate>;

/** A ticket as screens see it. No personal data: the number, its life, and the ground of its priority. */
export const ticketView = z.strictObject({
  id,
  visitId: id,
  number: z.string(),
  serviceId: id,
  ground: priorityGround.nullable(),
  status: ticketStatus,
  counterId: id.nullable(),
  issuedAt: instant,
  calledAt: instant.nullable(),
  servingAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Time on hold or disturbed, excluded from the service time. What is running is not included; see `heldAt`, `disturbedAt`. */
  heldMs: z.number().int().min(0),
  heldAt: instant.nullable(),
  /** Since when the service is disturbed while this visitor is served; not part of the service time either. */
  disturbedAt: instant.nullable(),
  recalls: z.number().int().min(0),
  reason: callReason.nullable(),
  step: visitStep.nullable(),
  receivedRequirementIds: z.array(id),
  hasNote: z.boolean(),
});
export type TicketView = z.infer<typeof ticketView>;

export const counterStatus = z.enum(['closed', 'open', 'break']);
export type CounterStatus = z.infer<typeof counterStatus>;

/** Whether another ticket can still be served today: `full` stops the issue, `tight` warns (DOMAIN section 3). */
export const capacity = z.enum(['free', 'tight', 'full']);
export type Capacity = z.infer<typeof capacity>;

export const dayView = z.strictObject({
  /** Today in the office's zone. */
  date,
  status: z.enum(['notOpened', 'open', 'closed']),
  /** The date of the open day; differs from `date` while the clock stands before it or is under suspicion. */
  openDate: date.nullable(),
});
export type DayView = z.infer<typeof dayView>;

import type { NewEvent } from '../decider.ts';

/** Everything about who leads; one stream for the whole life of the office. */
export const leadStream = 'lead';

/** How a term began: after the lease of the lead before had run out, or handed over by it. */
export type Appointment = 'promotion' | 'handOver';

export interface LeadAppointed {
  readonly term: number;
  readonly stationId: string;
  /** The lead of the term before. */
  readonly before: string;
  readonly beforeTerm: number;
  /** The last event of its chain that the new lead has; what it decided for the office after that is left out. */
  readonly cut: number;
  readonly appointment: Appointment;
  /** A person said so although a station could not be asked, which may have kept the lead before alive. */
  readonly override: boolean;
}

/** Who leads the office (decision 0016, rules 13–17). */
export type LeadEvent =
  | NewEvent<'leadAppointed.v1', LeadAppointed>
  /** A person keeps a lead going that reaches no other station ("tetap menjadi induk"). */
  | NewEvent<'leadKept.v1', { readonly term: number }>;

import { ok, refuse, type Result } from '../../result.ts';
import type { LeadAppointed, LeadEvent } from './events.ts';

export interface LeadState {
  readonly term: number;
  /** `null`: nobody was ever appointed; the station that founded the office leads. */
  readonly stationId: string | null;
  /** The term whose lead gave this one away, and so had stopped; `null`: nobody did, it was taken over from a lead that was not heard. */
  readonly givenBy: number | null;
  /** How often a person let the lead of this term go on without stations that were not asked: it may decide although nobody hears it. */
  readonly overrides: number;
}

/** Term 1 is the founder's and needs no event. */
export const initialLead: LeadState = { term: 1, stationId: null, givenBy: null, overrides: 0 };

export type LeadCommand =
  | { readonly method: 'lead.appoint'; readonly input: LeadAppointed }
  | { readonly method: 'lead.keep'; readonly input: { readonly term: number } };
export type LeadRefusal = { readonly type: 'termOver'; readonly term: number };

/** A term is greater than the one before. What must hold before is the office module's to find out. */
export function decideLead(command: LeadCommand, state: LeadState): Result<readonly LeadEvent[], LeadRefusal> {
  switch (command.method) {
    case 'lead.appoint':
      if (command.input.term <= state.term || command.input.beforeTerm !== state.term)
        return refuse({ type: 'termOver', term: state.term });
      return ok([{ type: 'leadAppointed.v1', data: command.input }]);
    case 'lead.keep':
      if (command.input.term !== state.term) return refuse({ type: 'termOver', term: state.term });
      return ok([{ type: 'leadKept.v1', data: command.input }]);
  }
}

/** The greatest term counts, in whatever order appointments become known. */
export function evolveLead(state: LeadState, event: LeadEvent): LeadState {
  if (event.type === 'leadKept.v1') return event.data.term === state.term ? { ...state, overrides: state.overrides + 1 } : state;
  if (event.data.term <= state.term) return state;
  const { term, stationId, appointment, beforeTerm, override } = event.data;
  return { term, stationId, givenBy: appointment === 'handOver' ? beforeTerm : null, overrides: override ? 1 : 0 };
}

import { unreachable } from '../../result.ts';
import type { PrintingEvent } from './events.ts';
import type { PrintingState } from './state.ts';

/** The state around one command once its event has happened. */
export function evolvePrinting(state: PrintingState, event: PrintingEvent): PrintingState {
  switch (event.type) {
    case 'printRequested.v1':
      return {
        ...state,
        printsBefore: state.printsBefore + 1,
        job: { kind: event.data.kind, by: event.data.by, outcome: 'pending', failure: null },
      };
    case 'printEnded.v1':
      return state.job === null ? state : { ...state, job: { ...state.job, outcome: event.data.outcome, failure: event.data.failure } };
    default:
      return unreachable(event);
  }
}

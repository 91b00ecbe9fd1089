import { unreachable } from '../../result.ts';
import type { DocumentEvent } from './events.ts';
import type { DocumentState } from './state.ts';

/** The state around one command once its event has happened. */
export function evolveDocuments(state: DocumentState, event: DocumentEvent): DocumentState {
  switch (event.type) {
    case 'documentReceived.v1':
      return {
        ...state,
        registeredAs: event.data.number,
        lastSequence: new Map(state.lastSequence).set(event.data.year, event.data.sequence),
      };
    case 'registrationsSkipped.v1':
      return { ...state, lastSequence: new Map(state.lastSequence).set(event.data.year, event.data.last) };
    case 'shortfallRecorded.v1':
      return { ...state, slipRecorded: true };
    case 'documentReady.v1':
      return { ...state, followed: state.followed === null ? null : { ...state.followed, isReady: true } };
    case 'documentCollected.v1':
      return { ...state, followed: state.followed === null ? null : { ...state.followed, isCollected: true } };
    default:
      return unreachable(event);
  }
}

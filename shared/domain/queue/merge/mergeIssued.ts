import { allTickets, type Ticket, ticketById } from '../state.ts';
import type { Draft } from './draft.ts';
import type { Of, Work } from './work.ts';

/** A ticket of the branch comes into the line by the wait of its visitor, with the arrival of the one she came with. */
export function mergeIssued({ draft, issued }: Work, event: Of<'ticketIssued.v1'>): void {
  const { branch: _branch, since: _since, ...data } = event.data;
  const known = ticketById(draft.state, data.ticketId);
  if (known?.number === data.number) return;
  if ([...allTickets(draft.state)].some(({ number }) => number === data.number)) {
    return draft.tell({ kind: 'numberTwice', numbers: [data.number] });
  }
  if (known !== undefined) return mergeIssuedTwice(draft, known, event);
  const companion = data.arrivedWith === null ? undefined : ticketById(draft.state, data.arrivedWith);
  const place = companion === undefined ? draft.placeFor(event) : null;
  const arrival = companion?.arrival ?? place;
  if (arrival === null) throw new Error('A ticket of a branch got no place');
  const arrivedWith = companion === undefined ? null : companion.id;
  const since = companion === undefined ? { since: arrival.since } : {};
  draft.embed({ type: event.type, data: { ...data, arrivedWith, order: arrival.order, ...since } }, event);
  issued.push(data.number);
}

/**
 * The office had issued this ticket already, but the answer never came, and the window asked the next who could decide: that
 * answer is on paper. A branch is asked after the lead; a deposed lead was asked before.
 */
function mergeIssuedTwice(draft: Draft, { id: ticketId, number: known }: Ticket, event: Of<'ticketIssued.v1'>): void {
  const { number, series, sequence } = event.data;
  if (draft.branch.wasLead) return draft.tell({ kind: 'numberChanged', numbers: [known, number] });
  draft.embed({ type: 'ticketRenumbered.v1', data: { ticketId, number, series, sequence } }, event);
  draft.tell({ kind: 'numberChanged', numbers: [number, known] });
}

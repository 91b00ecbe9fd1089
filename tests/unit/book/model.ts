import { decideBook } from '../../../shared/domain/book/decide.ts';
import type { BookCommand, BookMethod, BookRefusal } from '../../../shared/domain/book/commands.ts';
import type { BookEvent, SheetMade } from '../../../shared/domain/book/events.ts';
import { idsOfRow, numberOfRow } from '../../../shared/domain/book/rowEvents.ts';
import { type BookState, initialBook, type RecordedRow } from '../../../shared/domain/book/state.ts';
import type { PaperRow, PaperVisit } from '../../../shared/domain/book/types.ts';
import type { OfficeState } from '../../../shared/domain/office/state.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { methods } from '../../../shared/rpc/contract.ts';
import { makeOffice } from '../queue/model.ts';

/** A Monday, 13.00 in western Indonesia. */
export const monday13 = Date.parse('2026-11-23T13:00:00+07:00');
export const office: OfficeState = makeOffice();
export const sheet: SheetMade = {
  ...{ sheetId: 'sheet-1', number: 'BP-20261123-1', date: '2026-11-23', letter: '', sheet: 1, rows: 20 },
};

export const visit = (change: Partial<PaperVisit> = {}): PaperVisit => ({
  ...{ arrived: '09:05', serviceId: 'a', ground: null, called: '09:20', counterId: 'k1', finished: '09:35', outcome: 'finished' },
  complaint: false,
  ...change,
});
export const row = (n: number, change: Partial<PaperVisit> = {}, stillHere = false): PaperRow => ({
  row: n,
  visit: visit(change),
  stillHere,
});

/** A row that is in the records already. */
export const recorded = (n: number, change: Partial<PaperVisit> = {}, where: RecordedRow['where'] = 'history'): RecordedRow => ({
  ...{ row: n, ...idsOfRow(sheet.sheetId, n), number: numberOfRow(sheet, n), where },
  visit: visit(change),
});

/** Decides on a sheet that exists; a refusal must be one that the contract names for the method. */
export function decide<M extends BookMethod>(
  method: M,
  input: Input<M>,
  state: Partial<BookState> = {},
  at: { readonly now?: number; readonly letter?: string; readonly office?: OfficeState } = {},
): readonly BookEvent[] | BookRefusal {
  const context = { now: monday13, letter: '', office, ...at };
  const decided = decideBook({ method, input } as BookCommand, { ...initialBook, sheet, ...state }, context);
  if (!decided.ok && !(decided.error.type in methods[method].refusals)) throw new Error(`${decided.error.type} is not in the contract`);
  return decided.ok ? decided.value : decided.error;
}

/**
 * The blackout book. A sheet is made before the outage and is on disk before it is printed. Its rows are entered afterwards as
 * the history of its day: with the times that were written, marked as entered afterwards, never as a part of today's
 * running queue. A row is recorded once; what was recorded wrongly is corrected by a later event that says by whom and why.
 */
import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import { visitProblems } from './check.ts';
import type { BookCommand, BookRefusal } from './commands.ts';
import type { BookEvent } from './events.ts';
import { bookFacts } from './facts.ts';
import { dateRange } from './dates.ts';
import { sheetNumber } from './number.ts';
import { numberOfRow, rowEvents, sameVisit, timesOf } from './rowEvents.ts';
import type { BookContext, BookState, RecordedRow } from './state.ts';
import { mostSheets, type PaperRow, rowsPerSheet } from './types.ts';

type Decision = Result<readonly BookEvent[], BookRefusal>;

export function decideBook(command: BookCommand, state: BookState, context: BookContext): Decision {
  switch (command.method) {
    case 'book.makeSheets':
      return makeSheets(command.input, state, context);
    case 'book.skipSheets': {
      const last = Math.min(mostSheets, state.lastSheet + command.input.by);
      return ok([{ type: 'blackoutSheetsSkipped.v1', data: { date: command.input.date, letter: context.letter, last } }]);
    }
    case 'book.dismissReminder':
      return ok(state.dismissed ? [] : [{ type: 'blackoutReminderDismissed.v1', data: command.input }]);
    case 'book.record':
      return record(command.input, state, context);
    case 'book.correct':
      return correct(command.input, state, context);
    default:
      return unreachable(command);
  }
}

/** The same ids again make nothing: whoever repeats it gets the sheets that are there. */
function makeSheets({ sheetIds, date }: Input<'book.makeSheets'>, state: BookState, { letter, now, office }: BookContext): Decision {
  const { from, to } = dateRange(office, now);
  if (date < from || date > to) return refuse({ type: 'bookDateOutside', from, to });
  const ids = [...new Set(sheetIds)].filter((id) => !state.known.some(({ sheetId }) => sheetId === id));
  if (state.lastSheet + ids.length > mostSheets) return refuse({ type: 'bookSheetsFull', most: mostSheets });
  return ok(
    ids.map((sheetId, at) => {
      const sheet = state.lastSheet + at + 1;
      return {
        type: 'blackoutSheetMade.v1',
        data: { sheetId, number: sheetNumber(date, letter, sheet), date, letter, sheet, rows: rowsPerSheet },
      };
    }),
  );
}

/**
 * Rows whose visitors are still here get no event in this stream: today's queue issues their tickets, which is an event of its
 * own. A row that stands there already with the same words changes nothing; with others it has to be corrected.
 */
function record({ rows }: Input<'book.record'>, { sheet, rows: recorded }: BookState, { now, office }: BookContext): Decision {
  if (sheet === null) return refuse({ type: 'bookSheetUnknown' });
  const numbersOf = (wrong: readonly PaperRow[]) => [...new Set(wrong.map(({ row }) => numberOfRow(sheet, row)))];
  const twice = rows.filter(({ row }, at) => rows.findIndex((other) => other.row === row) !== at);
  if (twice.length > 0) return refuse({ type: 'bookNumberTwice', numbers: numbersOf(twice) });
  const facts = bookFacts(office, sheet.date, now);
  const wrong = rows.filter((each) => visitProblems(each.visit, facts).length > 0 || (each.stillHere && !mayWait(each, facts)));
  if (wrong.length > 0) return refuse({ type: 'bookRowsWrong', numbers: numbersOf(wrong) });
  const taken = rows.filter((each) => isTaken(each, recorded));
  if (taken.length > 0) return refuse({ type: 'bookRowsRecorded', numbers: numbersOf(taken) });
  const fresh = rows.filter(({ row, stillHere }) => !stillHere && !recorded.some((known) => known.row === row));
  return ok(fresh.flatMap((each) => rowEvents(sheet, each, office)));
}

function correct({ correctionId, row, visit, reason }: Input<'book.correct'>, state: BookState, { now, office }: BookContext): Decision {
  const { sheet, rows } = state;
  if (sheet === null) return refuse({ type: 'bookSheetUnknown' });
  const number = numberOfRow(sheet, row);
  const recorded = rows.find((known) => known.row === row);
  if (recorded === undefined) return refuse({ type: 'bookRowNotRecorded', number });
  if (recorded.where === 'queue') return refuse({ type: 'bookRowInQueue', number });
  if (visit !== null && visitProblems(visit, bookFacts(office, sheet.date, now)).length > 0)
    return refuse({ type: 'bookRowsWrong', numbers: [number] });
  if (visit !== null && sameVisit(visit, recorded.visit)) return ok([]);
  const { ticketId, visitId } = recorded;
  const { sheetId, date } = sheet;
  const changed = { before: recorded.visit, after: visit, times: visit === null ? null : timesOf(sheet, visit, office) };
  const data = { correctionId, sheetId, row, date, number, ticketId, visitId, ...changed, reason, enteredAfterwards: true } as const;
  return ok([{ type: 'paperTicketCorrected.v1', data }]);
}

/** Only on its own day can somebody still be waiting, and only who was neither served nor has left. */
const mayWait = ({ visit }: PaperRow, { date, today }: ReturnType<typeof bookFacts>): boolean =>
  date === today && visit.outcome === 'unfinished';

function isTaken({ row, visit, stillHere }: PaperRow, recorded: readonly RecordedRow[]): boolean {
  const known = recorded.find((each) => each.row === row);
  if (known === undefined) return false;
  return !sameVisit(visit, known.visit) || stillHere !== (known.where === 'queue');
}

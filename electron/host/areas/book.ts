import { type BookCommand, bookMethods, type BookRefusal } from '../../../shared/domain/book/commands.ts';
import { decideBook } from '../../../shared/domain/book/decide.ts';
import { type BookEvent, bookStream } from '../../../shared/domain/book/events.ts';
import { numberOfRow } from '../../../shared/domain/book/rowEvents.ts';
import type { PaperRow } from '../../../shared/domain/book/types.ts';
import { type BookState, initialBook } from '../../../shared/domain/book/state.ts';
import type { States } from '../areas.ts';
import { isDismissed, lastSheets, recordedRows, sheetById } from '../book/rows.ts';
import type { Reader } from '../database/open.ts';
import type { Area } from '../engine/areas.ts';

/** The blackout book: its sheets, and their rows as the history of their day. */
export const bookArea: Area<States, BookState, BookEvent, BookRefusal> = {
  name: 'book',
  topics: ['book'],
  owns: (stream) => stream.startsWith('book/'),
  methods: bookMethods,
  source: { kind: 'loaded', load: (db, command) => load(db, command as BookCommand) },
  decider: {
    initial: initialBook,
    decide: (command, state, { now, station, states }) =>
      decideBook(command as BookCommand, counted(state, station.letter), {
        now,
        letter: station.letter,
        office: states.office,
      }),
    evolve: (state) => state,
  },
  streamFor(command, { sheet }) {
    const given = command as BookCommand;
    if (given.method !== 'book.record' && given.method !== 'book.correct') return bookStream(given.input.date);
    if (sheet === null) throw new Error(`${given.method} was decided without a sheet`);
    return bookStream(sheet.date);
  },
  reply: (command, events, before) => reply(command as BookCommand, events, before),
};

interface Loaded extends BookState {
  /** The last sheet of each station on the command's date, by its letter. */
  readonly lastByLetter: ReadonlyMap<string, number>;
}

const nothing: Loaded = { ...initialBook, lastByLetter: new Map() };

function load(db: Reader, command: BookCommand): Loaded {
  switch (command.method) {
    case 'book.makeSheets': {
      const { sheetIds, date } = command.input;
      return { ...nothing, known: sheetIds.flatMap((id) => sheetById(db, id) ?? []), lastByLetter: lastSheets(db, date) };
    }
    case 'book.skipSheets':
      return { ...nothing, lastByLetter: lastSheets(db, command.input.date) };
    case 'book.dismissReminder':
      return { ...nothing, dismissed: isDismissed(db, command.input.date) };
    case 'book.record':
    case 'book.correct': {
      const { sheetId } = command.input;
      return { ...nothing, sheet: sheetById(db, sheetId), rows: recordedRows(db, sheetId) };
    }
  }
}

/** Each station counts its own sheets; loading does not know which station this is. */
const counted = (state: BookState, letter: string): BookState => ({ ...state, lastSheet: (state as Loaded).lastByLetter.get(letter) ?? 0 });

function reply(command: BookCommand, events: readonly BookEvent[], { sheet, rows, known }: BookState): unknown {
  switch (command.method) {
    case 'book.makeSheets': {
      const made = [...known, ...events.flatMap((event) => (event.type === 'blackoutSheetMade.v1' ? [event.data] : []))];
      return {
        sheets: command.input.sheetIds.flatMap((id) => {
          const found = made.find(({ sheetId }) => sheetId === id);
          return found === undefined ? [] : [{ sheetId: id, number: found.number }];
        }),
      };
    }
    case 'book.record': {
      if (sheet === null) throw new Error('rows were recorded without a sheet');
      const numbers = (which: (row: PaperRow) => boolean) => command.input.rows.filter(which).map(({ row }) => numberOfRow(sheet, row));
      const isKnown = (row: number) => rows.some((each) => each.row === row);
      return {
        recorded: numbers(({ row, stillHere }) => !stillHere && !isKnown(row)),
        admitted: numbers(({ stillHere }) => stillHere),
        already: numbers(({ row, stillHere }) => !stillHere && isKnown(row)),
      };
    }
    case 'book.skipSheets':
    case 'book.dismissReminder':
    case 'book.correct':
      return {};
  }
}

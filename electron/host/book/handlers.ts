import { v5 } from 'uuid';
import type { SheetMade } from '../../../shared/domain/book/events.ts';
import { paperSeries, sheetNumberTyped } from '../../../shared/domain/book/number.ts';
import { idsOfRow, numberOfRow, timesOf } from '../../../shared/domain/book/rowEvents.ts';
import { defaultBookSettings, type PaperRow } from '../../../shared/domain/book/types.ts';
import { dateNow } from '../../../shared/domain/queue/day.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import { bookArea } from '../areas/book.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Answered, Call, Handlers } from '../rpc/handlers.ts';
import { wouldDecide } from '../rpc/wouldDecide.ts';
import type { Services } from '../services.ts';
import { saveSheetDraft, sheetDraft } from './drafts.ts';
import { reminder } from './reminder.ts';
import { latestSheets, recordedRows, sheetById, sheetByNumber } from './rows.ts';
import { dayFigures, recordedViews, sheetView } from './views.ts';

/** Makes the ids of the commands that admit visitors out of the one that records the sheet. */
const namespace = 'b8a5b1f0-5f8d-5c1a-8a3f-6a6e2d9c4f71';

/** The blackout book: sheets, what is typed from them, what was recorded. */
export function createBookHandlers(services: Services, execute: Execute): Handlers {
  const { db, engine, ports, dayRollover } = services;
  const today = () => dateNow(engine.states.office, ports.clock.now());

  /**
   * Visitors who are still here first: a refusal of the queue records nothing, and rows that were admitted before a crash are
   * known again by their numbers. In the order in which they came, so that the line is theirs.
   */
  const record = (input: Input<'book.record'>, call: Call): Answered<'book.record'> => {
    const first = execute.first('book.record', call);
    if (first !== null) return first;
    const sheet = sheetById(db, input.sheetId);
    const isAccepted = wouldDecide(services, bookArea, { method: 'book.record', input }, call);
    if (sheet === null || !isAccepted) return execute('book.record', input, call);
    const known = new Set(recordedRows(db, sheet.sheetId).map(({ row }) => row));
    const stillHere = input.rows
      .filter((each) => each.stillHere && !known.has(each.row))
      .toSorted((a, b) => a.visit.arrived.localeCompare(b.visit.arrived) || a.row - b.row);
    if (stillHere.length > 0) dayRollover.check();
    for (const each of stillHere) {
      const commandId = v5(`${call.commandId}/${each.row}`, namespace);
      const admitted = execute('queue.admitPaper', admission(sheet, each), { ...call, commandId });
      if (!admitted.ok) return admitted;
    }
    return execute('book.record', input, call);
  };
  const admission = (sheet: SheetMade, { row, visit }: PaperRow): Input<'queue.admitPaper'> => {
    const { arrivedAt, calledAt } = timesOf(sheet, visit, engine.states.office);
    const numbered = { number: numberOfRow(sheet, row), series: paperSeries(sheet.letter, sheet.sheet) };
    return { ...idsOfRow(sheet.sheetId, row), ...numbered, sheetId: sheet.sheetId, row, arrivedAt, firstCalledAt: calledAt, visit };
  };

  return {
    'book.sheets': ({ limit }) => ok({ today: today(), sheets: latestSheets(db, limit).map((sheet) => sheetView(services, sheet)) }),
    'book.find': ({ number }) => {
      const meant = sheetNumberTyped(number);
      const sheet = meant === null ? null : sheetByNumber(db, meant);
      return sheet === null ? refuse({ type: 'bookSheetUnknown' }) : ok({ sheetId: sheet.sheetId });
    },
    'book.sheet': ({ sheetId }) => {
      const sheet = sheetById(db, sheetId);
      if (sheet === null) return refuse({ type: 'bookSheetUnknown' });
      const { retiredServices, retiredCounters } = engine.states.office;
      return ok({
        sheet: sheetView(services, sheet),
        today: today(),
        numbers: Array.from({ length: sheet.rows }, (_, at) => numberOfRow(sheet, at + 1)),
        recorded: recordedViews(services, sheetId),
        draft: sheetDraft(services, sheetId),
        day: dayFigures(db, sheet.date),
        retired: {
          services: retiredServices.map(({ id, prefix, title }) => ({ id, prefix, title })),
          counters: retiredCounters.map(({ id, number, name }) => ({ id, number, name })),
        },
      });
    },
    'book.saveDraft': ({ sheetId, rows, revision }) => {
      if (sheetById(db, sheetId) === null) return refuse({ type: 'bookSheetUnknown' });
      const saved = saveSheetDraft(services, sheetId, rows, revision);
      if (saved.ok && saved.value.revision !== revision) engine.announce(['book']);
      return saved;
    },
    'book.record': record,
    'book.reminder': (_input, { connection }) => ok(reminder(services, connection)),
    'book.settings': () => ok(engine.states.office.book ?? defaultBookSettings),
  };
}

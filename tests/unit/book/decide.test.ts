import { describe, expect, it } from 'vitest';
import type { BookEvent } from '../../../shared/domain/book/events.ts';
import { idsOfRow } from '../../../shared/domain/book/rowEvents.ts';
import { decide, monday13, recorded, row, sheet, visit } from './model.ts';

const typesOf = (events: unknown) => (events as readonly BookEvent[]).map(({ type }) => type);
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+07:00`);
const { ticketId, visitId } = idsOfRow('sheet-1', 1);

describe('making sheets', () => {
  it('given two of this station, numbers the next ones behind them with the station’s letter', () => {
    const made = decide('book.makeSheets', { sheetIds: ['x', 'y'], date: '2026-11-23' }, { lastSheet: 2 }, { letter: 'B' });
    expect(made).toEqual([
      {
        type: 'blackoutSheetMade.v1',
        data: { sheetId: 'x', number: 'BP-20261123-B3', date: '2026-11-23', letter: 'B', sheet: 3, rows: 20 },
      },
      {
        type: 'blackoutSheetMade.v1',
        data: { sheetId: 'y', number: 'BP-20261123-B4', date: '2026-11-23', letter: 'B', sheet: 4, rows: 20 },
      },
    ]);
  });

  it('given the same ids again, makes nothing', () => {
    const again = { sheetIds: ['sheet-1', 'sheet-1'], date: '2026-11-23' };
    expect(decide('book.makeSheets', again, { known: [sheet], lastSheet: 1 })).toEqual([]);
    expect(decide('book.makeSheets', { ...again, sheetIds: ['x', 'x'] }, { lastSheet: 1 })).toHaveLength(1);
  });

  it.each(['2025-11-22', '2026-11-30'])('for %s is possible: an old outage, one that was announced', (date) => {
    expect(decide('book.makeSheets', { sheetIds: ['x'], date })).toHaveLength(1);
  });

  it.each(['2025-11-21', '2026-12-01'])('for %s is refused, and says which days are possible', (date) => {
    const refusal = { type: 'bookDateOutside', from: '2025-11-22', to: '2026-11-30' };
    expect(decide('book.makeSheets', { sheetIds: ['x'], date })).toEqual(refusal);
  });

  it('given a full day, refuses', () => {
    expect(decide('book.makeSheets', { sheetIds: ['x', 'y'], date: '2026-11-23' }, { lastSheet: 98 })).toEqual({
      type: 'bookSheetsFull',
      most: 99,
    });
  });
});

describe('after a recovery that lost events', () => {
  it('sheets that may be on paper are left out, up to the most that there can be', () => {
    const skip = (lastSheet: number) => decide('book.skipSheets', { date: '2026-11-23', by: 10 }, { lastSheet }, { letter: 'B' });
    const skipped = (last: number) => [{ type: 'blackoutSheetsSkipped.v1', data: { date: '2026-11-23', letter: 'B', last } }];
    expect(skip(2)).toEqual(skipped(12));
    expect(skip(95)).toEqual(skipped(99));
  });
});

describe('dismissing the reminder', () => {
  it('is recorded once', () => {
    expect(typesOf(decide('book.dismissReminder', { date: '2026-11-23' }))).toEqual(['blackoutReminderDismissed.v1']);
    expect(decide('book.dismissReminder', { date: '2026-11-23' }, { dismissed: true })).toEqual([]);
  });
});

describe('recording rows', () => {
  const record = (rows: Parameters<typeof row>[] | ReturnType<typeof row>[], state = {}) =>
    decide('book.record', { sheetId: 'sheet-1', rows: rows as ReturnType<typeof row>[] }, state);

  it('says what happened at its own time, entered afterwards', () => {
    const common = { ticketId, enteredAfterwards: true };
    expect(record([row(1, { ground: 'lansia', complaint: true })])).toEqual([
      {
        type: 'paperTicketIssued.v1',
        data: {
          ...common,
          ...{ happenedAt: at('09:05'), sheetId: 'sheet-1', row: 1, visitId, number: 'L1-01', serviceId: 'a', ground: 'lansia' },
          visit: visit({ ground: 'lansia', complaint: true }),
        },
      },
      { type: 'paperTicketCalled.v1', data: { ...common, happenedAt: at('09:20'), counterId: 'k1' } },
      { type: 'paperTicketFinished.v1', data: { ...common, happenedAt: at('09:35') } },
    ]);
  });

  const nobody = { called: null, counterId: null, finished: null };
  it.each([
    ['not there when called', { outcome: 'noShow', finished: null }, ['Issued', 'Called', 'NoShow'], '09:20'],
    ['left before a call', { ...nobody, outcome: 'left' }, ['Issued', 'Left'], '09:05'],
    ['left at a time', { ...nobody, finished: '10:00', outcome: 'left' }, ['Issued', 'Left'], '10:00'],
    ['never finished', { ...nobody, outcome: 'unfinished' }, ['Issued', 'Expired'], '09:05'],
  ] as const)('%s', (_case, change, types, last) => {
    const events = record([row(1, change)]) as readonly BookEvent[];
    expect(typesOf(events)).toEqual(types.map((type) => `paperTicket${type}.v1`));
    expect(events.at(-1)?.data).toMatchObject({ happenedAt: at(last) });
  });

  it('given the row is recorded with the same words, changes nothing; the others are recorded', () => {
    const events = record([row(1), row(2)], { rows: [recorded(1)] });
    expect(typesOf(events)).toEqual(['paperTicketIssued.v1', 'paperTicketCalled.v1', 'paperTicketFinished.v1']);
  });

  it('given the row is recorded with other words, refuses all', () => {
    expect(record([row(1, { finished: '09:40' }), row(2)], { rows: [recorded(1)] })).toEqual({
      type: 'bookRowsRecorded',
      numbers: ['L1-01'],
    });
  });

  it('given a number twice, refuses', () => {
    expect(record([row(3), row(3)])).toEqual({ type: 'bookNumberTwice', numbers: ['L1-03'] });
  });

  it('given a row that cannot be, refuses all and names it', () => {
    expect(record([row(1), row(4, { finished: '09:10' })])).toEqual({ type: 'bookRowsWrong', numbers: ['L1-04'] });
  });

  it('given no sheet, refuses', () => {
    expect(record([row(1)], { sheet: null })).toEqual({ type: 'bookSheetUnknown' });
  });

  describe('of visitors who are still here', () => {
    const waits = { ...nobody, outcome: 'unfinished' } as const;
    it('today, leaves them to the queue', () => {
      expect(record([row(1, waits, true)])).toEqual([]);
      expect(record([row(1, waits, true)], { rows: [recorded(1, waits, 'queue')] })).toEqual([]);
    });
    it('refuses them on another day, and who was served or has left', () => {
      const refused = { type: 'bookRowsWrong', numbers: ['L1-01'] };
      expect(record([row(1, waits, true)], { sheet: { ...sheet, date: '2026-11-20' } })).toEqual(refused);
      expect(record([row(1, {}, true)])).toEqual(refused);
    });
    it('refuses a row that is already history, and the other way round', () => {
      const refused = { type: 'bookRowsRecorded', numbers: ['L1-01'] };
      expect(record([row(1, waits, true)], { rows: [recorded(1, waits)] })).toEqual(refused);
      expect(record([row(1, waits)], { rows: [recorded(1, waits, 'queue')] })).toEqual(refused);
    });
  });
});

describe('correcting a recorded row', () => {
  const correct = (change: object = {}, state: object = { rows: [recorded(1)] }) =>
    decide(
      'book.correct',
      { correctionId: 'c', sheetId: 'sheet-1', row: 1, visit: visit({ finished: '09:50' }), reason: 'misread', ...change },
      state,
    );

  it('keeps what it said before, what it says now, and why', () => {
    expect(correct()).toEqual([
      {
        type: 'paperTicketCorrected.v1',
        data: {
          ...{ correctionId: 'c', sheetId: 'sheet-1', row: 1, date: '2026-11-23', number: 'L1-01', ticketId, visitId },
          ...{ before: visit(), after: visit({ finished: '09:50' }), reason: 'misread', enteredAfterwards: true },
          times: { arrivedAt: at('09:05'), calledAt: at('09:20'), finishedAt: at('09:50') },
        },
      },
    ]);
  });

  it('may say that there was no such visitor', () => {
    expect(correct({ visit: null })).toMatchObject([{ data: { after: null, times: null } }]);
  });

  it('that changes nothing is no event', () => {
    expect(correct({ visit: visit() })).toEqual([]);
  });

  it('is refused for a row that is not recorded, stands in the queue, or could not be so', () => {
    expect(correct({}, {})).toEqual({ type: 'bookRowNotRecorded', number: 'L1-01' });
    expect(correct({}, { sheet: null })).toEqual({ type: 'bookSheetUnknown' });
    expect(correct({}, { rows: [recorded(1, {}, 'queue')] })).toEqual({ type: 'bookRowInQueue', number: 'L1-01' });
    expect(correct({ visit: visit({ called: '08:00' }) })).toEqual({ type: 'bookRowsWrong', numbers: ['L1-01'] });
    expect(monday13).toBe(at('13:00'));
  });
});

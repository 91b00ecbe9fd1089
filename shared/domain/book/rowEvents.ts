import { v5 } from 'uuid';
import type { OfficeState } from '../office/state.ts';
import { zoneOf } from '../office/zone.ts';
import { instantOn } from './dates.ts';
import type { BookEvent, PaperTicketCorrected, SheetMade } from './events.ts';
import { paperNumber } from './number.ts';
import type { PaperRow, PaperVisit } from './types.ts';

/** The ids of a row's ticket and visit follow from the sheet, so that no repetition, crash or second station makes another. */
const namespace = '4d8f0c1e-6f0e-5c53-9a52-7f7a4b1d2c90';

export const idsOfRow = (sheetId: string, row: number): { readonly ticketId: string; readonly visitId: string } => ({
  ticketId: v5(`${sheetId}/${row}/ticket`, namespace),
  visitId: v5(`${sheetId}/${row}/visit`, namespace),
});

export const numberOfRow = ({ letter, sheet }: Pick<SheetMade, 'letter' | 'sheet'>, row: number): string => paperNumber(letter, sheet, row);

/** A visit on paper as what happened: issued, called, and how it ended, each at its own time. */
export function rowEvents(sheet: SheetMade, { row, visit }: PaperRow, office: OfficeState): readonly BookEvent[] {
  const { ticketId, visitId } = idsOfRow(sheet.sheetId, row);
  const { arrivedAt, calledAt, finishedAt } = timesOf(sheet, visit, office);
  const at = (happenedAt: number) => ({ ticketId, happenedAt, enteredAfterwards: true }) as const;
  const { serviceId, ground } = visit;
  const { sheetId } = sheet;
  const number = numberOfRow(sheet, row);
  return [
    { type: 'paperTicketIssued.v1', data: { ...at(arrivedAt), sheetId, row, visitId, number, serviceId, ground, visit } },
    ...(calledAt === null || visit.counterId === null
      ? []
      : [{ type: 'paperTicketCalled.v1', data: { ...at(calledAt), counterId: visit.counterId } } as const]),
    ending(visit, at(finishedAt ?? calledAt ?? arrivedAt)),
  ];
}

type End = { readonly ticketId: string; readonly happenedAt: number; readonly enteredAfterwards: true };

function ending(visit: PaperVisit, data: End): BookEvent {
  switch (visit.outcome) {
    case 'finished':
      return { type: 'paperTicketFinished.v1', data };
    case 'noShow':
      return { type: 'paperTicketNoShow.v1', data };
    case 'left':
      return { type: 'paperTicketLeft.v1', data: { ...data, timeKnown: visit.finished !== null } };
    case 'unfinished':
      return { type: 'paperTicketExpired.v1', data };
  }
}

/** The times of a row as instants, ms since the epoch. */
export function timesOf(
  { date }: Pick<SheetMade, 'date'>,
  visit: PaperVisit,
  office: OfficeState,
): NonNullable<PaperTicketCorrected['times']> {
  const instant = (time: string) => instantOn(date, time, zoneOf(office));
  const { arrived, called, finished } = visit;
  return {
    arrivedAt: instant(arrived),
    calledAt: called === null ? null : instant(called),
    finishedAt: finished === null ? null : instant(finished),
  };
}

/** Values of one schema, whose parse orders their keys. */
export const sameVisit = (a: PaperVisit, b: PaperVisit): boolean => JSON.stringify(a) === JSON.stringify(b);

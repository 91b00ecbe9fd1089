import { paperNumber } from '../../../shared/domain/book/number.ts';
import { searchMark } from '../../../shared/domain/documents/number.ts';
import type { BlackoutSheetPaper } from '../../../shared/papers/models.ts';
import { sheetById } from '../book/rows.ts';
import type { Common, Reading } from './models.ts';

/** A sheet of the blackout book with its prepared rows; `null`: there is no such sheet. */
export function blackoutSheetModel({ db, engine, alarm }: Reading, common: Common, sheetId: string): BlackoutSheetPaper | null {
  const sheet = sheetById(db, sheetId);
  if (sheet === null) return null;
  const { services, policy } = engine.states.office;
  const { number, date, letter, sheet: place, rows } = sheet;
  return {
    ...common,
    kind: 'blackoutSheet',
    number,
    date,
    rowNumbers: Array.from({ length: rows }, (_, at) => paperNumber(letter, place, at + 1)),
    services: services.map(({ prefix, title }) => ({ prefix, title })),
    policy,
    securityPhone: alarm.config.read().emergencyNumber,
    qr: `${searchMark}${number}`,
  };
}

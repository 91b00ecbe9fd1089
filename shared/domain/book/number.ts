/**
 * Numbers on paper that can collide with nothing, without asking anybody. A sheet is known by its day, the letter of the
 * station that made it and its place among that station's sheets of the day: `BP-20261128-1`, `BP-20261128-B2`. Its rows are
 * a series of their own, `L1-01` or `LB2-20`: a ticket's series is letters only (DESIGN decision 7), so one that ends with a
 * figure is never given by a station, and no two sheets of a day share one.
 */
const sheetPattern = /^(?:BP)?(\d{4})-?(\d{2})-?(\d{2})-?([A-Z]{0,3})0*([1-9]\d?)$/u;

export const sheetNumber = (date: string, letter: string, sheet: number): string => `BP-${date.replaceAll('-', '')}-${letter}${sheet}`;

/** `sheet` within the station's day, `row` from 1. */
export const paperSeries = (letter: string, sheet: number): string => `L${letter}${sheet}`;
export const paperNumber = (letter: string, sheet: number, row: number): string =>
  `${paperSeries(letter, sheet)}-${String(row).padStart(2, '0')}`;

/** A sheet's number as a person types it (`bp 2026-11-28 b2`) or a scanner reads its code, as it is printed; null: it is none. */
export function sheetNumberTyped(text: string): string | null {
  const match = sheetPattern.exec(
    text
      .toUpperCase()
      .replaceAll(/[\s./]+/gu, '')
      .replace(/^(?:LOKET:)?BP-/u, 'BP'),
  );
  if (match === null) return null;
  const [, year, month, day, letter = '', sheet] = match;
  return sheetNumber(`${year ?? ''}${month ?? ''}${day ?? ''}`, letter, Number(sheet));
}

import type { Holiday } from '../../../shared/domain/office/types.ts';

/**
 * A draft of Indonesia's public holidays of a year, from the `date-holidays` package: nothing official, lunar dates can
 * be a day off and cuti bersama is missing. An administrator checks it against the joint decree and confirms.
 */
export async function draftHolidays(year: number): Promise<Holiday[]> {
  // The package is large and needed once a year: loaded when asked for.
  const { default: Holidays } = await import('date-holidays');
  const found = new Holidays('ID').getHolidays(year, 'id');
  const days = found
    .filter(({ type }) => type === 'public')
    .map(({ date, name, rule }): Holiday => ({ date: date.slice(0, 10), name: nameOf(name, rule), kind: 'national' }));
  const unique = new Map(days.filter(({ date }) => date.startsWith(`${year}-`)).map((day) => [`${day.date} ${day.name}`, day]));
  return [...unique.values()].toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The package calls 27 Rajab "Maulid" too; it is the Isra Mikraj. */
const nameOf = (name: string, rule: string) => (rule.startsWith('27 Rajab') ? 'Isra Mikraj Nabi Muhammad' : name);

import type { Language } from '../../../../shared/domain/values.ts';

const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : 'id-ID');

/** `Kamis, 1 Januari` of a calendar date; empty when it is not one (yet). */
export function dayName(date: string, language: Language): string {
  const at = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(at)) return '';
  return new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** The current year in a time zone. */
export const yearIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone }).format(new Date()));

/** `Rp15.000`, or the given word when nothing is asked. */
export const rupiah = (amount: number, free: string): string =>
  amount === 0 ? free : `Rp${new Intl.NumberFormat('id-ID').format(amount)}`;

import type { Language, OfficeZone } from '../domain/values.ts';

/** The name of the zone as people in it say it (DOMAIN section 3). */
const zoneNames: Readonly<Record<OfficeZone, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** A calendar date in words: `Selasa, 14 April 2026`. */
export const dateInWords = (date: string, language: Language): string => inWords(Date.parse(`${date}T00:00:00Z`), 'UTC', language);

/** The day of an instant at the office, in words. */
export const dayInWords = (at: number, zone: OfficeZone, language: Language): string => inWords(at, zone, language);

/** The time of an instant at the office with its zone: `09.05 WIB`, in English `09:05 WIB`. */
export function timeInWords(at: number, zone: OfficeZone, language: Language): string {
  const time = formatterOf('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return `${language === 'id' ? time.replace(':', '.') : time} ${zoneNames[zone]}`;
}

/** `1,2 MB`, `340 kB`; in English `1.2 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function inWords(at: number, timeZone: string, language: Language): string {
  const parts = formatterOf(locales[language], { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .formatToParts(at)
    .reduce<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>((found, { type, value }) => Object.assign(found, { [type]: value }), {});
  // Put together here: the punctuation between the parts differs from one ICU version to the next.
  return `${parts.weekday ?? ''}, ${parts.day ?? ''} ${parts.month ?? ''} ${parts.year ?? ''}`;
}

/** Making one takes longer than all its formatting: the server writes a page of dates for every visitor. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(locale: string, options: Intl.DateTimeFormatOptions & { readonly timeZone: string }): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone} ${options.weekday ?? ''}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

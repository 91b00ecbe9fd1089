import { officeDateAt } from '../../../shared/domain/time/officeTime.ts';
import { workingDaysBetween, type WorkingCalendar } from '../../../shared/domain/time/workingTime.ts';
import type { Language, OfficeZone } from '../../../shared/domain/values.ts';
import { timeInWords } from '../../../shared/papers/format.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { AgencyWords } from '../words/index.ts';

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** Kept: making one takes longer than all its formatting. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** `14 Apr 2026`, in the office's zone. */
export function shortDate(at: number, zone: OfficeZone, language: Language): string {
  const key = `${language} ${zone}`;
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' });
  formatters.set(key, known);
  return known.format(at);
}

/** `14 Apr 2026, 09.05 WIB`. */
export const shortTime = (at: number, zone: OfficeZone, language: Language): string =>
  `${shortDate(at, zone, language)}, ${timeInWords(at, zone, language)}`;

/** How long until, or since, in working days: "3 hari kerja lagi", "lewat 2 hari kerja". */
export function dueInWords(dueAt: number, now: number, calendar: WorkingCalendar, words: AgencyWords['complaints']): string {
  const dueOn = officeDateAt(dueAt, calendar.zone).date;
  const today = officeDateAt(now, calendar.zone).date;
  const days = workingDaysBetween(today, dueOn, calendar.holidays);
  if (dueAt < now) return days === 0 ? words.overdueToday : words.late(-days);
  return days === 0 ? words.today : words.left(days);
}

/** A deadline with its date; what is overdue is marked by more than its colour. */
export function due(
  dueAt: number | null,
  now: number,
  calendar: WorkingCalendar,
  language: Language,
  words: AgencyWords['complaints'],
): Markup {
  if (dueAt === null) return html`<span class="quiet-text">${words.noDue}</span>`;
  const text = dueInWords(dueAt, now, calendar, words);
  const late = dueAt < now;
  return html`<span class="due ${late ? 'late' : ''}">${late ? html`<span aria-hidden="true">! </span>` : null}${text}</span>
    <span class="quiet-text nowrap">${shortDate(dueAt, calendar.zone, language)}</span>`;
}

import type { Language } from '../../shared/domain/values.ts';

const localeOf = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;

/** A wall-clock time such as `07.30` / `07:30` in the given zone, else the computer's own. */
export function timeWords(at: number, language: Language, zone?: string): string {
  return new Intl.DateTimeFormat(localeOf[language], { hour: '2-digit', minute: '2-digit', hour12: false, ...inZone(zone) }).format(at);
}

/** A wall-clock time with seconds, `09.41.12` / `09:41:12`: the sign that something is on disk is exact. */
export function exactTime(at: number, language: Language, zone?: string): string {
  return new Intl.DateTimeFormat(localeOf[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    ...inZone(zone),
  }).format(at);
}

/** A calendar date `2026-11-22` as `Minggu, 22 November 2026`. */
export function dateWords(date: string, language: Language): string {
  return calendarDate(date, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** A calendar date without its weekday, for a birth date: `5 Mei 1960`. */
export const birthDateWords = (date: string, language: Language): string =>
  calendarDate(date, language, { day: 'numeric', month: 'long', year: 'numeric' });

/** An instant with day and time, short: `22 Nov 2026 07.30`. */
export function momentWords(at: number, language: Language, zone?: string): string {
  const day = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', ...inZone(zone) }).format(at);
  return `${day} ${timeWords(at, language, zone)}`;
}

/** Whole minutes of a span, never negative. */
export const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

/** A running timer: `4:05`, `1:02:33`. */
export function timerWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The hour of the day, 0–23, on the wall clock of a zone. */
export function hourIn(at: number, zone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at));
}

function calendarDate(date: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf[language], { ...parts, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

const inZone = (zone: string | undefined) => (zone === undefined ? {} : { timeZone: zone });

/** What a person typed, ended as a sentence, so that another one may follow; empty stays empty. */
export const asSentence = (text: string): string => (text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`);

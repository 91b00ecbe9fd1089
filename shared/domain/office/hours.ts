import type { DayHours } from './types.ts';

/**
 * The first weekday (1 Monday … 7 Sunday) whose hours make no sense, or `null` when the week is fine: open before
 * close, every break inside the hours, breaks not overlapping, no weekday named twice.
 * Times are `HH:MM`, so comparing the texts compares the times.
 */
export function firstInvalidWeekday(hours: readonly DayHours[]): number | null {
  const seen = new Set<number>();
  for (const day of hours) {
    if (seen.has(day.weekday) || !isSound(day)) return day.weekday;
    seen.add(day.weekday);
  }
  return null;
}

function isSound({ open, close, breaks }: DayHours): boolean {
  if (open >= close) return false;
  let free = open;
  for (const { from, to } of breaks.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (from < free || from >= to || to > close) return false;
    free = to;
  }
  return true;
}

import type { QueueState } from './state.ts';

/**
 * The next number of a series: service prefix + letter of the deciding station + '-' + at least three digits
 * (DESIGN decision 7, DOMAIN section 3). A series counts on for a whole office day; no number is given twice in it.
 */
export function ticketNumber(prefix: string, letter: string, state: Pick<QueueState, 'series' | 'skipped' | 'ahead' | 'day'>) {
  const series = prefix + letter;
  const skipped = state.skipped !== null && state.skipped.date === state.day?.date ? state.skipped.by : 0;
  const ahead = state.ahead[state.day?.date ?? ''] ?? 0;
  const sequence = (state.series[series] ?? Math.max(skipped, ahead)) + 1;
  return { series, sequence, number: `${series}-${String(sequence).padStart(3, '0')}` };
}

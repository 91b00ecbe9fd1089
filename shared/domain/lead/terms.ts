import type { LeadAppointed } from './events.ts';

/** More stations than an office will ever have joined. */
const step = 1024;

/**
 * The next term that a station may begin: greater than the last one, and never the same as another station's, even when
 * two are appointed without knowing of each other. @param letter of the station; unique in its office
 */
export const nextTerm = (last: number, letter: string): number => (Math.floor(last / step) + 1) * step + indexOf(letter);

/** '' 0, A 1 … Z 26, AA 27 … */
const indexOf = (letter: string): number => letter.split('').reduce((sum, sign) => sum * 26 + (sign.charCodeAt(0) - 64), 0);

/**
 * How far the decisions of each term count: up to which of its lead's events. Only terms that lead up to the newest one are
 * in it; the newest counts without end.
 */
export function validTerms(appointments: readonly LeadAppointed[]): ReadonlyMap<number, number> {
  const byTerm = new Map(appointments.map((appointed) => [appointed.term, appointed]));
  const valid = new Map<number, number>();
  let end = Number.POSITIVE_INFINITY;
  for (let term = Math.max(1, ...byTerm.keys()); ;) {
    valid.set(term, end);
    const appointed = byTerm.get(term);
    if (appointed === undefined) return valid;
    end = appointed.cut;
    term = appointed.beforeTerm;
  }
}

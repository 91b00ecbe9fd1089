import { timeTyped } from '../time/timeTyped.ts';
import { type BookFacts, type CellProblem, visitProblems } from './check.ts';
import { groundCodes, meaningOf, outcomeCodes } from './codes.ts';
import type { PaperVisit, TypedField, TypedRow } from './types.ts';

/** A row as it was typed, read: a visit that can be recorded, or what is wrong, in the order of the cells. */
export type ReadRow = { readonly ok: true; readonly visit: PaperVisit } | { readonly ok: false; readonly problems: readonly CellProblem[] };

const timePattern = /^\d{2}:\d{2}$/u;
const yes = new Set(['Y', 'YA', 'YES', 'X', 'V', '1']);
const no = new Set(['', 'T', 'TIDAK', 'N', 'NO', '-', '0']);

export function readRow(typed: TypedRow, facts: BookFacts): ReadRow {
  const problems: CellProblem[] = [];
  const wrong = (field: TypedField, kind: CellProblem['kind']) => {
    problems.push({ field, kind });
    return null;
  };
  const textOf = (field: TypedField) => typed[field].trim();
  const time = (field: 'arrived' | 'called' | 'finished') => {
    const text = timeTyped(textOf(field));
    return text === '' || timePattern.test(text) ? text : (wrong(field, 'unreadable') ?? '');
  };
  /** The value of a cell; null: it is empty. What is typed and means nothing is a problem. */
  const known = <Value>(field: TypedField, find: (text: string) => Value | null): Value | null =>
    textOf(field) === '' ? null : (find(textOf(field).toUpperCase()) ?? wrong(field, 'unknown'));

  const arrived = time('arrived');
  const serviceId = known('service', (prefix) => serviceOf(prefix, facts));
  const ground = known('ground', (code) => meaningOf(groundCodes, code));
  const called = time('called');
  const counterId = known('counter', (number) => counterOf(number, facts));
  const finished = time('finished');
  const outcome = known('outcome', (code) => meaningOf(outcomeCodes, code));
  const complaint = yes.has(textOf('complaint').toUpperCase());
  if (!complaint && !no.has(textOf('complaint').toUpperCase())) wrong('complaint', 'unknown');

  for (const [field, value] of [
    ['arrived', arrived],
    ['service', serviceId],
    ['outcome', outcome],
  ] as const)
    if (textOf(field) === '' && (value === null || value === '')) wrong(field, 'missing');
  if (problems.length > 0 || serviceId === null || outcome === null) return { ok: false, problems };
  const visit = { arrived, serviceId, ground, called: called || null, counterId, finished: finished || null, outcome, complaint };
  const found = visitProblems(visit, facts);
  return found.length === 0 ? { ok: true, visit } : { ok: false, problems: found };
}

/** By its letters, as on tickets. */
const serviceOf = (prefix: string, { services }: BookFacts): string | null => services.find((one) => one.prefix === prefix)?.id ?? null;

/** By its number. */
const counterOf = (number: string, { counters }: BookFacts): string | null =>
  counters.find((one) => String(one.number) === number.replace(/^0+/u, ''))?.id ?? null;

/** A visit as it would be typed: where the correction of a recorded row begins. */
export function typedOf(visit: PaperVisit, { services, counters }: Pick<BookFacts, 'services' | 'counters'>): TypedRow {
  const time = (value: string | null) => (value ?? '').replace(':', '.');
  const counter = counters.find(({ id }) => id === visit.counterId);
  return {
    arrived: time(visit.arrived),
    service: services.find(({ id }) => id === visit.serviceId)?.prefix ?? '',
    ground: visit.ground === null ? '' : groundCodes[visit.ground],
    called: time(visit.called),
    counter: counter === undefined ? '' : String(counter.number),
    finished: time(visit.finished),
    outcome: outcomeCodes[visit.outcome],
    complaint: visit.complaint ? 'Y' : '',
  };
}

import { timeTyped } from '../../../../shared/domain/time/timeTyped.ts';
import type { TypedField, TypedRow } from '../../../../shared/domain/book/types.ts';

/** What a cell becomes when it is left: times as `09.35`, letters large, and what was left empty as in the row before. */
export function leftCell(row: TypedRow, field: TypedField, before: TypedRow | undefined): string {
  const text = row[field].trim();
  switch (field) {
    case 'arrived':
    case 'called':
    case 'finished':
      return timeTyped(text).replace(':', '.');
    case 'service':
    case 'counter':
      return text === '' ? defaultOf(row, field, before) : text.toUpperCase();
    case 'outcome':
      return text === '' ? defaultOf(row, field, before) : text.toUpperCase();
    case 'ground':
    case 'complaint':
      return text.toUpperCase();
  }
}

/** What an empty cell will be taken for: the service of the visitor before, her counter, and that who has an end was served. */
export function defaultOf(row: TypedRow, field: TypedField, before: TypedRow | undefined): string {
  if (field === 'service') return row.arrived.trim() === '' ? '' : (before?.service ?? '');
  if (field === 'counter') return row.called.trim() === '' ? '' : (before?.counter ?? '');
  if (field === 'outcome') return row.called.trim() === '' || row.finished.trim() === '' ? '' : 'S';
  return '';
}

/** How an export is written down. */
import { stringify } from 'csv-stringify/sync';
import { columns, type ExportRow } from './columns.ts';

/** `csvSemicolon`: how a spreadsheet set to Indonesian reads it without being asked. */
export const exportFormats = ['csv', 'csvSemicolon', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const fileTypes: Readonly<Record<ExportFormat, { readonly type: string; readonly extension: string }>> = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  csvSemicolon: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  json: { type: 'application/json; charset=utf-8', extension: 'json' },
};

/** The file in pieces, page by page. */
export async function* fileText(format: ExportFormat, pages: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<string> {
  yield format === 'json' ? '[' : csvText([], format, true);
  let isFirst = true;
  for await (const page of pages) {
    if (format === 'json') yield `${isFirst ? '\n' : ',\n'}${page.map((row) => JSON.stringify(row)).join(',\n')}`;
    else yield csvText(page, format, false);
    isFirst = false;
  }
  if (format === 'json') yield '\n]\n';
}

/** With a byte order mark, so that a spreadsheet knows it for UTF-8; a text that would be a formula is put behind an apostrophe. */
const csvText = (rows: readonly ExportRow[], format: ExportFormat, isStart: boolean): string =>
  stringify(rows.map(toCells), {
    columns: [...columns],
    header: isStart,
    bom: isStart,
    delimiter: format === 'csvSemicolon' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_string: true,
  });

const toCells = (row: ExportRow): Record<string, string> => Object.fromEntries(columns.map((name) => [name, cell(row[name])]));

/** Leading white space is taken away: a spreadsheet would look behind it for a formula. */
function cell(value: string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return value?.trimStart() ?? '';
}

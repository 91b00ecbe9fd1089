/**
 * Columns of many rows as parameters of one statement. The driver's own arrays pass every element through two replacements and
 * PostgreSQL reads them back character by character: for the long texts of a batch that is most of the work.
 */

/** What an array literal of PostgreSQL takes as it stands. */
const isPlain = (text: string) => /^[\w:/.-]+$/u.test(text) && text.toUpperCase() !== 'NULL';

const element = (value: string | number | boolean | null): string => {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return isPlain(value) ? value : `"${value.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;
};

/** For `unnest($n::<type>[])`: short values, one per row. */
export const arrayOf = (values: readonly (string | number | boolean | null)[]): string => `{${values.map(element).join(',')}}`;

/** The same for numbers and UUIDs, which need no look at each. */
export const plainArrayOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;

/** For `string_to_table($n, E'\n')`: texts without a line break, at least one and none empty; JSON of one line, base64. */
export const linesOf = (texts: readonly string[]): string => texts.join('\n');

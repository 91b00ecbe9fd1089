/** What PostgreSQL's errors mean for whoever asked (SQLSTATE, PostgreSQL manual, appendix A). */

const codeOf = (error: unknown): string => {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
};

/** What was to be stored does not fit: data exceptions, violated constraints, limits such as nesting. The database is well. */
export const isDataError = (error: unknown): boolean => /^(?:22|23|54)[0-9A-Z]{3}$/u.test(codeOf(error));

/** A text with bytes that PostgreSQL has no characters for, such as NUL: a request nobody sends by accident. */
export const isImpossibleText = (error: unknown): boolean => ['22021', '22P05'].includes(codeOf(error));

/** In words, without what was to be stored. */
export const dataErrorWords = (error: unknown): string => `the database refuses it (${codeOf(error)})`;

/** 08 connection, 53 no resources, 57P shutting down or starting, 57014 and 55P03 took too long, 40 rolled back by another. */
const passingStates = /^(?:08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[1-5]|57014|55P03|40[0-9A-Z]{3})$/u;
const passingSystemErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** pg and pg-pool say these with words alone. */
const passingWords =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|connection error and is not queryable|Client was closed/u;

/** The database cannot be reached, starts, or has too much to do: the same request may succeed soon. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  // Of several addresses that were tried.
  if (error instanceof AggregateError) return error.errors.every(isPassing);
  return passingStates.test(code) || passingSystemErrors.has(code) || (error instanceof Error && passingWords.test(error.message));
}

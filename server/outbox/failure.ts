import { PrivateAddressError } from './addresses.ts';

/** Why something could not be sent, in a word for people who look after it; never what the other side wrote: it may name a person. */
export function failureOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return 'privateAddress';
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError' || (error.cause instanceof Error && error.cause.name === 'TimeoutError')) return 'timeout';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/u.test(code) ? code : 'failed';
}

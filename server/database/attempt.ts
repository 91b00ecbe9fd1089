import type { Tx } from './database.ts';
import { dataErrorWords, isDataError } from './errors.ts';

/** A value that the database refuses, or that nests too deep to be written down (it overflows the stack). */
export const isUnfit = (error: unknown): boolean => isDataError(error) || error instanceof RangeError;

export type Attempted<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string };

/**
 * Runs within the caller's transaction so that data which the database refuses undoes this part and not all of it.
 * @throws every other error.
 */
export async function attempt<T>(tx: Tx, run: () => Promise<T>): Promise<Attempted<T>> {
  await tx.query('SAVEPOINT attempt');
  try {
    const value = await run();
    await tx.query('RELEASE SAVEPOINT attempt');
    return { ok: true, value };
  } catch (error) {
    if (!isUnfit(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT attempt');
    await tx.query('RELEASE SAVEPOINT attempt');
    return { ok: false, detail: error instanceof RangeError ? 'it is nested too deep' : dataErrorWords(error) };
  }
}

/** How a transaction takes items: in the hope that all fit, then it throws when one does not; or with care, which costs more. */
export type Manner = 'hopeful' | 'careful';

/**
 * Runs for all items at once; with care, when the database refuses that, for each half, down to the ones that it refuses alone.
 * @returns what `run` gave, in the order of the items, and the refused.
 */
export async function attemptAll<T, R>(
  tx: Tx,
  manner: Manner,
  items: readonly T[],
  run: (items: readonly T[]) => Promise<readonly R[]>,
): Promise<{ readonly results: readonly R[]; readonly refused: readonly { readonly item: T; readonly detail: string }[] }> {
  const [first] = items;
  if (first === undefined) return { results: [], refused: [] };
  if (manner === 'hopeful') return { results: await run(items), refused: [] };
  const tried = await attempt(tx, () => run(items));
  if (tried.ok) return { results: tried.value, refused: [] };
  if (items.length === 1) return { results: [], refused: [{ item: first, detail: tried.detail }] };
  const middle = Math.ceil(items.length / 2);
  const before = await attemptAll(tx, manner, items.slice(0, middle), run);
  const behind = await attemptAll(tx, manner, items.slice(middle), run);
  return { results: [...before.results, ...behind.results], refused: [...before.refused, ...behind.refused] };
}

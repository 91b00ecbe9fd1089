import type { Tx } from './database.ts';
import { dataErrorWords, isDataError } from './errors.ts';

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
    // A value that nests too deep to be written down overflows the stack.
    if (!isDataError(error) && !(error instanceof RangeError)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT attempt');
    await tx.query('RELEASE SAVEPOINT attempt');
    return { ok: false, detail: error instanceof RangeError ? 'it is nested too deep' : dataErrorWords(error) };
  }
}

/**
 * Runs for all items at once; when the database refuses that, for each half, down to the ones that it refuses alone.
 * @returns what `run` gave, in the order of the items, and the refused.
 */
export async function attemptAll<T, R>(
  tx: Tx,
  items: readonly T[],
  run: (items: readonly T[]) => Promise<readonly R[]>,
): Promise<{ readonly results: readonly R[]; readonly refused: readonly { readonly item: T; readonly detail: string }[] }> {
  const [first] = items;
  if (first === undefined) return { results: [], refused: [] };
  const tried = await attempt(tx, () => run(items));
  if (tried.ok) return { results: tried.value, refused: [] };
  if (items.length === 1) return { results: [], refused: [{ item: first, detail: tried.detail }] };
  const middle = Math.ceil(items.length / 2);
  const before = await attemptAll(tx, items.slice(0, middle), run);
  const behind = await attemptAll(tx, items.slice(middle), run);
  return { results: [...before.results, ...behind.results], refused: [...before.refused, ...behind.refused] };
}

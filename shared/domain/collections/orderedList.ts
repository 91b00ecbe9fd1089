/**
 * A persistent list kept in the order of a number, for lines of thousands of people: adding or removing one copies a
 * chunk of at most 128 and the list of chunks. Things with the same number stand in the order in which they came.
 */
export interface Ordered {
  readonly id: string;
  readonly order: number;
}

export interface OrderedList<T extends Ordered> {
  readonly size: number;
  /** None is empty; all numbers of a chunk are ≤ those of the next. */
  readonly chunks: readonly (readonly T[])[];
}

const maxChunk = 128;

export const emptyList: OrderedList<never> = { size: 0, chunks: [] };

export function insertOrdered<T extends Ordered>(list: OrderedList<T>, item: T): OrderedList<T> {
  const size = list.size + 1;
  const index = list.chunks.findLastIndex((chunk) => (chunk[0]?.order ?? 0) <= item.order);
  const chunk = list.chunks[Math.max(0, index)];
  if (chunk === undefined) return { size, chunks: [[item]] };
  const at = chunk.findLastIndex((other) => other.order <= item.order) + 1;
  if (chunk.length < maxChunk) return { size, chunks: list.chunks.with(Math.max(0, index), chunk.toSpliced(at, 0, item)) };
  // A full chunk grows a neighbour when the newcomer is last, as arrivals are, and is cut in two otherwise.
  const parts = at === chunk.length ? [chunk, [item]] : halves(chunk.toSpliced(at, 0, item));
  return { size, chunks: list.chunks.toSpliced(Math.max(0, index), 1, ...parts) };
}

/** The list without the thing that has this id and number; the same list when it is not there. */
export function removeOrdered<T extends Ordered>(list: OrderedList<T>, item: Ordered): OrderedList<T> {
  for (const [index, chunk] of list.chunks.entries()) {
    if ((chunk.at(-1)?.order ?? 0) < item.order) continue;
    if ((chunk[0]?.order ?? 0) > item.order) break;
    const at = chunk.findIndex((other) => other.id === item.id);
    if (at < 0) continue;
    const chunks = chunk.length === 1 ? list.chunks.toSpliced(index, 1) : list.chunks.with(index, chunk.toSpliced(at, 1));
    return { size: list.size - 1, chunks };
  }
  return list;
}

export function* inOrder<T extends Ordered>(list: OrderedList<T>): IterableIterator<T> {
  for (const chunk of list.chunks) yield* chunk;
}

function halves<T>(items: readonly T[]): readonly (readonly T[])[] {
  const middle = items.length >> 1;
  return [items.slice(0, middle), items.slice(middle)];
}

/**
 * A persistent map of things by their UUID: an update copies one bucket and the list of buckets, never everything, so
 * that old and new state can stand beside each other at little cost (5,000 tickets: about 300 pointers per update).
 */
export interface Identified {
  readonly id: string;
}

export interface IdMap<T extends Identified> {
  readonly size: number;
  readonly buckets: readonly (readonly T[])[];
}

const bucketCount = 256;

export function emptyIdMap<T extends Identified>(): IdMap<T> {
  return { size: 0, buckets: Array.from({ length: bucketCount }, () => []) };
}

export function getById<T extends Identified>(map: IdMap<T>, id: string): T | undefined {
  const bucket = map.buckets[bucketOf(id)];
  if (bucket !== undefined) for (const item of bucket) if (item.id === id) return item;
  return undefined;
}

/** The map with `item` in it, in place of the one that had its id. */
export function putById<T extends Identified>(map: IdMap<T>, item: T): IdMap<T> {
  const index = bucketOf(item.id);
  const bucket = map.buckets[index] ?? [];
  const at = bucket.findIndex((other) => other.id === item.id);
  const buckets = map.buckets.slice();
  buckets[index] = at < 0 ? [...bucket, item] : bucket.with(at, item);
  return { size: at < 0 ? map.size + 1 : map.size, buckets };
}

/** Everything in the map, in no particular order. */
export function* idMapValues<T extends Identified>(map: IdMap<T>): IterableIterator<T> {
  for (const bucket of map.buckets) yield* bucket;
}

/** The end of a UUIDv7 is random, so its last byte spreads ids evenly; ids made otherwise are only slower. */
function bucketOf(id: string): number {
  const byte = Number.parseInt(id.slice(-2), 16);
  return Number.isNaN(byte) ? 0 : byte;
}

/** How much of each station's chain somebody has: origin → number of its last event there. */
export type Heads = Readonly<Record<string, number>>;

/**
 * How many events of all that anybody has each copy lacks.
 * @param copies station → its heads
 */
export function behindOf(copies: ReadonlyMap<string, Heads>): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const heads of copies.values()) {
    for (const [origin, n] of Object.entries(heads)) newest.set(origin, Math.max(n, newest.get(origin) ?? 0));
  }
  const lacking = (heads: Heads) => [...newest].reduce((sum, [origin, n]) => sum + n - (heads[origin] ?? 0), 0);
  return new Map([...copies].map(([stationId, heads]) => [stationId, lacking(heads)]));
}

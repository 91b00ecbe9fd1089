/**
 * Keeps a published figure from telling of a single person: what is said of fewer than five is not said, and a hidden part
 * cannot be worked out from the whole and the other parts.
 */

/** Fewer than these are not published; nobody at all is. */
export const fewest = 5;

export const isFew = (count: number): boolean => count > 0 && count < fewest;

/** @returns the value when at least `fewest` stand behind it. */
export const ifEnough = <T>(behind: number, value: T): T | null => (behind < fewest ? null : value);

/**
 * Parts and their sum with `null` for what is hidden: few ones, with them the smallest others until at least two are hidden
 * that together are at least `fewest`; where that is not to be had, the sum too.
 */
export function protectedParts<Key extends string>(
  parts: Readonly<Record<Key, number>>,
): { readonly total: number | null; readonly parts: Readonly<Record<Key, number | null>> } {
  const bySize = (Object.entries(parts) as [Key, number][]).toSorted(([, a], [, b]) => a - b);
  const total = bySize.reduce((sum, [, count]) => sum + count, 0);
  const hidden = new Set(bySize.filter(([, count]) => isFew(count)).map(([key]) => key));
  const isSafe = () => {
    const together = bySize.filter(([key]) => hidden.has(key)).reduce((sum, [, count]) => sum + count, 0);
    return hidden.size === 0 || (hidden.size > 1 && together >= fewest);
  };
  for (const [key, count] of bySize) if (!isSafe() && count >= fewest) hidden.add(key);
  const shown = Object.fromEntries(bySize.map(([key, count]) => [key, hidden.has(key) ? null : count]));
  return { total: isSafe() ? total : null, parts: shown as Record<Key, number | null> };
}

import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';

type Slot = FloorView['today']['slots'][number];

/** A half hour of today beside that of the day compared with; `null`: it has not begun, or there is none. */
export interface Pair {
  readonly minute: number;
  readonly today: Slot | null;
  readonly before: Slot | null;
}

/** Every half hour that either day has, in order. */
export function pairs(today: FloorView['today'], before: FloorView['before']): readonly Pair[] {
  const at = (slots: readonly Slot[] | undefined, minute: number) => slots?.find((slot) => slot.minute === minute) ?? null;
  const minutes = new Set([...today.slots, ...(before?.slots ?? [])].map(({ minute }) => minute));
  return [...minutes]
    .toSorted((a, b) => a - b)
    .map((minute) => ({ minute, today: at(today.slots, minute), before: at(before?.slots, minute) }));
}

/** `07.30`, on the office's own clock. */
export const clockWords = (minute: number, language: 'id' | 'en'): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}${language === 'id' ? '.' : ':'}${two(minute % 60)}`;
};

import { type KeyboardEvent, useRef, useState } from 'react';

export interface RovingFocus {
  /** Put on the element that holds the items. */
  readonly container: (element: HTMLElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Props of the n-th item: one tab stop for the whole list, the arrow keys move inside. */
  item(index: number): { readonly tabIndex: 0 | -1; readonly 'data-roving': number; readonly onFocus: () => void };
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** Keyboard focus that moves through a list of `count` items by the arrow keys, Home and End. */
export function useRovingFocus(count: number): RovingFocus {
  const element = useRef<HTMLElement | null>(null);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, count - 1));
  return {
    container: (mounted) => {
      element.current = mounted;
    },
    onKeyDown(event) {
      const move = moves[event.key];
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (move === undefined || count === 0 || inField) return;
      event.preventDefault();
      const next = move(at, count);
      setCurrent(next);
      element.current?.querySelector<HTMLElement>(`[data-roving="${next}"]`)?.focus();
    },
    item: (index) => ({ tabIndex: index === at ? 0 : -1, 'data-roving': index, onFocus: () => setCurrent(index) }),
  };
}

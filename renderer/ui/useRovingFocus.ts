import { type KeyboardEvent, useState } from 'react';

export interface RovingFocus {
  /** Props of the element that holds the items. */
  readonly list: { readonly 'data-roving-list': true };
  /** Props of the n-th item's button: one tab stop for the whole list, the arrow keys move inside. */
  item(index: number): {
    readonly tabIndex: 0 | -1;
    readonly 'data-roving': number;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
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
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, count - 1));
  return {
    list: { 'data-roving-list': true },
    item: (index) => ({
      tabIndex: index === at ? 0 : -1,
      'data-roving': index,
      onFocus: () => setCurrent(index),
      onKeyDown(event) {
        const move = moves[event.key];
        if (move === undefined) return;
        event.preventDefault();
        const list = event.currentTarget.closest('[data-roving-list]');
        list?.querySelector<HTMLElement>(`[data-roving="${move(index, count)}"]`)?.focus();
      },
    }),
  };
}

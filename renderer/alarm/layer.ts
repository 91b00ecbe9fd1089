import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react';

/**
 * Where the security button and the banner of calls are put: the page itself, or the native dialog that covers it. A modal
 * `<dialog>` makes everything outside of it dead, also what lies above; so the button moves into it (DESIGN section 4:
 * never behind a dialog). The program's other dialogs are ordinary elements; the layer lies above them.
 */
let covers: readonly HTMLElement[] = [];
const listeners = new Set<() => void>();

const set = (next: readonly HTMLElement[]) => {
  covers = next;
  for (const listener of listeners) listener();
};

/** A native dialog that covers the window carries the security button while it is mounted. */
export function useCarriesSecurity(dialog: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    set([...covers, element]);
    return () => set(covers.filter((cover) => cover !== element));
  }, [dialog]);
}

/** The element to put the layer into now. */
export const useLayerPlace = (): HTMLElement => useSyncExternalStore(onChange, place);

const place = () => covers.at(-1) ?? document.body;

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus to an element when it appears, so that keyboard and screen reader go on where the screen does. */
export function useFocusOnMount<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}

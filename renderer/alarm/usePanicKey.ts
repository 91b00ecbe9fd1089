import { useEffect, useEffectEvent } from 'react';
import { holdMs } from './useHold.ts';

/** Within this span the second F12 counts. */
const twiceMs = 1000;

/**
 * F12 twice within a second, or held for one, anywhere in the window (DESIGN section 4). It listens before everybody else,
 * and the browser's own meaning of the key (developer tools) is taken away.
 */
export function usePanicKey(onPanic: () => void): void {
  const panic = useEffectEvent(onPanic);
  useEffect(() => {
    let lastDown = Number.NEGATIVE_INFINITY;
    let held: number | undefined;
    const stop = () => window.clearTimeout(held);
    const down = (event: KeyboardEvent) => {
      if (event.key !== 'F12') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      stop();
      const isSecond = event.timeStamp - lastDown <= twiceMs;
      lastDown = isSecond ? Number.NEGATIVE_INFINITY : event.timeStamp;
      if (isSecond) panic();
      else held = window.setTimeout(() => panic(), holdMs);
    };
    const up = (event: KeyboardEvent) => {
      if (event.key !== 'F12') return;
      event.preventDefault();
      stop();
    };
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    window.addEventListener('blur', stop);
    return () => {
      stop();
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
      window.removeEventListener('blur', stop);
    };
  }, []);
}

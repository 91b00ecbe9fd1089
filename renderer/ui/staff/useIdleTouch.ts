import { useEffect } from 'react';

/** At most this often the host is told that somebody is here; far below the shortest lock time. */
const everyMs = 15_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Reports that a person uses this window, throttled. The host alone decides when the screen locks. */
export function useIdleTouch(touch: () => void, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    let last = -everyMs;
    const noticed = () => {
      if (performance.now() - last < everyMs) return;
      last = performance.now();
      touch();
    };
    for (const sign of signs) window.addEventListener(sign, noticed, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, noticed, { capture: true });
    };
  }, [touch, enabled]);
}

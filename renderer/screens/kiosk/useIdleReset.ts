import { useEffect, useEffectEvent, useState } from 'react';

const touches = ['pointerdown', 'keydown'] as const;

/**
 * Counts down the seconds without a touch and calls `onIdle` with the step that was left alone at zero; every touch and every new `step` starts over.
 * `limit` null: no countdown. Answers the seconds that remain.
 */
export function useIdleReset<Step>(step: Step, limit: number | null, onIdle: (left: Step) => void): number | null {
  const [left, setLeft] = useState<number | null>(limit);
  const idle = useEffectEvent(onIdle);

  useEffect(() => {
    if (limit === null) return;
    let deadline = Date.now() + limit * 1000;
    const show = () => setLeft(Math.max(0, Math.ceil((deadline - Date.now()) / 1000)));
    const restart = () => {
      deadline = Date.now() + limit * 1000;
      show();
    };
    // The wall clock, not the number of ticks: timers of a hidden or busy window come late.
    const timer = window.setInterval(() => {
      if (Date.now() < deadline) return show();
      restart();
      idle(step);
    }, 250);
    for (const touch of touches) window.addEventListener(touch, restart, true);
    restart();
    return () => {
      window.clearInterval(timer);
      for (const touch of touches) window.removeEventListener(touch, restart, true);
    };
  }, [step, limit]);

  return limit === null ? null : Math.min(left ?? limit, limit);
}

import { useEffect, useState } from 'react';

/** The present, renewed when the second (or another period, ms) changes on the clock. */
export function useNow(periodMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      timer = window.setTimeout(tick, periodMs - (Date.now() % periodMs) + 5);
    };
    timer = window.setTimeout(tick, periodMs - (Date.now() % periodMs) + 5);
    return () => window.clearTimeout(timer);
  }, [periodMs]);
  return now;
}

/** Counts 0, 1, 2, … one step every period; for things that take turns on the screen. */
export const useTurn = (periodMs: number): number => Math.floor(useNow(periodMs) / periodMs);

import { useCallback, useRef, useState } from 'react';

export interface OneAtATime {
  readonly busy: boolean;
  /** Runs one action; while it is unanswered every other is ignored, so a double click or key repeat sends nothing twice. */
  run<T>(action: () => Promise<T>): Promise<T | null>;
}

export function useOneAtATime(): OneAtATime {
  // A ref as well as a state: two clicks can come before the next render.
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = useCallback(async <T>(action: () => Promise<T>): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    try {
      return await action();
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { busy, run };
}

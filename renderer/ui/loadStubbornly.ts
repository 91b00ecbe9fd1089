const againMs = 2000;

/**
 * Loads a part of the window that must come however long it takes: the host may be restarting just now. A part that failed
 * to load would otherwise take the whole screen with it.
 */
export async function loadStubbornly<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    console.warn('A part of the window is not here yet', error);
    await new Promise((resolve) => window.setTimeout(resolve, againMs));
    return loadStubbornly(load);
  }
}

/** Runs when the first screen stands and the window has nothing to do. */
export function whenIdle(run: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(run, { timeout: 3000 });
  else window.setTimeout(run, 500);
}

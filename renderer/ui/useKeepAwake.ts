import { useEffect } from 'react';
import { loketShell } from './printing/shell.ts';

/**
 * Keeps the screen of this device on while the window is seen. Browsers give a wake lock to secure pages only and take it
 * back whenever the window is hidden, so it is asked for anew each time it is seen. The desktop program does it by itself.
 */
export function useKeepAwake(): void {
  useEffect(() => {
    if (loketShell() !== null || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    const request = async () => {
      if (document.visibilityState !== 'visible' || (lock !== null && !lock.released)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (ended) await lock.release();
      } catch (error) {
        // A device that saves its battery refuses; it is asked again when the window is next seen.
        console.info('This device does not keep its screen on', error);
      }
    };
    const ask = () => void request();
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

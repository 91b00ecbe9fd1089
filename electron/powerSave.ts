import type { ElectronApi } from './electronApi.ts';

/** Keeps the display awake while it is wanted; the operating system gets it back as soon as it is not. */
export function createDisplayKeeper(powerSaveBlocker: ElectronApi['powerSaveBlocker']): (wanted: boolean) => void {
  let blocker: number | null = null;
  return (wanted) => {
    if (wanted && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
    if (!wanted && blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}

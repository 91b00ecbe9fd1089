import { useSyncExternalStore } from 'react';
import { openSiren, type Siren, type SirenState } from './siren.ts';

let shared: Siren | null = null;

/** One siren a window: the alert and the guard post's test use the same. */
export const windowSiren = (): Siren => (shared ??= openSiren());

export function useSirenState(): SirenState {
  const siren = windowSiren();
  return useSyncExternalStore(siren.onState, siren.state);
}

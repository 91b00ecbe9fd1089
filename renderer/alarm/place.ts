import { z } from 'zod';
import { alarmPlace } from '../../shared/alarm/protocol.ts';

export type AlarmPlace = z.infer<typeof alarmPlace>;

const storageKey = 'loket.alarm.place';

/** The counter that this computer stands at, so that a call from the lock or the login screen says where. */
export function rememberPlace(place: AlarmPlace): void {
  sessionStorage.setItem(storageKey, JSON.stringify(place));
  localStorage.setItem(storageKey, JSON.stringify(place));
}

/**
 * Where nobody is logged in. What another tab remembered is a name only: this window is not at that counter, so it must
 * show the counter's calls openly.
 */
export function rememberedPlace(): AlarmPlace {
  const own = parse(sessionStorage.getItem(storageKey));
  const other = parse(localStorage.getItem(storageKey));
  return own ?? { counterId: null, name: other?.name ?? '' };
}

/** The counter that was last worked at in this browser, at whichever window; whose it is now, the counter itself says. */
export const lastCounterHere = (): string | null => parse(localStorage.getItem(storageKey))?.counterId ?? null;

function parse(text: string | null): AlarmPlace | null {
  try {
    const parsed = alarmPlace.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not ours; the place is then unknown.
    return null;
  }
}

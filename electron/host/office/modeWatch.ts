import type { Clock } from '../ports.ts';
import type { Leading } from './leading.ts';

/** Notices when this station's part in the office changes, and knows since when it works by itself. */
export interface ModeWatch {
  hasChanged(): boolean;
  /** Takes note of how it is now. @returns whether it was otherwise before. */
  look(): boolean;
  /** Milliseconds since the epoch by the wall clock; `null` while it works with the lead. */
  cutOffSince(): number | null;
}

export function createModeWatch({ clock, leading }: { readonly clock: Clock; readonly leading: Leading }): ModeWatch {
  const now = () => `${leading.mode()} ${leading.isLead()} ${leading.isKept()}`;
  // People think of when the lead was heard last; a lead without followers counts from when its lease ran out.
  const since = () => (leading.mode() === 'ownOnly' ? Math.round(clock.now() - leading.leadHeardMsAgo()) : null);
  let noted = now();
  let cutOffSince = since();
  return {
    hasChanged: () => now() !== noted,
    look() {
      if (now() === noted) return false;
      noted = now();
      cutOffSince = since();
      return true;
    },
    cutOffSince: () => (leading.mode() === 'ownOnly' ? (cutOffSince ?? clock.now()) : null),
  };
}

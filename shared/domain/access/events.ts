import type { NewEvent } from '../decider.ts';

/** Who came in, who did not, and who left: the audit of access. Ids only; never a name that was typed, never a secret. */
export type AccessEvent =
  | NewEvent<'loggedIn.v1', { readonly staffId: string }>
  /** `staffId` null: no such active account. `delayMs` > 0: from now on this account waits. */
  | NewEvent<'loginFailed.v1', { readonly staffId: string | null; readonly failures: number; readonly delayMs: number }>
  | NewEvent<'loggedOut.v1', { readonly staffId: string }>
  | NewEvent<'sessionLocked.v1', { readonly staffId: string; readonly by: 'person' | 'idle' }>
  | NewEvent<'sessionUnlocked.v1', { readonly staffId: string }>
  | NewEvent<'sessionEnded.v1', { readonly staffId: string; readonly by: SessionEndCause }>
  /** An administrator opened or closed this station to browsers on the LAN. */
  | NewEvent<'screensListenerSet.v1', { readonly on: boolean; readonly port: number }>
  | NewEvent<'screenLinkAdded.v1', ScreenLink>
  /** The former address was cut off. */
  | NewEvent<'screenLinkRenewed.v1', ScreenLink>
  | NewEvent<'screenLinkRevoked.v1', ScreenLink>;

/** A link by its id and what it opens; its name is free text and stays in the settings of its station. */
export interface ScreenLink {
  readonly linkId: string;
  readonly surface: 'board' | 'kiosk';
}

/** Why a session ended without its person: eight hours, an account switched off, a secret changed elsewhere. */
export type SessionEndCause = 'age' | 'deactivated' | 'secretChanged';

/** The audit's stream of a month, `access/2026-11`, by UTC. */
export const accessStream = (now: number) => `access/${new Date(now).toISOString().slice(0, 7)}`;

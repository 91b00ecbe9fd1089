/**
 * Sessions of the staff, kept and ended by the host (RELIABILITY 24). A session belongs to a token; the windows that
 * showed the token hang on it. States: open → locked (3 idle minutes, or by the person) → open → … → ended (8 hours,
 * log out, account switched off). Every question first moves the session on by the clock, and a timer does so when
 * nobody asks, so that the page is told.
 */
import { hash } from 'node:crypto';
import type { SessionEndCause } from '../../../shared/domain/access/events.ts';
import { elapsed, lockAfterMs, type Moment, sessionEndsAfterMs } from '../../../shared/domain/access/timing.ts';
import type { Cancel, Ports } from '../ports.ts';
import type { Connection } from '../rpc/connection.ts';
import type { SessionStore, StoredSession } from './sessionStore.ts';

export interface Session {
  readonly staffId: string;
  readonly locked: boolean;
  /** Wall clock, ms. */
  readonly expiresAt: number;
}

/** What happened to a session, for the audit. */
export type SessionChange =
  | { readonly type: 'locked'; readonly staffId: string; readonly by: 'person' | 'idle' }
  | { readonly type: 'unlocked'; readonly staffId: string }
  | { readonly type: 'loggedOut'; readonly staffId: string }
  | { readonly type: 'ended'; readonly staffId: string; readonly by: SessionEndCause };

export interface Sessions {
  /** Opens a session on this window and returns its token, which is nowhere else. */
  open(connection: Connection, staffId: string): string;
  /** Hangs a window on the session of a token; `false` when there is none any more. */
  resume(connection: Connection, token: string): boolean;
  /** The session of a window at this moment. */
  of(connection: Connection): Session | null;
  touch(connection: Connection): void;
  lock(connection: Connection): void;
  unlock(connection: Connection): void;
  logOut(connection: Connection): void;
  /** Ends the sessions of an account, but for the one of `except`. */
  endOf(staffId: string, by: SessionEndCause, except?: Connection): void;
  forget(connection: Connection): void;
  close(): void;
}

export interface SessionParts {
  readonly store: SessionStore;
  readonly ports: Ports;
  /** Told of every change. */
  readonly onChange: (change: SessionChange) => void;
  /** Storing or telling failed, e.g. the disk is full. Locking and ending hold in memory all the same. */
  readonly onError: (error: unknown) => void;
}

interface Live {
  readonly tokenHash: Buffer;
  readonly staffId: string;
  readonly started: Moment;
  seen: Moment;
  /** When `seen` was last written; activity is written at most every half minute. */
  savedAt: number;
  locked: boolean;
  readonly windows: Set<Connection>;
  cancelTimer: Cancel;
}

const saveSeenEveryMs = 30_000;

export function createSessions({ store, ports, ...parts }: SessionParts): Sessions {
  const live = new Map<string, Live>();
  const ofWindow = new Map<Connection, Live>();
  const now = (): Moment => ({ wall: ports.clock.now(), monotonic: ports.clock.monotonic() });

  const attempt = (run: () => void) => {
    try {
      run();
    } catch (error) {
      parts.onError(error);
    }
  };
  const onChange = (change: SessionChange) => attempt(() => parts.onChange(change));
  const save = (session: Live) => {
    session.savedAt = session.seen.monotonic;
    const { tokenHash, staffId, locked } = session;
    const ageMs = Math.round(elapsed(session.started, now()));
    attempt(() => store.put({ tokenHash, staffId, startedAt: session.started.wall, seenAt: session.seen.wall, ageMs, locked }));
  };
  const tell = (session: Live, state: 'locked' | 'ended') => {
    for (const window of session.windows) window.push({ t: 'session', state });
  };
  const remove = (session: Live) => {
    session.cancelTimer();
    attempt(() => store.remove(session.tokenHash));
    live.delete(session.tokenHash.toString('hex'));
    tell(session, 'ended');
    for (const window of session.windows) ofWindow.delete(window);
  };
  const lock = (session: Live, by: 'person' | 'idle') => {
    session.locked = true;
    save(session);
    tell(session, 'locked');
    onChange({ type: 'locked', staffId: session.staffId, by });
  };
  /** Moves a session on by the clock. @returns whether it is still there. */
  const advance = (session: Live): boolean => {
    const at = now();
    if (elapsed(session.started, at) >= sessionEndsAfterMs) {
      remove(session);
      onChange({ type: 'ended', staffId: session.staffId, by: 'age' });
      return false;
    }
    if (!session.locked && elapsed(session.seen, at) >= lockAfterMs) lock(session, 'idle');
    return true;
  };
  const arm = (session: Live) => {
    session.cancelTimer();
    const at = now();
    const toEnd = sessionEndsAfterMs - elapsed(session.started, at);
    const toLock = session.locked ? toEnd : lockAfterMs - elapsed(session.seen, at);
    session.cancelTimer = ports.timers.after(Math.max(Math.ceil(Math.min(toEnd, toLock)), 1), () => {
      if (live.has(session.tokenHash.toString('hex')) && advance(session)) arm(session);
    });
  };
  const add = (stored: Pick<Live, 'tokenHash' | 'staffId' | 'started' | 'seen' | 'locked'>): Live => {
    const session: Live = { ...stored, savedAt: stored.seen.monotonic, windows: new Set(), cancelTimer: () => {} };
    live.set(session.tokenHash.toString('hex'), session);
    return session;
  };
  const attach = (connection: Connection, session: Live) => {
    detach(connection);
    session.windows.add(connection);
    ofWindow.set(connection, session);
  };
  const detach = (connection: Connection) => {
    ofWindow.get(connection)?.windows.delete(connection);
    ofWindow.delete(connection);
  };
  const current = (connection: Connection): Live | null => {
    const session = ofWindow.get(connection);
    return session !== undefined && advance(session) ? session : null;
  };

  for (const stored of store.all()) {
    const restored = restore(stored, now());
    if (restored === null) store.remove(stored.tokenHash);
    else arm(add(restored));
  }

  return {
    open(connection, staffId) {
      const token = Buffer.from(ports.random.bytes(32)).toString('base64url');
      const session = add({ tokenHash: tokenHashOf(token), staffId, started: now(), seen: now(), locked: false });
      save(session);
      attach(connection, session);
      arm(session);
      return token;
    },
    resume(connection, token) {
      const session = live.get(tokenHashOf(token).toString('hex'));
      if (session === undefined || !advance(session)) return false;
      attach(connection, session);
      return true;
    },
    of(connection) {
      const session = current(connection);
      if (session === null) return null;
      return { staffId: session.staffId, locked: session.locked, expiresAt: session.started.wall + sessionEndsAfterMs };
    },
    touch(connection) {
      const session = current(connection);
      if (session === null || session.locked) return;
      session.seen = now();
      if (session.seen.monotonic - session.savedAt >= saveSeenEveryMs) save(session);
    },
    lock(connection) {
      const session = current(connection);
      if (session !== null && !session.locked) lock(session, 'person');
    },
    unlock(connection) {
      const session = current(connection);
      if (session === null || !session.locked) return;
      session.locked = false;
      session.seen = now();
      save(session);
      arm(session);
      onChange({ type: 'unlocked', staffId: session.staffId });
    },
    logOut(connection) {
      const session = current(connection);
      if (session === null) return;
      detach(connection);
      remove(session);
      onChange({ type: 'loggedOut', staffId: session.staffId });
    },
    endOf(staffId, by, except) {
      const kept = except === undefined ? undefined : ofWindow.get(except);
      for (const session of [...live.values()].filter((one) => one.staffId === staffId && one !== kept)) {
        remove(session);
        onChange({ type: 'ended', staffId, by });
      }
    },
    forget: detach,
    close() {
      for (const session of live.values()) session.cancelTimer();
    },
  };
}

const tokenHashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

/**
 * A session after a restart. Only the wall clock knows how long the program was away: when it stands before the login
 * it was set back and the session is over; when it stands before the last touch, the session is locked. It is never
 * younger than it was when it was written.
 */
function restore(stored: StoredSession, at: Moment): Pick<Live, 'tokenHash' | 'staffId' | 'started' | 'seen' | 'locked'> | null {
  const age = Math.max(at.wall - stored.startedAt, stored.ageMs);
  if (at.wall < stored.startedAt || age >= sessionEndsAfterMs) return null;
  const idle = at.wall - stored.seenAt;
  return {
    tokenHash: stored.tokenHash,
    staffId: stored.staffId,
    started: { wall: stored.startedAt, monotonic: at.monotonic - age },
    seen: { wall: stored.seenAt, monotonic: at.monotonic - Math.max(idle, 0) },
    locked: stored.locked || idle < 0 || idle >= lockAfterMs,
  };
}

import type { Method } from '../../../shared/rpc/contract.ts';
import type { LeadState } from '../../../shared/domain/lead/lead.ts';
import type { Reader } from '../database/open.ts';
import type { Station } from '../engine/eventStore.ts';
import type { Clock } from '../ports.ts';
import { isDecidedByLead } from './decidedByLead.ts';
import { createLeadSeen, createLease, cutOffAfterMs, leaseSeenMs } from './lease.ts';

/**
 * `alone` the only station of its office · `lead` with a lease and another station in reach, or kept going by a person ·
 * `follower` of a lead that it hears, and for a moment the one that was given the lead · `ownOnly` cut off; a lead without a
 * lease, or with nobody in reach, too · `waiting` it has joined and has no copy yet.
 */
export type Mode = 'alone' | 'lead' | 'follower' | 'ownOnly' | 'waiting';

/** Where a command is decided now. `nowhere`: by the lead, which cannot be reached. */
export type Place = 'here' | 'lead' | 'nowhere';

export interface Leading {
  /** The lead as far as it is known here. */
  leadId(): string | null;
  isLead(): boolean;
  mode(): Mode;
  place(method: Method): Place;
  /** The number of a beat to be sent now; only the lead sends any. */
  beat(): number;
  /** A beat came. @param isKept a person lets its sender go on without a lease. @returns whether it is answered. */
  heardBeat(stationId: string, term: number, isKept: boolean): boolean;
  beatAnswered(n: number, term: number): void;
  /** It leads and its lease lives, or it needs none: nobody else has been appointed whom it would not know of. */
  holdsLease(): boolean;
  /** Whether the lease of the lead may still live, as seen from here, and since when it was heard. */
  leadAlive(): boolean;
  leadHeardMsAgo(): number;
  /**
   * No beat of an older term is answered for the next 30 seconds, also after a restart; on disk when it returns. The one who
   * was promised begins its term within 20 seconds, or asks again.
   */
  promise(term: number): void;
  /** This lead has told another station to take over: it decides nothing until it hears how that went. */
  cede(): void;
  /** It went nowhere. */
  resume(): void;
  /** A person keeps this lead going without a lease, until one is renewed. */
  keep(): void;
  isKept(): boolean;
  /**
   * The lead may be one that a person keeps going without a lease: that it was not heard for long does not say that it stopped.
   * A station learns of such a lead without ever hearing it, through the central server or another station.
   */
  mayBeKept(): boolean;
  /** Looks whether another term has begun. */
  look(): void;
}

const promiseMs = 30_000;

interface Parts {
  readonly station: Station;
  readonly db: Reader & { prepare: Reader['prepare'] };
  readonly clock: Clock;
  readonly state: () => LeadState;
  readonly hasJoined: boolean;
  /** Other stations of the office that are not revoked. */
  readonly others: () => readonly string[];
  /** It was given the lead just now, and its first beats are on their way. */
  readonly isStarting: () => boolean;
  /** Another station that answers beats is connected. */
  readonly reachesAnother: () => boolean;
}

export function createLeading({ station, db, clock, state, hasJoined, others, isStarting, reachesAnother }: Parts): Leading {
  const founder = findFounder(db);
  const selectPromise = db.prepare<[], { term: number }>('SELECT term FROM term_promise');
  const setPromise = db.prepare<[number]>('UPDATE term_promise SET term = max(term, ?)');
  const leadId = () => state().stationId ?? founder() ?? (hasJoined ? null : station.id);
  const lease = createLease(clock);
  const seen = createLeadSeen(clock);
  let kept = false;
  let term = state().term;
  let ceded = false;
  let followed = leadId();
  /** The lead of this term said that it needs its lease; a person may have kept it going since. */
  let isLeased = false;
  let overrides = state().overrides;
  // A lease that was given to the lead before still lives until then.
  let freeAt = Number.NEGATIVE_INFINITY;
  // One of an earlier run counts anew from the start: nobody knows how old it is.
  let promised = { term: selectPromise.get()?.term ?? 1, until: clock.monotonic() + promiseMs };

  const isLead = () => leadId() === station.id;
  const isBound = () => others().length > 0 && !kept;
  const holdsLease = () => !ceded && (!isBound() || lease.isHeld());
  const leadAlive = () => (isLead() ? holdsLease() || isStarting() : seen.agoMs() < leaseSeenMs);
  // What it calls while it reaches nobody, its successor would call again.
  const isLeading = () => holdsLease() && (!isBound() || reachesAnother());
  const mode = (): Mode => {
    if (leadId() === null) return 'waiting';
    if (isLead()) return others().length === 0 ? 'alone' : isLeading() ? 'lead' : isStarting() ? 'follower' : 'ownOnly';
    return seen.agoMs() < cutOffAfterMs ? 'follower' : 'ownOnly';
  };

  return {
    leadId,
    isLead,
    mode,
    place(method) {
      if (!isDecidedByLead(method)) return 'here';
      switch (mode()) {
        case 'alone':
        case 'lead':
          return 'here';
        case 'follower':
          return 'lead';
        case 'ownOnly':
          // A station that was stolen is revoked although nobody else is there to hear of it.
          return method.startsWith('queue.') || (isLead() && method.startsWith('stations.')) ? 'here' : 'nowhere';
        case 'waiting':
          return 'nowhere';
      }
    },
    beat: () => lease.sent(),
    heardBeat(stationId, beatTerm, isKeptThere) {
      if (stationId !== leadId() || beatTerm !== state().term || (beatTerm < promised.term && clock.monotonic() < promised.until))
        return false;
      seen.heard();
      if (!isKeptThere) isLeased = true;
      return clock.monotonic() >= freeAt;
    },
    beatAnswered(n, answeredTerm) {
      if (answeredTerm !== state().term || !isLead()) return;
      lease.answered(n);
      kept = false;
    },
    holdsLease: () => isLead() && holdsLease(),
    leadAlive,
    leadHeardMsAgo: () => (isLead() ? 0 : seen.agoMs()),
    promise(newTerm) {
      setPromise.run(newTerm);
      promised = { term: Math.max(promised.term, newTerm), until: clock.monotonic() + promiseMs };
    },
    cede() {
      ceded = true;
    },
    resume() {
      ceded = false;
    },
    keep() {
      kept = true;
    },
    isKept: () => kept,
    mayBeKept() {
      const { stationId, givenBy } = state();
      // In an office of two, whoever is promoted is kept by the same press (decision 0016, rule 15).
      const isPromotedOfTwo = stationId !== null && givenBy === null && others().length <= 1;
      return !isLead() && !isLeased && (state().overrides > 0 || isPromotedOfTwo);
    },
    look() {
      if (state().overrides > overrides) isLeased = false;
      overrides = state().overrides;
      if (state().term === term) {
        followed ??= leadId();
        return;
      }
      // Who has just answered a lead answers no other one as long as the first may lead by it, unless that one gave the lead away.
      const isFree = followed === null || followed === station.id || state().givenBy === term;
      if (!isFree) freeAt = Math.max(freeAt, clock.monotonic() - seen.agoMs() + leaseSeenMs);
      followed = leadId();
      term = state().term;
      lease.reset();
      seen.reset();
      kept = false;
      ceded = false;
      isLeased = false;
    },
  };
}

/** Who wrote the first event of the office's configuration; does not change any more once it is known. */
function findFounder(db: Reader): () => string | null {
  const first = db.prepare<[], { origin: string }>("SELECT origin FROM event WHERE stream = 'office' ORDER BY seq LIMIT 1");
  let known: string | null = null;
  return () => (known ??= first.get()?.origin ?? null);
}

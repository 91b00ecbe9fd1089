import { makeJoinCode } from '../../../../shared/domain/stations/joinCode.ts';
import type { Actor } from '../../../../shared/domain/decider.ts';
import type { EnteredStation } from '../../../../shared/domain/stations/decide.ts';
import type { StationDetails } from '../../../../shared/domain/stations/types.ts';
import { refuse, type Result } from '../../../../shared/result.ts';
import type { Ports } from '../../ports.ts';
import type { SecureConnection } from '../network/network.ts';
import {
  type FromLead,
  fromNewStation,
  isSameProof,
  joinCodeMs,
  joinStepMs,
  proofOfLead,
  proofOfNewStation,
  type refusals,
  type Transcript,
  triesPerMinute,
  triesPerMinuteOfAll,
  type Welcome,
} from './protocol.ts';

/** Conversations that one address may hold at a time: whoever only keeps them open must not use this station up. */
const mostPerHost = 8;

export interface OpenCode {
  readonly details: StationDetails;
  readonly code: string;
  readonly remainingMs: number;
  readonly failures: number;
}

export interface LeadSideParts {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'timers'>;
  ownFingerprint(): string;
  /** Whether this station is the one that takes others in. */
  isLead(): boolean;
  /** Writes the station into the registry; it stays there whatever happens to this station when it resolves. Rejects on I/O errors. */
  enter(station: EnteredStation, by: Actor): Promise<Result<Welcome, { readonly type: (typeof refusals)[number] }>>;
  /** The registry could not be written. */
  onError(error: unknown): void;
  onChange(): void;
}

/** The lead's side of joining: at most one code at a time, in memory only. */
export interface LeadSide {
  readonly isOpen: boolean;
  /** @param by who lets a station in, for the record. */
  open(details: StationDetails, by: Actor): void;
  cancel(): void;
  view(): OpenCode | null;
  /** The station that used the last code, until the next one is shown. */
  lastJoined(): string | null;
  serve(connection: SecureConnection): void;
  close(): void;
}

interface Shown {
  readonly details: StationDetails;
  readonly by: Actor;
  readonly code: string;
  /** By the monotonic clock, and by the wall clock. */
  readonly until: number;
  readonly untilByWall: number;
  failures: number;
}

export function createLeadSide({ ports, ownFingerprint, isLead, enter, onError, onChange }: LeadSideParts): LeadSide {
  let shown: Shown | null = null;
  let lastJoined: string | null = null;
  let stopWaiting = () => {};
  let tries: readonly { readonly at: number; readonly host: string }[] = [];
  const served = new Set<SecureConnection>();
  const now = () => ports.clock.monotonic();
  /** The monotonic clock may stand still while the computer sleeps, the wall clock may be set back: the shorter rest counts. */
  const restOf = ({ until, untilByWall }: Shown) => Math.min(until - now(), untilByWall - ports.clock.now());
  const valid = (): Shown | null => (shown !== null && restOf(shown) > 0 ? shown : null);
  const forget = () => {
    shown = null;
    stopWaiting();
    onChange();
  };
  /** Counts a try. @returns whether there were too many. Somebody who guesses must not keep everybody else waiting. */
  const isOneTooMany = (host: string): boolean => {
    tries = tries.filter(({ at }) => now() - at <= 60_000);
    if (tries.length >= triesPerMinuteOfAll || tries.filter((other) => other.host === host).length >= triesPerMinute) return true;
    tries = [...tries, { at: now(), host }];
    return false;
  };

  /** A full disk must not end the lead with whoever knocks at it. */
  const written: LeadSideParts['enter'] = async (station, by) => {
    try {
      return await enter(station, by);
    } catch (error) {
      onError(error);
      return refuse({ type: 'leadCannotRecord' });
    }
  };

  /** @returns what to answer; the code is used up by the first right proof, before anything is answered. */
  const judge = async (seen: Transcript, proof: string, host: string): Promise<FromLead> => {
    if (isOneTooMany(host)) return { t: 'refused', reason: 'tooManyTries' };
    const open = valid();
    if (open === null || !isSameProof(proof, proofOfNewStation(open.code, seen))) {
      if (open !== null) open.failures += 1;
      onChange();
      return { t: 'refused', reason: 'codeRefused' };
    }
    shown = null;
    stopWaiting();
    const entered = await written({ ...open.details, id: seen.stationId, fingerprint: seen.newStation }, open.by);
    if (entered.ok) lastJoined = seen.stationId;
    onChange();
    if (!entered.ok) return { t: 'refused', reason: entered.error.type };
    const json = JSON.stringify(entered.value);
    return { t: 'welcome', welcome: json, proof: proofOfLead(open.code, seen, json) };
  };

  return {
    get isOpen() {
      return valid() !== null;
    },
    open(details, by) {
      stopWaiting();
      lastJoined = null;
      const code = makeJoinCode((length) => ports.random.bytes(length));
      shown = { details, by, code, until: now() + joinCodeMs, untilByWall: ports.clock.now() + joinCodeMs, failures: 0 };
      stopWaiting = ports.timers.after(joinCodeMs, forget);
      onChange();
    },
    cancel: forget,
    view() {
      const open = valid();
      return open === null ? null : { details: open.details, code: open.code, remainingMs: restOf(open), failures: open.failures };
    },
    lastJoined: () => lastJoined,
    serve(connection) {
      const { transport, peer, host } = connection;
      if ([...served].filter((other) => other.host === host).length >= mostPerHost) return connection.cut();
      const send = (message: FromLead) => transport.send(message);
      let seen: Transcript | null = null;
      let answered = false;
      let stop = ports.timers.after(joinStepMs, () => connection.cut());
      served.add(connection);
      transport.onClose(() => {
        stop();
        served.delete(connection);
      });
      transport.onMessage((data) => {
        stop();
        stop = ports.timers.after(joinStepMs, () => connection.cut());
        const message = fromNewStation.safeParse(data);
        if (!message.success) return connection.cut();
        if (message.data.t === 'hello' && !isLead()) {
          send({ t: 'refused', reason: 'notLead' });
          return transport.close();
        }
        if (message.data.t === 'hello' && seen === null) {
          const leadNonce = Buffer.from(ports.random.bytes(32)).toString('hex');
          const { stationId, nonce } = message.data;
          seen = { stationId, newStation: peer, lead: ownFingerprint(), newNonce: nonce, leadNonce };
          return send({ t: 'challenge', nonce: leadNonce });
        }
        if (message.data.t === 'proof' && seen !== null && !answered) {
          answered = true;
          return void judge(seen, message.data.proof, host).then(send);
        }
        // `joined`, or a message out of its turn: either way there is nothing more to say.
        transport.close();
      });
    },
    close() {
      forget();
      for (const connection of served) connection.cut();
    },
  };
}

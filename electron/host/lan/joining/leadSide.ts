import { makeJoinCode } from '../../../../shared/domain/stations/joinCode.ts';
import type { Actor } from '../../../../shared/domain/decider.ts';
import type { EnteredStation } from '../../../../shared/domain/stations/decide.ts';
import type { StationDetails } from '../../../../shared/domain/stations/types.ts';
import type { Result } from '../../../../shared/result.ts';
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
  type Welcome,
} from './protocol.ts';

export interface OpenCode {
  readonly details: StationDetails;
  readonly code: string;
  readonly remainingMs: number;
  readonly failures: number;
}

export interface LeadSideParts {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'timers'>;
  ownFingerprint(): string;
  /** Writes the station into the registry; on disk when it returns. */
  enter(station: EnteredStation, by: Actor): Result<Welcome, { readonly type: (typeof refusals)[number] }>;
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
  readonly until: number;
  failures: number;
}

export function createLeadSide({ ports, ownFingerprint, enter, onChange }: LeadSideParts): LeadSide {
  let shown: Shown | null = null;
  let lastJoined: string | null = null;
  let stopWaiting = () => {};
  const tries: number[] = [];
  const served = new Set<SecureConnection>();
  const now = () => ports.clock.monotonic();
  const valid = (): Shown | null => (shown !== null && now() < shown.until ? shown : null);
  const forget = () => {
    shown = null;
    stopWaiting();
    onChange();
  };
  /** Counts a try. @returns whether there were too many. */
  const isOneTooMany = (): boolean => {
    while (tries[0] !== undefined && now() - tries[0] > 60_000) tries.shift();
    if (tries.length >= triesPerMinute) return true;
    tries.push(now());
    return false;
  };

  /** @returns what to answer; the code is used up by the first right proof, before anything is answered. */
  const judge = (seen: Transcript, proof: string): FromLead => {
    if (isOneTooMany()) return { t: 'refused', reason: 'tooManyTries' };
    const open = valid();
    if (open === null || !isSameProof(proof, proofOfNewStation(open.code, seen))) {
      if (open !== null) open.failures += 1;
      onChange();
      return { t: 'refused', reason: 'codeRefused' };
    }
    shown = null;
    stopWaiting();
    const entered = enter({ ...open.details, id: seen.stationId, fingerprint: seen.newStation }, open.by);
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
      shown = { details, by, code, until: now() + joinCodeMs, failures: 0 };
      stopWaiting = ports.timers.after(joinCodeMs, forget);
      onChange();
    },
    cancel: forget,
    view() {
      const open = valid();
      return open === null ? null : { details: open.details, code: open.code, remainingMs: open.until - now(), failures: open.failures };
    },
    lastJoined: () => lastJoined,
    serve(connection) {
      const { transport, peer } = connection;
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
        if (message.data.t === 'hello' && seen === null) {
          const leadNonce = Buffer.from(ports.random.bytes(32)).toString('hex');
          const { stationId, nonce } = message.data;
          seen = { stationId, newStation: peer, lead: ownFingerprint(), newNonce: nonce, leadNonce };
          return send({ t: 'challenge', nonce: leadNonce });
        }
        if (message.data.t === 'proof' && seen !== null && !answered) {
          answered = true;
          return send(judge(seen, message.data.proof));
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

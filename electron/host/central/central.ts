/**
 * The central server as a station works with it: in the background, always, never waited for by a counter. The lead sends and
 * carries out the server's orders; when it has been away for five minutes, another station sends.
 */
import type { SyncFailure } from '../../../shared/sync/failures.ts';
import type { SyncRefusal } from '../../../shared/sync/protocol.ts';
import type { SharedEvent } from '../engine/sharedEvent.ts';
import type { Services } from '../services.ts';
import { backoffMs } from './backoff.ts';
import { carryOut } from './carryOut.ts';
import { type CentralClient, createCentralClient, SyncError } from './client.ts';
import { type AgencyKey, companionsOf } from './companions.ts';
import { createDuty } from './duty.ts';
import { type OfficeKeys, readOfficeKeys } from './officeKeys.ts';
import { createOutgoing } from './outgoing.ts';
import { createPace } from './pace.ts';
import { createSending } from './sending.ts';
import { officeTold, queueNow } from './snapshots.ts';
import { type CentralMemory, emptyMemory, readMemory, writeMemory } from './stateFile.ts';

export interface CentralProblem {
  readonly failure: SyncFailure;
  readonly refusal: SyncRefusal | null;
  readonly since: number;
  /** `null`: it is being tried right now, or only a person can mend it. */
  readonly nextTryAt: number | null;
}

export interface CentralStanding {
  /** Whether this station sends now, and which one does as far as is known here. */
  readonly isPusher: boolean;
  readonly pusherStationId: string | null;
  readonly waiting: { readonly events: number; readonly since: number | null };
  readonly lastSuccessAt: number | null;
  readonly problem: CentralProblem | null;
  /** The server's clock minus this one's, ms. */
  readonly clockOffsetMs: number;
  readonly quarantined: number;
  readonly wentBack: number | null;
  readonly ordersWaiting: number;
}

export interface Central {
  standing(): CentralStanding;
  /** Tries now, whatever was waited for. */
  retry(): void;
  /** The client of the present enrolment; `null`: none, or its keys are not here yet. */
  client(): CentralClient | null;
  /** The key of PINs, as long as there is an enrolment. */
  pinKey(): Buffer | null;
  /** Files that are not on the server. */
  filesWaiting(db: Services['db']): number;
  close(): void;
}

/** After a commit so long is waited for others that come with it, ms. */
const gatherMs = 25;
/** How long one request waits for orders, seconds. */
const waitForOrdersSeconds = 25;
const rememberEveryMs = 5000;

type Parts = Pick<
  Services,
  'dataDir' | 'db' | 'events' | 'engine' | 'station' | 'keyStore' | 'vault' | 'attachments' | 'office' | 'ports' | 'log'
>;

interface Session {
  readonly client: CentralClient;
  readonly keys: OfficeKeys;
  readonly serverId: string;
  readonly keyId: string;
}

export function createCentral(parts: Parts): Central {
  const { dataDir, events, engine, office, ports, log, vault, station } = parts;
  const { clock, timers, random } = ports;
  const outgoing = createOutgoing(events);
  const pace = createPace(clock);
  const duty = createDuty({ stationId: station.id, standing: () => office.standing(), clock });
  let closed = false;
  let session: Session | null = null;
  let agencyKey: AgencyKey | null = null;
  let memory: CentralMemory = emptyMemory('');
  let missing: readonly SharedEvent[] = [];
  let inStep = false;
  let position = 0;
  let failures = 0;
  let problem: CentralProblem | null = null;
  let ordersWaiting = 0;
  let running = false;
  let again = false;
  let cancelNext: () => void = () => {};
  let isDueSoon = false;
  let rememberedAt = Number.NEGATIVE_INFINITY;

  const announce = () => engine.announce(['central']);

  /** The client of the present enrolment, made anew when it or its keys changed. */
  const present = (): Session | null => {
    const { enrolment } = engine.states.central;
    if (enrolment === null) {
      session = null;
      return null;
    }
    if (session?.keyId === enrolment.keyId && session.serverId === enrolment.serverId) return session;
    const keys = readOfficeKeys(vault, enrolment.keysNoteId);
    if (keys === null) return null;
    const { serverId, officeId, keyId } = enrolment;
    session = {
      keys,
      serverId,
      keyId,
      client: createCentralClient(ports.central, enrolment.url, { serverId, officeId, keyId, signingKey: keys.signingKey }, clock),
    };
    agencyKey = enrolment.agencyKey;
    memory = readMemory(dataDir, serverId);
    missing = memory.missing.flatMap(({ origin, originSeq }) => events.sharedAt(origin, originSeq) ?? []);
    inStep = false;
    failures = 0;
    problem = null;
    return session;
  };

  const remember = (change: Partial<CentralMemory>, now = false) => {
    memory = { ...memory, ...change };
    if (!now && clock.monotonic() - rememberedAt < rememberEveryMs) return;
    rememberedAt = clock.monotonic();
    try {
      writeMemory(dataDir, memory);
    } catch (error) {
      // Without it the server tells everything again.
      log.warn({ err: error }, 'what the central server acknowledged could not be noted');
    }
  };

  const sending = createSending({
    client: {
      push: (batch) => current().client.push(batch),
      heads: () => current().client.heads(),
    },
    outgoing,
    companions: (list) => companionsOf({ ...parts, random }, list, agencyKey ?? { keyId: '', publicKey: '' }, current().keys.pinKey),
    told: () =>
      office.standing().holdsLease
        ? { office: officeTold(engine.states), now: queueNow(engine.states, clock.now()) }
        : { office: null, now: null },
    missing: () => missing,
    pace: () => pace.now(),
    pause: (ms) => new Promise((resolve) => void timers.after(ms, resolve)),
    onAcknowledged(batch, answer, stillMissing) {
      missing = stillMissing.slice(-5000);
      const acknowledged = { ...memory.acknowledged };
      for (const { origin, originSeq } of batch.events) acknowledged[origin] = Math.max(originSeq, acknowledged[origin] ?? 0);
      if (answer.hasOrders) ordersWaiting = Math.max(1, ordersWaiting);
      position = answer.position;
      remember({
        acknowledged,
        lastSuccessAt: clock.now(),
        quarantined: memory.quarantined + answer.quarantined,
        missing: missing.map(({ origin, originSeq }) => ({ origin, originSeq })),
      });
      announce();
    },
    onWentBack() {
      remember({ wentBack: clock.now() }, true);
      log.warn('the central server has less than it acknowledged; it is sent again');
    },
    isClosed: () => closed,
  });

  const current = (): Session => {
    if (session === null) throw new Error('there is no enrolment');
    return session;
  };

  /** Learns how far the server is. */
  const getInStep = async ({ client }: Session) => {
    const { heads, position: at } = await client.heads();
    const known = new Map(heads.map(({ origin, originSeq }) => [origin, originSeq]));
    if (Object.entries(memory.acknowledged).some(([origin, seq]) => (known.get(origin) ?? 0) < seq)) {
      remember({ wentBack: clock.now(), acknowledged: Object.fromEntries(known) }, true);
      sending.forgetTold();
      log.warn('the central server went back to an earlier state; it is sent what it lost');
    }
    outgoing.startFrom(heads);
    position = at;
    inStep = true;
  };

  const sendAll = async () => {
    const now = present();
    if (now === null || !duty.isMine()) return;
    if (!inStep) await getInStep(now);
    await sending.run();
  };

  const succeeded = () => {
    failures = 0;
    if (problem !== null) {
      problem = null;
      announce();
    }
  };
  /** @returns how long to wait, ms; `null`: only a person can go on. */
  const failed = (error: unknown): number | null => {
    inStep = false;
    failures += 1;
    const isKnown = error instanceof SyncError;
    if (!isKnown) log.error({ err: error }, 'sending to the central server failed');
    const failure = isKnown ? error.failure : 'serverFailed';
    const refusal = isKnown ? error.refusal : null;
    const waitMs = backoffMs(failures, random);
    problem = { failure, refusal, since: problem?.since ?? clock.now(), nextTryAt: clock.now() + waitMs };
    if (isKnown) log.info({ failure, refusal, waitMs }, 'the central server was not reached');
    announce();
    return waitMs;
  };

  /** One run at a time; what comes meanwhile makes another one follow. */
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    isDueSoon = false;
    cancelNext();
    let waitMs: number | null = null;
    try {
      do {
        again = false;
        await sendAll();
        succeeded();
      } while (again && !closed);
    } catch (error) {
      waitMs = closed ? null : failed(error);
    }
    running = false;
    if (waitMs !== null) cancelNext = timers.after(waitMs, () => void run());
  };
  const soon = () => {
    if (closed || isDueSoon || problem !== null) return;
    if (running) {
      again = true;
      return;
    }
    isDueSoon = true;
    cancelNext();
    cancelNext = timers.after(gatherMs, () => void run());
  };

  /** Asks for orders again and again while this station leads; the server answers when there is one. */
  const askForOrders = async () => {
    const now = present();
    if (now === null || problem !== null || !office.decidesHere('complaint.answer') || !duty.isMine()) return;
    const { orders, agencyKey: newest, position: at } = await now.client.orders(waitForOrdersSeconds);
    if (closed) return;
    agencyKey = newest;
    ordersWaiting = orders.length;
    for (const order of orders) {
      if (!office.decidesHere('complaint.answer')) return;
      carryOut(parts, now.keys, order);
      await timers.yield();
    }
    // What was decided goes up before the server is asked again, or it would give the same orders.
    if (orders.length > 0) {
      await run();
      ordersWaiting = 0;
    }
    if (at < position) {
      inStep = false;
      void run();
    }
  };
  const orderLoop = async () => {
    while (!closed) {
      try {
        await askForOrders();
      } catch (error) {
        if (closed) return;
        // The sending side has its own tries; here it is enough to wait for them.
        if (!(error instanceof SyncError)) log.error({ err: error }, 'orders of the central server could not be carried out');
        else if (problem === null && !running) void run();
      }
      await new Promise<void>((resolve) => {
        wakeOrders = resolve;
        timers.after(orderPauseMs, resolve);
      });
    }
  };
  let wakeOrders: () => void = () => {};

  const stop = engine.onCommit(({ events: committed, here, topics }) => {
    if (committed.length > 0) {
      if (here) pace.worked();
      soon();
    } else if (topics.includes('stations')) soon();
  });
  // Whose duty it is changes with time alone; and a queue changes for the public without an event here.
  const stopLooking = timers.every(lookEveryMs, () => {
    if (duty.isMine() && outgoing.waiting().events > 0) soon();
  });
  soon();
  void orderLoop();

  return {
    standing() {
      present();
      return {
        isPusher: session !== null && duty.isMine(),
        pusherStationId: duty.stationId(),
        waiting: inStep || session === null ? outgoing.waiting() : unsentBy(memory, events),
        lastSuccessAt: memory.lastSuccessAt,
        problem,
        clockOffsetMs: Math.round(session?.client.clockOffset() ?? 0),
        quarantined: memory.quarantined,
        wentBack: memory.wentBack,
        ordersWaiting,
      };
    },
    retry() {
      problem = null;
      failures = 0;
      wakeOrders();
      void run();
    },
    client: () => present()?.client ?? null,
    pinKey: () => present()?.keys.pinKey ?? null,
    filesWaiting: () => 0,
    close() {
      if (closed) return;
      closed = true;
      stop();
      stopLooking();
      cancelNext();
      wakeOrders();
      if (session !== null) remember({}, true);
    },
  };
}

/** Between two questions for orders, ms; the server itself waits longer. */
const orderPauseMs = 1000;
const lookEveryMs = 15_000;

/** What waits by what was acknowledged before, while the server has not said how far it is. */
function unsentBy({ acknowledged }: CentralMemory, events: Parts['events']): CentralStanding['waiting'] {
  const count = events.heads().reduce((sum, { origin, originSeq }) => sum + Math.max(0, originSeq - (acknowledged[origin] ?? 0)), 0);
  const first = events.heads().flatMap(({ origin, originSeq }) => {
    const next = (acknowledged[origin] ?? 0) + 1;
    return next > originSeq ? [] : (events.sharedAt(origin, next)?.at ?? []);
  });
  return { events: count, since: first.length === 0 ? null : Math.min(...first) };
}

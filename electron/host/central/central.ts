/**
 * The central server as a station works with it: in the background, always, never waited for by a counter. The lead sends and
 * carries out the server's orders; when it has been away for five minutes, another station sends. A station that reaches the
 * server and not its lead takes the others' events from there.
 */
import type { SharedEvent } from '../engine/sharedEvent.ts';
import type { Services } from '../services.ts';
import { askSeconds, startAskLoop } from './askLoop.ts';
import { type CentralProblem, createAttempts } from './attempts.ts';
import { carryOut } from './carryOut.ts';
import type { CentralClient } from './client.ts';
import { companionsOf } from './companions.ts';
import { createDuty } from './duty.ts';
import { createMemory } from './memory.ts';
import { createOrders } from './orders.ts';
import { createOutgoing, unsentBy } from './outgoing.ts';
import { createPace } from './pace.ts';
import { pullAll } from './pulling.ts';
import { createSending } from './sending.ts';
import { createSessions, type Session } from './session.ts';
import { officeTold, queueNow } from './snapshots.ts';

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
  close(): void;
}

type Parts = Pick<
  Services,
  'dataDir' | 'db' | 'events' | 'engine' | 'station' | 'keyStore' | 'vault' | 'attachments' | 'office' | 'ports' | 'log'
>;

/** How often it is looked whose duty the sending is, and how the queues stand: both change with time alone. */
const lookEveryMs = 30_000;
const mostMissing = 5000;

export function createCentral(parts: Parts): Central {
  const { dataDir, events, engine, office, ports, log, station } = parts;
  const { clock, timers, random } = ports;
  const outgoing = createOutgoing(events);
  const pace = createPace(clock);
  const duty = createDuty({ stationId: station.id, standing: () => office.standing(), clock });
  const memory = createMemory(dataDir, clock, log);
  /** Events whose words were not in the vault when they were sent. */
  let missing: readonly SharedEvent[] = [];
  /** Whether it is known how far the server is. */
  let inStep = false;
  let position = 0;
  const ending = new AbortController();
  let closed = false;
  const isClosed = () => closed;
  const announce = () => engine.announce(['central']);

  const session = createSessions({ ...parts, signal: ending.signal }, ({ serverId }) => {
    memory.turnTo(serverId);
    missing = memory.now().missing.flatMap(({ origin, originSeq }) => events.sharedAt(origin, originSeq) ?? []);
    inStep = false;
  });
  const present = (): Session => {
    const now = session();
    if (now === null) throw new Error('there is no enrolment');
    return now;
  };

  const sending = createSending({
    client: { push: (batch) => present().client.push(batch), heads: () => present().client.heads() },
    outgoing,
    companions: (list) => companionsOf({ ...parts, random }, list, present().agencyKey, present().keys.pinKey),
    told: () =>
      office.standing().holdsLease
        ? { office: officeTold(engine.states), now: queueNow(engine.states, clock.now()) }
        : { office: null, now: null },
    missing: () => missing,
    pace: pace.now,
    pause: (ms) => new Promise((resolve) => void timers.after(ms, resolve)),
    onAcknowledged(batch, answer, stillMissing) {
      missing = stillMissing.slice(-mostMissing);
      const acknowledged = { ...memory.now().acknowledged };
      for (const { origin, originSeq } of batch.events) acknowledged[origin] = Math.max(originSeq, acknowledged[origin] ?? 0);
      position = answer.position;
      memory.note({
        acknowledged,
        lastSuccessAt: clock.now(),
        quarantined: memory.now().quarantined + answer.quarantined,
        missing: missing.map(({ origin, originSeq }) => ({ origin, originSeq })),
      });
      announce();
    },
    onWentBack: () => memory.note({ wentBack: clock.now() }, 'atOnce'),
    isClosed,
  });

  /** Learns how far the server is, and takes from it what this station lost. */
  const getInStep = async ({ client }: Session) => {
    const { heads, position: at } = await client.heads();
    const known = new Map(heads.map(({ origin, originSeq }) => [origin, originSeq]));
    if (Object.entries(memory.now().acknowledged).some(([origin, seq]) => (known.get(origin) ?? 0) < seq)) {
      log.warn('the central server went back to an earlier state; it is sent what it lost');
      memory.note({ wentBack: clock.now(), acknowledged: Object.fromEntries(known), pulled: 0 }, 'atOnce');
      sending.forgetTold();
    }
    const own = events.heads().find(({ origin }) => origin === station.id)?.originSeq ?? 0;
    if ((known.get(station.id) ?? 0) > own) await pull(client, 0, 0);
    outgoing.startFrom(heads);
    position = at;
    inStep = true;
  };
  const pull = (client: CentralClient, after: number, waitSeconds: number) =>
    pullAll(
      {
        client,
        engine,
        isClosed,
        onPosition: (pulled) => memory.note({ pulled }),
        onUnfit: (origin, error) => log.warn({ err: error, origin }, 'a chain on the central server does not fit the one here'),
      },
      after,
      waitSeconds,
    );

  const attempts = createAttempts({
    ports,
    log,
    async attempt() {
      const now = session();
      if (now === null || closed) return;
      if (isCutOff()) return pull(now.client, memory.now().pulled, 0);
      if (!duty.isMine()) return;
      if (!inStep) await getInStep(now);
      await sending.run();
    },
    onFailure() {
      inStep = false;
    },
    onChange: announce,
  });
  const isCutOff = () => office.standing().mode === 'ownOnly' && !duty.isMine();

  /** Nothing is asked while the server is not reached: the attempts find out when it is again. */
  const reachable = () => (attempts.problem() === null && !closed ? session() : null);
  const orders = createOrders({
    timers,
    session: reachable,
    mayDecide: () => !closed && duty.isMine() && office.decidesHere('complaint.answer'),
    carryOut: (order, { keys }) => carryOut(parts, keys, order),
    send: attempts.now,
    onPosition(at) {
      if (at >= position) return;
      inStep = false;
      attempts.soon();
    },
  });
  const pullNews = async () => {
    const now = reachable();
    if (now === null || !isCutOff()) return false;
    await pull(now.client, memory.now().pulled, askSeconds);
    return true;
  };
  const loops = [orders.ask, pullNews].map((ask) =>
    startAskLoop({
      timers,
      log,
      ask,
      onFailure() {
        // Asked how far it is, the server is reached or not, also when nothing waits to be sent; and then it is left in peace for a while.
        inStep = false;
        attempts.soon();
      },
    }),
  );
  const wakeLoops = () => loops.forEach((loop) => loop.wake());

  const stopListening = engine.onCommit(({ events: committed, here, topics }) => {
    if (committed.length === 0) return;
    if (here) pace.worked();
    if (topics.includes('central')) wakeLoops();
    attempts.soon();
  });
  const stopLooking = timers.every(lookEveryMs, attempts.soon);
  attempts.soon();

  return {
    standing() {
      const now = session();
      const { lastSuccessAt, quarantined, wentBack } = memory.now();
      return {
        isPusher: now !== null && duty.isMine(),
        pusherStationId: duty.stationId(),
        waiting: inStep ? outgoing.waiting() : unsentBy(memory.now().acknowledged, events),
        lastSuccessAt,
        problem: attempts.problem(),
        clockOffsetMs: Math.round(now?.client.clockOffset() ?? 0),
        quarantined,
        wentBack,
        ordersWaiting: orders.waiting(),
      };
    },
    retry() {
      void attempts.now();
      wakeLoops();
    },
    client: () => session()?.client ?? null,
    pinKey: () => session()?.keys.pinKey ?? null,
    close() {
      if (closed) return;
      closed = true;
      stopListening();
      stopLooking();
      attempts.close();
      for (const loop of loops) loop.close();
      // The server lets a question wait for half a minute, and so long the program would not end.
      ending.abort();
      memory.close();
    },
  };
}

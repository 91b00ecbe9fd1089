/**
 * The central server as a station works with it: in the background, always, never waited for by a counter. The lead sends and
 * carries out the server's orders; when it has been away for five minutes, another station sends. A station that reaches the
 * server and not its lead takes the others' events from there.
 */
import type { SharedEvent } from '../engine/sharedEvent.ts';
import type { Services } from '../services.ts';
import { askSeconds, startAskLoop } from './askLoop.ts';
import { type CentralProblem, createAttempts } from './attempts.ts';
import { carryOut, recordOutcome } from './carryOut.ts';
import type { CentralClient } from './client.ts';
import { companionsOf } from './companions.ts';
import { createDuty } from './duty.ts';
import { createFileQueue } from './fileQueue.ts';
import { createMemory } from './memory.ts';
import { createOrders } from './orders.ts';
import { createOutgoing, unsentBy } from './outgoing.ts';
import { createPace } from './pace.ts';
import { createSending } from './sending.ts';
import { createSessions, type Session } from './session.ts';
import { officeTold, queueNow } from './snapshots.ts';
import { createStep } from './step.ts';

export interface CentralStanding {
  /** Whether this station sends now, and which one does as far as is known here. */
  readonly isPusher: boolean;
  readonly pusherStationId: string | null;
  readonly waiting: { readonly events: number; readonly since: number | null; readonly files: number };
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
> & {
  /** Whether attachments go to the server, too. */
  readonly sendsFiles: boolean;
  /** The others told this station that it is no longer part of the office. */
  readonly isRevoked: () => boolean;
};

/** How often it is looked whose duty the sending is, and how the queues stand: both change with time alone. */
const lookEveryMs = 30_000;
const mostMissing = 5000;
/** How often a file that waits for more urgent things looks again, ms. */
const idleLookMs = 250;
const nothing = { events: 0, since: null };

export function createCentral(parts: Parts): Central {
  const { dataDir, events, engine, office, ports, log, station } = parts;
  const { clock, timers, random } = ports;
  const outgoing = createOutgoing(events);
  const pace = createPace(ports);
  const isRevoked = (stationId: string) =>
    (stationId === station.id && parts.isRevoked()) || engine.states.office.stations.some(({ id, revoked }) => id === stationId && revoked);
  const duty = createDuty({ stationId: station.id, standing: () => office.standing(), isRevoked, clock });
  const memory = createMemory(dataDir, clock, log);
  /** Events whose words were not in the vault when they were sent. */
  let missing: readonly SharedEvent[] = [];
  const ending = new AbortController();
  let closed = false;
  const isClosed = () => closed;
  const announce = () => engine.announce(['central']);

  const session = createSessions({ ...parts, signal: ending.signal, whenIdle: () => whenIdle() }, ({ serverId }) => {
    memory.turnTo(serverId);
    missing = memory.now().missing.flatMap(({ origin, originSeq }) => events.sharedAt(origin, originSeq) ?? []);
    step.lose();
  });
  const present = (): Session => {
    const now = session();
    if (now === null) throw new Error('there is no enrolment');
    return now;
  };

  const step = createStep({
    stationId: station.id,
    ...{ events, engine, outgoing, memory, clock, timers, pace, log, isClosed },
    onWentBack: () => sending.forgetTold(),
  });
  const sending = createSending({
    client: { push: (batch) => present().client.push(batch) },
    outgoing,
    compression: ports.background.compression,
    companions: (list) => parts.vault.reading(() => companionsOf({ ...parts, random }, list, present().agencyKey, present().keys.pinKey)),
    told: () =>
      office.standing().holdsLease
        ? { office: officeTold(engine.states), now: queueNow(engine.states, clock.now()) }
        : { office: null, now: null },
    missing: () => missing,
    pace,
    timers,
    onAcknowledged(batch, answer, { late, stillMissing }) {
      // Others may have been added by a batch that was on its way at the same time.
      const looked = new Set(late);
      const others = missing.filter((event) => !looked.has(event));
      missing = [...others, ...stillMissing].slice(-mostMissing);
      const acknowledged = { ...memory.now().acknowledged };
      for (const { origin, originSeq } of batch.events) acknowledged[origin] = Math.max(originSeq, acknowledged[origin] ?? 0);
      step.movedTo(answer.position);
      pace.went();
      attempts.getsOn();
      memory.note({
        acknowledged,
        lastSuccessAt: clock.now(),
        quarantined: answer.quarantinedInAll,
        missing: missing.map(({ origin, originSeq }) => ({ origin, originSeq })),
      });
      announce();
    },
    learn: () => step.learn(present()),
    isClosed: () => closed || !duty.isMine(),
  });

  /** It works by itself: what the others write comes from the server, if it reaches that. */
  const isCutOff = () => office.standing().mode === 'ownOnly' && !isRevoked(station.id);
  const attempts = createAttempts({
    ports,
    log,
    async attempt() {
      const now = session();
      if (now === null || closed || !(duty.isMine() || isCutOff())) return;
      if (!step.isKnown()) await step.learn(now);
      if (isCutOff()) await step.pull(now, 0);
      if (!duty.isMine()) return;
      await sending.run();
      if (parts.sendsFiles) void sendFiles(now);
    },
    onFailure() {
      step.lose();
      pace.failed();
    },
    onChange: announce,
  });
  const whenIdle = async () => {
    while (!isClosed() && outgoing.waiting().events > 0) await new Promise<void>((resolve) => void timers.after(idleLookMs, resolve));
  };
  const files = createFileQueue({ db: parts.db, attachments: parts.attachments, memory, log, onChange: announce });
  let isSendingFiles = false;
  /** Beside everything else: nobody waits for it. */
  const sendFiles = async ({ files: sender }: Session) => {
    if (isSendingFiles || closed) return;
    isSendingFiles = true;
    try {
      await files.send(sender);
    } catch (error) {
      if (!closed) log.error({ err: error }, 'files could not be sent to the central server');
    }
    isSendingFiles = false;
  };
  /** Something is not as it was at the server: the attempts find out, and say what it is. */
  const lookAgain = () => {
    step.lose();
    attempts.soon();
  };

  /** Nothing is asked while the server is not reached: the attempts find out when it is again. */
  const reachable = () => (attempts.problem() === null && !closed ? session() : null);
  const orders = createOrders({
    timers,
    session: reachable,
    mayDecide: () => !closed && duty.isMine() && office.decidesHere('complaint.answer'),
    carryOut: (order, { keys }) => carryOut(parts, keys, order),
    record: (decided) => recordOutcome(parts, decided),
    secured: () => office.secured(),
    send: attempts.now,
    position: step.position,
    onBack: lookAgain,
  });
  const pullNews = async () => {
    const now = reachable();
    if (now === null || !isCutOff() || !step.isKnown()) return false;
    await step.pull(now, askSeconds);
    if (!step.isKnown()) attempts.soon();
    return true;
  };
  const loops = [orders.ask, pullNews].map((ask) => startAskLoop({ timers, random, log, ask, onFailure: lookAgain }));
  const wakeLoops = () => loops.forEach((loop) => loop.wake());

  const stopListening = engine.onCommit(({ events: committed, here, topics }) => {
    // Words that were missing may have come: that is announced without events.
    if (committed.length === 0 && missing.length === 0) return;
    if (here && committed.length > 0) pace.worked();
    if (committed.length > 0 && topics.includes('central')) wakeLoops();
    attempts.soon();
  });
  const stopLooking = timers.every(lookEveryMs, attempts.soon);
  attempts.soon();

  return {
    standing() {
      const now = session();
      const isPusher = now !== null && duty.isMine();
      const { lastSuccessAt, quarantined, wentBack } = memory.now();
      return {
        isPusher,
        pusherStationId: duty.stationId(),
        // What another station has sent is not known here.
        waiting: {
          ...(!isPusher ? nothing : step.isKnown() ? outgoing.waiting() : unsentBy(memory.now().acknowledged, events)),
          files: isPusher && parts.sendsFiles ? files.waiting() : 0,
        },
        lastSuccessAt,
        problem: attempts.problem(),
        clockOffsetMs: Math.round(now?.client.clockOffset() ?? 0),
        quarantined,
        wentBack,
        ordersWaiting: orders.waiting(),
      };
    },
    retry() {
      // Whoever asks wants to see that the server answers, also when nothing waits.
      step.lose();
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
      void session()?.files.close();
      memory.close();
    },
  };
}

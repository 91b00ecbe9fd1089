/** What must hold of an office and its central server, whatever happens to either (RELIABILITY 18–22, 31). */
import type { Host } from '../../../electron/host/startHost.ts';
import type { RecordedEvent } from '../../../electron/host/engine/event.ts';
import { counting } from '../../../electron/host/engine/terms.ts';
import { Broken } from '../broken.ts';
import type { Node } from '../node.ts';
import type { Asked, CentralPeople } from './people.ts';
import type { CentralServer } from './server.ts';

const fail = (invariant: string, detail: string): never => {
  throw new Broken(invariant, detail);
};

/** No command takes longer where there is no server, ms: the lead is given up after ten seconds. Requests to the server hang for thirty. */
const longestAnswerMs = 12_000;

export interface CentralChecks {
  /** A station put events on its disk that it decided itself. */
  decided(host: Host, events: readonly RecordedEvent[]): void;
  /** A command was answered, with no computer stalled meanwhile. */
  answered(method: string, tookMs: number): void;
  afterStep(nodes: readonly Node[]): void;
  /** @param mayLose a person overrode a lead, or revoked a station: what only one disk had may be gone. */
  atTheEnd(hosts: readonly Host[], revoked: ReadonlySet<string>, mayLose: boolean): void;
}

export function createCentralChecks(server: CentralServer, { asked }: Pick<CentralPeople, 'asked'>): CentralChecks {
  return {
    decided(host, events) {
      for (const event of events) {
        if (event.type !== 'orderDecided.v1' && !asked.has(event.commandId)) continue;
        const { mode } = host.services.office.standing();
        if (mode !== 'lead' && mode !== 'alone') fail('orderByLead', `${event.type} at ${host.services.station.letter} (${mode})`);
        onceHere(host, event);
      }
    },
    answered(method, tookMs) {
      if (tookMs > longestAnswerMs) fail('serverNotWaitedFor', `${method} took ${tookMs} ms`);
    },
    afterStep(nodes) {
      for (const { host } of nodes) if (host !== null) acknowledgedIsThere(host, server);
    },
    atTheEnd(hosts, revoked, mayLose) {
      const [first] = hosts;
      if (first === undefined) throw new Error('no station is left');
      hasEverything(first, server, revoked);
      const twice = new Set(server.events.map(({ event }) => event.id)).size - server.events.length;
      if (twice !== 0) fail('noEventTwice', `${-twice} events are on the server twice`);
      const aside = server.setAside[0];
      if (aside !== undefined)
        fail('nothingSetAside', `${aside.reason}: ${aside.event.type} ${aside.event.originSeq} of ${aside.event.origin}`);
      const effects = effectsOf(first);
      for (const one of asked.values()) orderHasItsEffect(one, effects, server, mayLose);
      nothingWaits(hosts);
    },
  };
}

/** What a station has of an order, it does not do again. */
function onceHere({ services: { db, station } }: Host, { type, commandId, origin, originSeq }: RecordedEvent): void {
  const before = db
    .prepare<[string, string, string, number], { origin: string }>(
      'SELECT origin FROM event WHERE command_id = ? AND type = ? AND NOT (origin = ? AND origin_seq = ?)',
    )
    .get(commandId, type, origin, originSeq);
  if (before !== undefined) fail('orderOnce', `${type} of ${commandId} again at ${station.letter}, which had it`);
}

/** Who says that nothing waits has been told that everything is on the server. */
function acknowledgedIsThere({ services: { central, events, station } }: Host, server: CentralServer): void {
  const { isPusher, waiting } = central.standing();
  if (!isPusher || waiting.events > 0) return;
  const behind = events.heads().find(({ origin, originSeq }) => server.everHad(origin) < originSeq);
  if (behind !== undefined)
    fail(
      'acknowledgedIsThere',
      `${station.letter}: ${behind.originSeq} of ${behind.origin}, the server had ${server.everHad(behind.origin)}`,
    );
}

function hasEverything({ services: { events } }: Host, server: CentralServer, revoked: ReadonlySet<string>): void {
  const here = events.heads();
  for (const { origin, originSeq, hash } of here) {
    const there = server.heads.get(origin);
    if (there?.originSeq === originSeq && there.hash.toString('hex') === hash) continue;
    // What a revoked station told the server alone is there and nowhere else.
    if (revoked.has(origin) && (there?.originSeq ?? 0) > originSeq) continue;
    fail('centralHasEverything', `${originSeq} of ${origin}, the server has ${there?.originSeq ?? 0}`);
  }
  const known = new Set(here.map(({ origin }) => origin));
  const strange = [...server.heads.keys()].find((origin) => !known.has(origin) && !revoked.has(origin));
  if (strange !== undefined) fail('centralHasEverything', `the office has nothing of ${strange}`);
}

interface Effect {
  readonly type: string;
  readonly origin: string;
  readonly stream: string;
  readonly commandId: string;
  readonly data: string;
  readonly counts: 0 | 1;
}

const effectsOf = ({ services: { db } }: Host): readonly Effect[] =>
  db
    .prepare<[], Effect>(
      `SELECT type, origin, stream, command_id AS commandId, data, ${counting} AS counts FROM event
       WHERE (stream = 'central' OR stream LIKE 'complaint/%') AND actor LIKE 'central:%'`,
    )
    .all();

/** Every order has an outcome on the server, and what it did stands in the office once. */
function orderHasItsEffect({ orderId, kind, mark }: Asked, all: readonly Effect[], server: CentralServer, mayLose: boolean): void {
  const aboutIt = all.filter(({ data }) => data.includes(mark) || data.includes(orderId));
  const effects = aboutIt.filter(({ type }) => type !== 'orderDecided.v1');
  const thatCount = effects.filter(({ counts }) => counts === 1);
  const told = `${kind} ${orderId} (${aboutIt.map(({ type, origin, counts }) => `${type} by ${origin}${counts === 1 ? '' : ' left out'}`).join(', ')})`;
  const origins = new Set(thatCount.map(({ origin }) => origin));
  // Two leads that did not know of each other may both have written it beside a complaint; nobody loses by it.
  const isTwice = thatCount.length > 1 && (origins.size < thatCount.length || thatCount.some(({ stream }) => stream === 'central'));
  if (isTwice) fail('orderOnce', `${told} has ${thatCount.length} effects by ${origins.size} stations`);
  const order = server.orders.get(orderId);
  if (order === undefined) return;
  if (order.outcome === null) return fail('orderDecided', `${told} has no outcome`);
  if (mayLose) return;
  if (order.outcome === 'done' && thatCount.length === 0) fail('orderKept', `${told} is done, and nothing of it counts`);
  if (order.outcome !== 'done' && thatCount.length > 0) fail('orderKept', `${told} is ${order.outcome}, and it was done`);
}

function nothingWaits(hosts: readonly Host[]): void {
  const pushers = hosts.filter(({ services }) => services.central.standing().isPusher);
  if (pushers.length !== 1) fail('serverNothingWaits', `${pushers.length} stations send`);
  for (const { services } of pushers) {
    const { waiting, problem, ordersWaiting } = services.central.standing();
    if (waiting.events > 0 || problem !== null || ordersWaiting > 0)
      fail('serverNothingWaits', `${waiting.events} events, ${ordersWaiting} orders, ${problem?.failure ?? 'no problem'}`);
  }
}

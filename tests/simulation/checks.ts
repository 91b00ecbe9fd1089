/** What must hold, whatever happens (RELIABILITY 18–22 and the list). Each check throws with what it found. */
import { AttachmentDamagedError } from '../../electron/host/complaints/attachments.ts';
import { counting } from '../../electron/host/engine/terms.ts';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import type { TicketCalled } from '../../shared/domain/queue/events.ts';
import type { BranchMerged } from '../../shared/domain/queue/mergeEvents.ts';
import { allTickets, ticketById } from '../../shared/domain/queue/state.ts';
import type { Host } from '../../electron/host/startHost.ts';
import { validTerms } from '../../shared/domain/lead/terms.ts';
import type { LeadAppointed } from '../../shared/domain/lead/events.ts';
import type { Answer } from '../../shared/rpc/protocol.ts';
import { copyOf } from '../fixtures/copyOf.ts';
import { queueProblems } from '../fixtures/queueProblems.ts';
import { Broken } from './broken.ts';
import { unfairness } from './fairness.ts';
import type { Node } from './node.ts';

const fail = (invariant: string, detail: string): never => {
  throw new Broken(invariant, detail);
};

/** What people were told is done. */
export interface Acknowledged {
  /** By the id of the thing, its number if it has one. */
  readonly tickets: Map<string, string>;
  readonly complaints: Map<string, string>;
  readonly documents: Map<string, string>;
  readonly incidents: Map<string, string>;
  readonly alarms: Map<string, string>;
}

/** What was asked again, with the answer that its window had got. */
export interface Repeated {
  readonly method: string;
  readonly first: Answer;
  readonly second: Answer;
}

export interface Checks {
  readonly acknowledged: Acknowledged;
  /** Who was told so at a station. */
  note(kind: keyof Acknowledged, id: string, number: string, stationId: string): void;
  /** The station was revoked. */
  forget(stationId: string): void;
  /** A number was given out, by the event that gave it. */
  numberGiven(series: string, number: string, ownerId: string): void;
  /** A station is revoked for good: what only its disk had is gone. */
  revoked: boolean;
  /** An event that a station decided for a command was put on a computer's disk. */
  stored(computer: string, origin: string, commandId: string): void;
  /** A person is told at a station, which is up, that her command is done. */
  told(at: Node, commandId: string, nodes: readonly Node[]): void;
  /** Somebody asked a station for it. */
  asked(commandId: string, stationId: string): void;
  /** A counter lets a visitor go. */
  letGo(commandId: string, data: { readonly ticketId: string; readonly counterId: string | null }): void;
  /** A visitor was called at a station. */
  called(host: Host, stream: string, commandId: string, data: TicketCalled): void;
  /** A station begins a term. */
  begins(host: Host, appointed: LeadAppointed): void;
  answersAlike(repeated: Repeated): void;
  /** A person overrode: from here on two counters may hold one visitor. */
  overridden: boolean;
  afterStep(nodes: readonly Node[]): void;
  /** A station reads what it was told is done. */
  readsItsWrites(host: Host, kind: 'ticket' | 'complaint', id: string): void;
  afterRestart(host: Host): void;
  atTheEnd(nodes: readonly Node[]): void;
}

export function createChecks(): Checks {
  const acknowledged: Acknowledged = {
    tickets: new Map(),
    complaints: new Map(),
    documents: new Map(),
    incidents: new Map(),
    alarms: new Map(),
  };
  const numbers = new Map<string, string>();
  const toldAt = new Map<string, string>();
  let looked = 0;
  /** Computers that have what was decided, by command and by the station that decided it. */
  const disks = new Map<string, Map<string, Set<string>>>();
  /** Decisions that were on two disks when a person was told of them. */
  const safe = new Set<string>();
  const checked = new WeakMap<Host, unknown>();
  const gone = new Set<string>();
  const unanswered = new Map<string, string>();
  /** Which run of which station called which visitor of the main line, by command. */
  const callers = new Map<string, { readonly host: Host; readonly ticketId: string }>();
  /** By ticket: the last counter that let it go. */
  const freed = new Map<string, { readonly commandId: string; readonly counterId: string | null }>();
  /**
   * It sent the visitor on, and is cut off before it hears that the lead did so: on its screen she is still there. Nobody calls her to
   * two counters by that.
   */
  const hasAskedToLetGo = (stationId: string, ticketId: string, counterId: string) => {
    const last = freed.get(ticketId);
    return last?.counterId === counterId && unanswered.get(last.commandId) === stationId;
  };
  const checks: Checks = {
    acknowledged,
    overridden: false,
    revoked: false,
    note(kind, id, number, stationId) {
      // Its answer was on the way when it was revoked.
      if (gone.has(stationId)) return;
      acknowledged[kind].set(id, number);
      toldAt.set(id, stationId);
    },
    forget(stationId) {
      checks.revoked = true;
      gone.add(stationId);
      for (const [id, at] of toldAt) if (at === stationId) for (const kind of Object.values(acknowledged)) kind.delete(id);
    },
    numberGiven(series, number, ownerId) {
      const key = `${series} ${number}`;
      const before = numbers.get(key);
      if (before !== undefined && before !== ownerId) fail('noNumberTwice', `${key} for ${before} and ${ownerId}`);
      numbers.set(key, ownerId);
    },
    stored(computer, origin, commandId) {
      const byOrigin = disks.get(commandId) ?? new Map<string, Set<string>>();
      disks.set(commandId, byOrigin.set(origin, (byOrigin.get(origin) ?? new Set()).add(computer)));
    },
    asked: (commandId, stationId) => void unanswered.set(commandId, stationId),
    letGo: (commandId, { ticketId, counterId }) => void freed.set(ticketId, { commandId, counterId }),
    told({ host, machine }, commandId, nodes) {
      unanswered.delete(commandId);
      // The lead may have decided it before the cable was cut, and the cut-off station again: one is told of what is here.
      for (const [origin, computers] of disks.get(commandId) ?? []) {
        if (!computers.has(machine.dataDir)) continue;
        // Nobody is told of what a station files as left out, yet it has it.
        if (host !== null && computers.size === 1 && nodes.filter((node) => holds(node, origin, commandId)).length < 2) {
          if (host.services.office.standing().peers.length > 0)
            fail('secondDisk', `${commandId} is on one disk only, at ${host.services.station.letter}, which reaches others`);
          const call = callers.get(commandId);
          // One who is served already is at the counter: that call cannot be taken back any more.
          if (call?.host === host && isCalled(host, call.ticketId) && !checks.overridden && isBound(host))
            fail('callKnown', `${commandId} called a visitor, and only ${host.services.station.letter} knows of it`);
        }
        if (computers.size > 1) safe.add(decision(origin, commandId));
      }
    },
    called(host, stream, commandId, data) {
      if (!stream.includes('@')) callers.set(commandId, { host, ticketId: data.ticketId });
      const wrong = unfairness(host, stream, data);
      if (wrong !== null) fail('fair', wrong);
    },
    begins({ services: { events, station } }, { before, cut }) {
      if (cut > 0 && events.seqOf(before, cut) === null)
        fail('cutKnown', `${station.letter} lets ${cut} events of ${before} count and has not all of them`);
    },
    answersAlike({ method, first, second }) {
      // Who cannot be reached may have decided; who said that it did says it again.
      if (first.kind !== 'done' || second.kind === 'failed') return;
      const [one, other] = [JSON.stringify(first), JSON.stringify(second)];
      if (one !== other) fail('sameAnswer', `${method}: ${one} and then ${other}`);
    },
    afterStep(nodes) {
      if (!checks.overridden) {
        atOneCounter(nodes, hasAskedToLetGo);
        oneLead(nodes);
      }
      for (const { host } of nodes) {
        if (host === null || checked.get(host) === host.engine.states.queue) continue;
        checked.set(host, host.engine.states.queue);
        if ((looked += 1) % 4 !== 0) continue;
        const problems = queueProblems(host.engine.states.queue);
        if (problems.length > 0) {
          const { mode } = host.services.office.standing();
          const inBase = queueProblems(host.engine.base('queue')).length;
          fail(
            'queueSound',
            `${mode} ${host.services.station.letter}, ${host.engine.branch('queue').length} of a branch, ${inBase} in the base: ${problems.slice(0, 3).join('; ')}`,
          );
        }
      }
    },
    readsItsWrites(host, kind, id) {
      // Of two leads one is left out, with what it told people, until its successor has merged it.
      if (checks.overridden) return;
      const isThere =
        kind === 'ticket'
          ? ticketById(host.engine.states.queue, id) !== undefined ||
            // Of a day that is over by the time that the answer comes: the office's, or one that this station had by itself.
            host.engine
              .branch('queue')
              .some(({ type, data }) => type === 'ticketIssued.v1' && (data as { ticketId: string }).ticketId === id) ||
            host.services.db.prepare('SELECT 1 FROM ticket WHERE id = ?').get(id) !== undefined
          : host.services.db.prepare('SELECT 1 FROM complaint WHERE complaint_id = ?').get(id) !== undefined;
      if (!isThere) {
        const { mode } = host.services.office.standing();
        fail(
          'readYourWrites',
          `${kind} ${id} is not at the station that was told so (${mode}, ${host.engine.branch('queue').length} of a branch)`,
        );
      }
    },
    afterRestart: chainHolds,
    atTheEnd(nodes) {
      const [first, ...others] = nodes.flatMap(({ host }) => (host === null ? [] : [host]));
      if (first === undefined) throw new Error('no station is left');
      for (const host of [first, ...others]) nothingPends(host);
      const copy = copyOf(first);
      for (const other of others) {
        const theirs = copyOf(other);
        const different = Object.keys(copy).filter((name) => copy[name] !== theirs[name]);
        if (different.length > 0)
          fail('copiesAlike', different.map((name) => `${name}: ${firstDifference(copy[name], theirs[name])}`).join(', '));
      }
      for (const host of [first, ...others]) {
        chainHolds(host);
        termsHold(host);
        causesFirst(host);
        mergedOnce(host);
        if (!checks.overridden && !checks.revoked) toldCounts(host, safe);
        const calls = new Set(host.alarm.history(10_000).map(({ alarmId }) => alarmId));
        for (const alarmId of acknowledged.alarms.keys()) if (!calls.has(alarmId)) fail('nothingLost', `alarm ${alarmId}`);
      }
      nothingLost(first, acknowledged);
      filesEverywhere([first, ...others]);
    },
  };
  return checks;
}

/** No visitor at two counters that are worked on now: those of the lead's queue, and those of stations that work by themselves. */
function atOneCounter(nodes: readonly Node[], hasAskedToLetGo: (stationId: string, ticketId: string, counterId: string) => boolean): void {
  const held = new Map<string, string>();
  for (const { host, id } of nodes) {
    if (host === null) continue;
    const { mode } = host.services.office.standing();
    const queue = mode === 'ownOnly' ? host.engine.states.queue : mode === 'lead' || mode === 'alone' ? host.engine.base('queue') : null;
    if (queue === null) continue;
    for (const desk of Object.values(queue.desks)) {
      if (mode === 'ownOnly' && desk.stationId !== id) continue;
      for (const ticketId of desk.currentId === null ? desk.heldIds : [desk.currentId, ...desk.heldIds]) {
        if (mode === 'ownOnly' && hasAskedToLetGo(id, ticketId, desk.counterId)) continue;
        const before = held.get(ticketId);
        if (before !== undefined && before !== desk.counterId) fail('oneCounter', `${ticketId} is at ${before} and at ${desk.counterId}`);
        held.set(ticketId, desk.counterId);
      }
    }
  }
}

/** As people at the station see it: with what it decided by itself. */
const isCalled = ({ engine }: Host, ticketId: string): boolean =>
  [...allTickets(engine.states.queue)].some(({ id, status }) => id === ticketId && status === 'called');

/** It leads others, and no person said that it goes on without them. */
function isBound({ services: { office } }: Host): boolean {
  const { isKept, stationIds } = office.standing();
  return !isKept && stationIds.length > 1;
}

/** A command that was asked of two stations was decided twice. */
const decision = (origin: string, commandId: string) => `${origin} ${commandId}`;

const holds = ({ host }: Node, origin: string, commandId: string): boolean =>
  host?.services.db.prepare('SELECT 1 FROM event WHERE origin = ? AND command_id = ?').get(origin, commandId) !== undefined;

/** Two that decide as the lead at once are two queues. */
function oneLead(nodes: readonly Node[]): void {
  const leads = nodes.filter(({ host }) => host?.services.office.standing().mode === 'lead');
  if (leads.length > 1)
    fail('oneLead', leads.map(({ host }) => `${host?.services.station.letter} ${host?.engine.states.lead.term}`).join(' and '));
}

/** What a station decided has a greater id than all that it knew by then. */
function causesFirst({ services: { db, station } }: Host): void {
  const early = db
    .prepare<[string], { type: string; origin_seq: number }>(
      `SELECT type, origin_seq FROM (SELECT type, origin, origin_seq, id, max(id) OVER (ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
       FROM event) WHERE origin = ? AND id < before LIMIT 1`,
    )
    .get(station.id);
  if (early !== undefined) fail('causesFirst', `${early.type} ${early.origin_seq} of ${station.letter}`);
}

/** Nothing of a branch is taken in twice. */
function mergedOnce({ services: { db } }: Host): void {
  const upTo = new Map<string, number>();
  const merges = db
    .prepare<[], { data: string }>(`SELECT data FROM event WHERE type = 'branchMerged.v1' AND ${counting} ORDER BY id`)
    .all()
    .map(({ data }) => JSON.parse(data) as BranchMerged);
  for (const { date, stationId, from, to } of merges) {
    const key = `${date} ${stationId}`;
    if (from <= (upTo.get(key) ?? 0)) fail('mergedOnce', `${key} from ${from}, merged up to ${upTo.get(key)} before`);
    upTo.set(key, to);
  }
}

/** Without an override, no new lead leaves out what two disks had when a person was told of it. */
function toldCounts({ services: { db } }: Host, safe: ReadonlySet<string>): void {
  const lost = db
    .prepare<[], { type: string; origin: string; command_id: string }>(
      'SELECT type, origin, command_id FROM left_out JOIN event USING (origin, origin_seq)',
    )
    .all()
    .find(({ origin, command_id: commandId }) => safe.has(decision(origin, commandId)));
  if (lost !== undefined) fail('toldCounts', `${lost.type} of ${lost.command_id} is left out`);
}

function chainHolds(host: Host): void {
  const { fault } = verifyChain(host.services.db);
  if (fault !== null) fail('chainValid', JSON.stringify(fault));
}

/** Whatever counts was decided in a term that leads up to the newest. */
function termsHold({ services: { db } }: Host): void {
  const appointments = db
    .prepare<[], { data: string }>("SELECT data FROM event WHERE stream = 'lead' AND type = 'leadAppointed.v1'")
    .all()
    .map(({ data }) => JSON.parse(data) as LeadAppointed);
  const valid = validTerms(appointments);
  const counted = db
    .prepare<[], { term: number; origin_seq: number }>(
      `SELECT term, origin_seq FROM event WHERE (stream IN ('office', 'lead') OR (stream LIKE 'queue/%' AND stream NOT LIKE '%@%'))
       AND NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.origin = event.origin AND left_out.origin_seq = event.origin_seq)`,
    )
    .all();
  const stale = counted.find(({ term, origin_seq: n }) => n > (valid.get(term) ?? 0));
  if (stale !== undefined) fail('staleTermRefused', JSON.stringify(stale));
}

function nothingPends({ services, engine }: Host): void {
  const { peers, mode } = services.office.standing();
  const branch = engine.branch('queue');
  if (branch.length > 0) {
    const { day, merged } = engine.base('queue');
    const events = branch.map(({ type, originSeq, stream }) => `${stream.slice(6, 16)} ${originSeq} ${type}`).join(', ');
    fail(
      'nothingPends',
      `${mode} at ${services.station.letter}: a branch is not merged on ${JSON.stringify(day)} up to ${merged[services.station.id]}: ${events}`,
    );
  }
  const behind = peers.filter(({ isLevel }) => !isLevel);
  if (behind.length > 0 || mode === 'ownOnly' || mode === 'waiting') fail('nothingPends', `${mode}, ${behind.length} behind`);
}

/** What people were told is done is in the office's history; a number that could not be kept is named in a notice. */
function nothingLost({ services: { db }, engine }: Host, { tickets, complaints, documents, incidents }: Acknowledged): void {
  const has = (sql: string, id: string) => db.prepare(sql).get(id) !== undefined;
  const told = JSON.stringify([
    ...db
      .prepare<[], { data: string }>("SELECT data FROM event WHERE type = 'branchMerged.v1'")
      .all()
      .map(({ data }) => data),
  ]);
  for (const [id, number] of tickets)
    if (!has('SELECT 1 FROM ticket WHERE id = ?', id) && !told.includes(number)) fail('nothingLost', `ticket ${number}`);
  for (const [id, number] of complaints)
    if (!has('SELECT 1 FROM complaint WHERE complaint_id = ?', id)) fail('nothingLost', `complaint ${number}`);
  for (const [id, number] of documents)
    if (!has('SELECT 1 FROM document WHERE document_id = ?', id)) fail('nothingLost', `document ${number}`);
  for (const id of incidents.keys()) if (!has('SELECT 1 FROM incident WHERE incident_id = ?', id)) fail('nothingLost', `incident ${id}`);
  const waiting = [...allTickets(engine.states.queue)].filter(({ status, branch }) => status === 'waiting' && branch !== null);
  if (waiting.length > 0) fail('nothingPends', `${waiting.length} tickets wait in a branch`);
}

/** A file of a complaint that one station has whole, all have. Of a station that was revoked meanwhile it may be gone with it. */
function filesEverywhere(hosts: readonly Host[]): void {
  const attached = hosts[0]?.services.db.prepare<[], { id: string }>('SELECT attachment_id AS id FROM complaint_attachment').all() ?? [];
  for (const { id } of attached) {
    const without = hosts.filter((host) => !opens(host, id));
    if (without.length > 0 && without.length < hosts.length)
      fail('filesEverywhere', `${id} is missing at ${without.map(({ services }) => services.station.letter).join(', ')}`);
  }
}

function opens({ services: { attachments } }: Host, attachmentId: string): boolean {
  try {
    return attachments.read(attachmentId) !== null;
  } catch (error) {
    if (error instanceof AttachmentDamagedError) return false;
    throw error;
  }
}

/** Where two texts part, for the story of a failure. */
function firstDifference(a: unknown, b: unknown): string {
  const [one, other] = [String(a), String(b)];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return `${one.slice(Math.max(0, at - 60), at + 60)} | ${other.slice(Math.max(0, at - 60), at + 60)}`;
}

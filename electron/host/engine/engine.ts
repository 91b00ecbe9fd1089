/**
 * The heart of a station (DESIGN decision 3). One command runs as one SQLite transaction:
 *
 *   receipt of this commandId?  → the first answer again
 *   decide (pure)               → a refusal, or events
 *   append events, apply state tables, store the receipt
 *   commit (fsync)              → only now the answer leaves, the in-memory state moves on and listeners hear of it
 *
 * Invariant: in-memory states always equal the fold of what is committed. Nothing is adopted before the commit.
 */
import type { Actor, NewEvent } from '../../../shared/domain/decider.ts';
import type { Topic } from '../../../shared/rpc/define.ts';
import type { OwnOnly } from '../../../shared/domain/queue/commands.ts';
import type { Answer } from '../../../shared/rpc/protocol.ts';
import type { CallerRole } from '../../../shared/rpc/roles.ts';
import type { Writer } from '../database/open.ts';
import type { Ports } from '../ports.ts';
import { createDisorder, streamInTables } from '../state/disorder.ts';
import type { ApplyEvent, StateTable } from '../state/stateTable.ts';
import type { AnyArea, Command, DecideContext } from './areas.ts';
import { actorToText, type RecordedEvent } from './event.ts';
import { createFolding, type Fold } from './fold.ts';
import type { EventStore, Station } from './eventStore.ts';
import type { SharedEvent, SharedReceipt } from './sharedEvent.ts';

export interface CommandRequest extends Command {
  /** The station whose window it came from; left out: this one. */
  readonly stationId?: string | undefined;
  readonly commandId: string;
  readonly actor: Actor;
  readonly roles: readonly CallerRole[];
}

export interface Commit {
  readonly events: readonly RecordedEvent[];
  readonly topics: readonly Topic[];
  /** Whether the events were decided here; what was adopted has had its side effects where it was decided. */
  readonly here: boolean;
}

export interface Engine<States> {
  /** Decides, stores and answers. @throws I/O errors of the database; then nothing happened. */
  execute(request: CommandRequest): Answer;
  /**
   * Takes over events of other stations: verified, stored, applied and committed together, in the order given, which must be one
   * in which causes come first. What is here already is passed over.
   * @returns how many were new. @throws ForkedChainError, GapInChainError, BrokenChainError, I/O errors; then nothing happened.
   */
  adopt(shared: readonly SharedEvent[], receipts: readonly SharedReceipt[]): number;
  /** The answers given to these commands, for the station that will answer them if they are repeated there. */
  receiptsOf(commandIds: readonly string[]): readonly SharedReceipt[];
  /** The stored answer of a command, if it was executed before. */
  receipt(commandId: string, method: string, actor: Actor): Answer | null;
  /** Current states of the folded areas, as people here see them. */
  readonly states: Readonly<States>;
  /** The state of a folded area as every copy of the office has it, without what this station decided by itself meanwhile. */
  base<Name extends keyof States & string>(name: Name): States[Name];
  /** What this station decided by itself in an area and is not merged yet. */
  branch(name: keyof States & string): readonly RecordedEvent[];
  /** Called after each commit, in order, with everything in it. Returns how to stop. */
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Tells screens that something outside the event table changed. */
  announce(topics: readonly Topic[]): void;
}

export interface EngineParts {
  readonly db: Writer;
  readonly events: EventStore;
  readonly station: Station;
  readonly ports: Ports;
  readonly areas: readonly AnyArea[];
  readonly tables: readonly StateTable[];
  /** While this station decides without the lead; default: never. */
  readonly ownOnly?: () => OwnOnly | null;
  /** A listener threw: a bug, to be logged. The commit stands. */
  readonly onListenerError: (error: unknown) => void;
}

/** A `commandId` came again with another method or from somebody else; it gets no answer of the first one. */
export class CommandIdReusedError extends Error {
  override readonly name = 'CommandIdReusedError';
}

export function createEngine<States>(parts: EngineParts): Engine<States> {
  const { db, events, station, ports, areas } = parts;
  const areaOf = new Map(areas.flatMap((area) => area.methods.map((method) => [method, area] as const)));
  const applies: readonly ApplyEvent[] = parts.tables.map((table) => table.prepare(db));
  /** Of tables that are never made anew for one stream. */
  const lasting = parts.tables.flatMap((table, index) => (table.forget === undefined ? (applies[index] ?? []) : []));
  const disorder = createDisorder(db, parts.tables);
  const foldings = new Map(
    areas.filter(({ source }) => source.kind === 'folded').map((area) => [area.name, createFolding(area, events, db, station.id)] as const),
  );
  const folds = new Map([...foldings].map(([name, folding]) => [name, folding.fromTable()] as const));
  const states: Record<string, unknown> = Object.fromEntries([...folds].map(([name, { view }]) => [name, view]));
  /** After a commit, never before. */
  const keep = (changed: ReadonlyMap<string, Fold>) => {
    for (const [name, fold] of changed) {
      folds.set(name, fold);
      states[name] = fold.view;
    }
  };
  const listeners = new Set<(commit: Commit) => void>();

  const selectReceipt = db.prepare<[string], { method: string; actor: string; answer: string }>(
    'SELECT method, actor, answer FROM command_receipt WHERE command_id = ?',
  );
  const adoptReceipt = db.prepare('INSERT OR IGNORE INTO command_receipt (command_id, method, actor, at, answer) VALUES (?, ?, ?, ?, ?)');
  const selectShared = db.prepare<[string], SharedReceipt>(
    'SELECT command_id AS commandId, method, actor, at, answer FROM command_receipt WHERE command_id = ?',
  );
  const insertReceipt = db.prepare('INSERT INTO command_receipt (command_id, method, actor, at, answer) VALUES (?, ?, ?, ?, ?)');

  const receipt = (commandId: string, method: string, actor: Actor): Answer | null => {
    const row = selectReceipt.get(commandId);
    if (row === undefined) return null;
    if (row.method !== method || row.actor !== actorToText(actor)) throw new CommandIdReusedError(`commandId ${commandId} was used before`);
    return JSON.parse(row.answer) as Answer;
  };

  // A listener may execute a command itself; the others still hear of the commits in their order.
  const unheard: Commit[] = [];
  let telling = false;
  const notify = (commit: Commit) => {
    unheard.push(commit);
    if (telling) return;
    telling = true;
    for (let next = unheard.shift(); next !== undefined; next = unheard.shift()) tell(next);
    telling = false;
  };
  const tell = (commit: Commit) => {
    for (const listener of listeners) {
      try {
        listener(commit);
      } catch (error) {
        parts.onListenerError(error);
      }
    }
  };

  const decideAndStore = (request: CommandRequest, area: AnyArea) => {
    const ownOnly = parts.ownOnly?.() ?? null;
    const context: DecideContext<States> = {
      now: ports.clock.now(),
      // Where the person stands; the letter is that of the station that decides.
      station: { ...station, id: request.stationId ?? station.id },
      ownOnly,
      actor: request.actor,
      roles: request.roles,
      states: states as States,
      history: (stream) => events.ofStream(stream),
    };
    let fold = folds.get(area.name);
    const folding = foldings.get(area.name);
    const before: unknown = area.source.kind === 'loaded' ? area.source.load(db, request) : ownOnly === null ? fold?.base : fold?.view;
    const decided = area.decider.decide(request, before, context);
    let recorded: readonly RecordedEvent[] = [];
    let after = before;
    let answer: Answer;
    if (decided.ok) {
      const stream = area.streamFor(request, before, context);
      recorded = events.append({
        stream,
        events: decided.value as readonly NewEvent[],
        at: context.now,
        actor: request.actor,
        commandId: request.commandId,
      });
      for (const event of recorded) {
        for (const apply of applies) apply(event);
        after = area.decider.evolve(after, event);
        if (folding !== undefined && fold !== undefined)
          fold = area.owns(event.stream) ? folding.withMain(fold, event) : folding.withBranch(fold, event);
      }
      answer = { kind: 'done', output: area.reply(request, decided.value, before, after, context) };
    } else {
      answer = { kind: 'refused', refusal: decided.error };
    }
    insertReceipt.run(request.commandId, request.method, actorToText(request.actor), context.now, JSON.stringify(answer));
    const changed = new Map(fold === undefined ? [] : [[area.name, fold] as const]);
    return { answer, recorded, changed: new Map([...changed, ...makeAnew(events.takeUnmade())]) };
  };
  const inTransaction = db.transaction(decideAndStore);

  /** After a new term: tables and states of the streams that lost or won events by it. */
  const makeAnew = (unmade: readonly string[]) => {
    for (const stream of unmade) disorder.mend(stream);
    const touched = areas.filter((area) => unmade.some((stream) => area.owns(stream)));
    const made = touched.flatMap(({ name }) => {
      const folding = foldings.get(name);
      return folding === undefined ? [] : [[name, folding.fromTable()] as const];
    });
    return new Map(made);
  };

  const areaOfStream = (stream: string) => areas.find((area) => area.owns(stream));
  const adoptAndStore = (shared: readonly SharedEvent[], receipts: readonly SharedReceipt[]) => {
    const { events: adopted, leftOut } = events.adopt(shared);
    const unmade = events.takeUnmade();
    const isMadeAnew = (stream: string) => unmade.includes(stream);
    const changed = new Map<string, Fold>();
    const newIn = new Map<string, RecordedEvent[]>();
    for (const event of adopted) {
      // What is made anew at the end takes in all of it then.
      if (isMadeAnew(streamInTables(event))) for (const apply of lasting) apply(event);
      else {
        const fresh = newIn.get(event.stream);
        if (fresh === undefined) newIn.set(event.stream, [event]);
        else fresh.push(event);
        for (const apply of applies) apply(event);
      }
      const area = areaOfStream(event.stream);
      const folding = area === undefined || unmade.some((stream) => area.owns(stream)) ? undefined : foldings.get(area.name);
      const fold = area === undefined ? undefined : (changed.get(area.name) ?? folds.get(area.name));
      if (area !== undefined && folding !== undefined && fold !== undefined) changed.set(area.name, folding.withMain(fold, event));
    }
    for (const [stream, fresh] of newIn) if (disorder.isIn(stream, fresh)) disorder.mend(stream);
    for (const { commandId, method, actor, at, answer } of receipts) adoptReceipt.run(commandId, method, actor, at, answer);
    return { adopted, leftOut, unmade, changed: new Map([...changed, ...makeAnew(unmade)]) };
  };
  const adoptInTransaction = db.transaction(adoptAndStore);

  return {
    states: states as States,
    branch: (name) => folds.get(name)?.branch ?? [],
    base: (name) => folds.get(name)?.base as States[typeof name],
    receipt,
    execute(request) {
      const first = receipt(request.commandId, request.method, request.actor);
      if (first !== null) return first;
      const area = areaOf.get(request.method);
      if (area === undefined) throw new Error(`No area decides ${request.method}`);
      let outcome;
      try {
        outcome = inTransaction.immediate(request, area);
      } catch (error) {
        events.forgetHead();
        throw error;
      }
      keep(outcome.changed);
      if (outcome.recorded.length > 0) notify({ events: outcome.recorded, topics: area.topics, here: true });
      return outcome.answer;
    },
    adopt(shared, receipts) {
      let outcome;
      try {
        outcome = adoptInTransaction.immediate(shared, receipts);
      } catch (error) {
        events.forgetHead();
        throw error;
      }
      keep(outcome.changed);
      const { adopted, leftOut, unmade } = outcome;
      const touched = new Set([...adopted.map(({ stream }) => stream), ...unmade].flatMap((stream) => areaOfStream(stream)?.topics ?? []));
      if (adopted.length + leftOut > 0) notify({ events: adopted, topics: [...touched], here: false });
      return adopted.length + leftOut;
    },
    receiptsOf: (commandIds) => commandIds.flatMap((commandId) => selectShared.get(commandId) ?? []),
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce: (topics) => notify({ events: [], topics, here: true }),
  };
}

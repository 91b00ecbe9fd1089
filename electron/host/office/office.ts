/**
 * This station among the others of its office (decision 0016): whose copy has what, who decides, and how a command gets to
 * the one who does. What can be trusted is the links' matter; here every connected station is one of the office.
 */
import type { Logger } from 'pino';
import type { Actor } from '../../../shared/domain/decider.ts';
import type { LeadState } from '../../../shared/domain/lead/lead.ts';
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Answer, Transport } from '../../../shared/rpc/protocol.ts';
import type { Writer } from '../database/open.ts';
import type { OwnOnly } from '../../../shared/domain/queue/commands.ts';
import type { QueueState } from '../../../shared/domain/queue/state.ts';
import type { Commit, Engine } from '../engine/engine.ts';
import type { EventStore, Station } from '../engine/eventStore.ts';
import type { SealedFiles } from '../complaints/sealedFiles.ts';
import type { Ports } from '../ports.ts';
import { storageProblem } from '../storageProblem.ts';
import type { Erasure } from '../vault/erasures.ts';
import type { Vault } from '../vault/vault.ts';
import { createBranches } from './branches.ts';
import { createCopy } from './copies.ts';
import { isDecidedByLead } from './decidedByLead.ts';
import { createFiles, type Files, type FilesStanding } from './files/files.ts';
import { createForwarding, type ForwardedCall } from './forwarding.ts';
import { createDoubt, createHandOver } from './handOver.ts';
import { createLeftOutChanges } from './leftOutChanges.ts';
import { createLeading, type Mode, type Place } from './leading.ts';
import { beatEveryMs } from './lease.ts';
import { createModeWatch } from './modeWatch.ts';
import { type CopyProblem, type LeadOutcome, officeMessage, type OfficeMessage, type StationStanding } from './messages.ts';
import { createPeers, type Peer } from './peers.ts';
import { createPromotion } from './promotion.ts';
import { createSecuring } from './securing.ts';
import { createStarting } from './starting.ts';

export type { FilesStanding, ForwardedCall, LeadOutcome, Mode, StationStanding };

type Person = Exclude<Actor, { kind: 'system' }>;

export interface OfficeStanding {
  readonly mode: Mode;
  /** `null`: not known yet, as at a station that has just joined. */
  readonly leadId: string | null;
  readonly term: number;
  /** A lead that goes on without a lease because a person said so. */
  readonly isKept: boolean;
  /** While it works by itself: since when by the wall clock, ms. */
  readonly cutOffSince: number | null;
  /** All stations of the office that are not revoked, this one included. */
  readonly stationIds: readonly string[];
  readonly peers: readonly { readonly stationId: string; readonly isLevel: boolean; readonly problem: CopyProblem | null }[];
}

export interface Office {
  /** Another station of this office, over a link that is already trusted; ends with the link. */
  connect(peer: { readonly stationId: string; readonly transport: Transport }): void;
  /** Where a command is to be decided; waits while a hand-over is under way. */
  place(method: Method): Promise<Place>;
  /** Whether this station decides it now; for what the host does by itself. */
  decidesHere(method: Method): boolean;
  /** Asks the lead to decide; answers when this station's own copy has what the answer rests on. */
  forward(call: ForwardedCall): Promise<Answer>;
  /** Resolves when everything decided here so far is on the disk of one other station, if any is reachable (rule 3). */
  secured(): Promise<void>;
  /** From now on commands of other stations are decided by this. */
  serve(decide: (call: ForwardedCall, stationId: string) => Promise<Answer>): void;
  /** While this station decides without the lead, or says that it does no more; `null`: it does not. */
  ownOnly(): OwnOnly | null;
  standing(): OfficeStanding;
  /** How every reachable station sees the lead. */
  standings(): Promise<ReadonlyMap<string, StationStanding>>;
  /** Makes a station the lead, this one or another, because a person says so (rules 14 and 15). */
  promote(stationId: string, request: { readonly override: boolean; readonly actor: Person }): Promise<LeadOutcome>;
  /** Gives the lead to another station; only at the lead. */
  handOver(stationId: string, actor: Person): Promise<LeadOutcome>;
  /** A person keeps this lead going although it reaches nobody. @returns whether it is the lead. */
  keepLeading(actor: Person): boolean;
  /** Files of attachments that other stations have. */
  readonly files: Pick<Files, 'fetch' | 'fetchAnew' | 'standing'>;
  close(): void;
}

export interface OfficeParts {
  readonly station: Station;
  readonly db: Writer;
  readonly engine: Engine<{ readonly lead: LeadState; readonly queue: QueueState }>;
  readonly events: EventStore;
  readonly vault: Vault;
  readonly sealedFiles: SealedFiles;
  /** Keys were destroyed here that another station destroyed before. */
  readonly onErased: (erased: readonly Erasure[]) => void;
  readonly ports: Ports;
  readonly log: Logger;
  /** This station joined an office that another one founded; before its events are here nobody else can say so. */
  readonly hasJoined: boolean;
  /** The other stations of the office that are not revoked, connected or not. */
  readonly others: () => readonly string[];
  /** This station is no longer part of the office: nothing of the lead's is decided here, not even cut off. */
  readonly isRevoked?: () => boolean;
  /** The letter of a station; `null`: not known. */
  readonly letterOf: (stationId: string) => string | null;
  /** A station worked cut off on a later day than the office's: the office's is brought in step with the clock. */
  readonly onNewDate: (date: string) => void;
}

export function createOffice(parts: OfficeParts): Office {
  const { station, events, engine, ports, log, others } = parts;
  const peers = createPeers();
  const state = () => engine.states.lead;
  const starting = createStarting({ ports, onGivenUp: () => tick() });
  const leading = createLeading({ ...parts, clock: ports.clock, state, isStarting: starting.isUnderWay });
  const lead = () => (leading.isLead() ? undefined : peers.of(leading.leadId()));
  const securing = createSecuring({ ports, events, station, peers, log });
  const forwarding = createForwarding({
    ports,
    events,
    lead,
    leadId: leading.leadId,
    decideHere: (call) => (leading.isLead() ? decide(call, station.id) : null),
    isWholeInSight: () => engine.branch('queue').length === 0,
  });
  const files = createFiles({ ...parts, peers, leadId: leading.leadId });
  const filesMissing = () => files.standing().missing;
  const promotion = createPromotion({ station, engine, events, ports, peers, leading, state, others, filesMissing });
  const handOver = createHandOver({ ports, peers, leading, term: () => state().term, doubt: createDoubt(parts.db) });
  /** The copies here and at the lead have one history. */
  const isAlike = () => (lead()?.copy.problem() ?? null) === null;
  const orders = new Map<number, (outcome: LeadOutcome) => void>();
  let lastOrder = 0;
  let closed = false;
  let decide: (call: ForwardedCall, stationId: string) => Promise<Answer> = () => Promise.resolve(unreachable);

  const look = () => {
    leading.look();
    securing.look();
    forwarding.look();
    promotion.look();
    handOver.look();
    branches.look();
  };
  const onErased = (erased: readonly Erasure[]) => {
    parts.onErased(erased);
    files.erased(erased.map(({ id }) => id));
  };
  /** The lead and whoever is connected to it copy at once, so do two followers without it; else between these the tick is enough. */
  const onCommit = ({ here, events: committed }: Commit) => {
    const helps = lead() === undefined;
    for (const peer of peers.all()) if (helps || peer.stationId === leading.leadId()) peer.copy.send();
    look();
    files.committed(committed);
    if (!here && (committed.length === 0 || committed.some(({ type }) => type === 'branchEnded.v1'))) mergeWhenLead();
  };
  const leftOutChanges = createLeftOutChanges({ db: parts.db, engine, ports, term: () => state().term });
  const branches = createBranches({
    db: parts.db,
    engine,
    stationId: station.id,
    ports,
    log,
    lastSeq: () => events.lastSeq(),
    letterOf: parts.letterOf,
    onNewDate: parts.onNewDate,
    onMerged: () => leftOutChanges.tell(),
  });
  const mergeWhenLead = () => {
    if (leading.mode() === 'lead' || leading.mode() === 'alone') branches.merge();
  };
  const watch = createModeWatch({ clock: ports.clock, leading });
  const beat = () => {
    if (leading.isLead()) for (const peer of peers.all()) peer.say({ t: 'beat', n: leading.beat(), term: state().term });
  };
  const tick = () => {
    if (leading.mode() === 'ownOnly') branches.begin();
    mergeWhenLead();
    for (const peer of peers.all()) peer.copy.level();
    beat();
    files.look();
    if (files.hasChanged()) engine.announce(['stations']);
    if (!watch.look()) return;
    log.info({ mode: leading.mode() }, 'the standing of this station changed');
    engine.announce(['system', 'queue']);
  };
  /** The first beats of a station that has just come may have been before it knew whose they were. */
  const onHave = () => {
    if (leading.isLead() && leading.mode() === 'ownOnly') beat();
    look();
  };
  const stops = [engine.onCommit(onCommit), ports.timers.every(beatEveryMs, () => orElseTell(tick))];

  /** It decides as the lead again: what it decided by itself before comes into the main stream first. */
  const begun = () => {
    branches.end();
    mergeWhenLead();
  };
  /** This station leads from now on. Somebody who overrode does not want to wait for others either. */
  const begin = (override: boolean) => {
    if (override) leading.keep();
    if (leading.mode() === 'lead') begun();
    tick();
  };
  /** Whose lead it is, is not in between. */
  const settled = async () => {
    await handOver.over();
    await starting.over();
  };
  const answerCall = async (peer: Peer, { n, method, input, commandId, caller }: Extract<OfficeMessage, { t: 'call' }>) => {
    await settled();
    // It has handed over meanwhile: the other asks the new lead as soon as it knows it.
    if (closed || leading.mode() === 'follower') return;
    // Without its lease it would decide by itself, and for its own windows only.
    const answer =
      leading.mode() === 'lead' || leading.mode() === 'alone'
        ? await decide({ method, input, commandId, caller }, peer.stationId)
        : unreachable;
    const head = events.heads().find(({ origin }) => origin === station.id)?.originSeq ?? 0;
    peer.copy.send();
    peer.say({ t: 'answer', n, answer, head });
  };
  const obey = async (peer: Peer, { n, order, override, actor }: Extract<OfficeMessage, { t: 'lead' }>) => {
    const mayTakeOver = order === 'takeOver' && peer.stationId === leading.leadId();
    if (mayTakeOver) starting.begin();
    const outcome: LeadOutcome = mayTakeOver
      ? promotion.takeOver(actor)
      : order === 'promote'
        ? await promotion.promote({ override, actor })
        : { type: 'unreachable' };
    peer.say({ t: 'led', n, outcome });
    if (outcome.type === 'done') begin(override);
  };
  const isShutOut = (method: Method) => parts.isRevoked?.() === true && isDecidedByLead(method);
  const orElseLog = (work: Promise<void>, what: string, peer: Peer) =>
    void work.catch((error: unknown) => log.error({ err: error, station: peer.stationId }, what));

  const hear = (peer: Peer, message: OfficeMessage) => {
    if (message.t === 'standing') handOver.again(peer, message.standing.term);
    if (peer.copy.hear(message) || promotion.hear(peer, message) || files.hear(peer, message)) return;
    switch (message.t) {
      case 'beat':
        if (leading.heardBeat(peer.stationId, message.term)) {
          branches.end();
          peer.say({ t: 'heard', n: message.n, term: message.term });
          tellMode();
        }
        return;
      case 'heard':
        leading.beatAnswered(message.n, message.term);
        if (leading.mode() === 'lead') {
          starting.end();
          begun();
        }
        return tellMode();
      case 'call':
        return orElseLog(answerCall(peer, message), 'a forwarded call could not be answered', peer);
      case 'answer':
        return forwarding.hear(peer.stationId, message);
      case 'lead':
        return orElseLog(obey(peer, message), 'becoming the lead failed', peer);
      case 'led':
        handOver.heard(peer.stationId, message.n, message.outcome);
        orders.get(message.n)?.(message.outcome);
        return;
      default:
        return;
    }
  };
  /** A disk that takes nothing stops what it stops; the links, and with them the security call, go on. */
  const orElseTell = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (storageProblem(error) === null) throw error;
      log.error({ err: error }, 'the disk did not take what the office did');
    }
  };
  const tellMode = () => {
    if (watch.hasChanged()) tick();
  };

  return {
    connect({ stationId, transport }) {
      const onProblem = () => {
        look();
        engine.announce(['system']);
      };
      const copy = createCopy({ ...parts, ownId: station.id, onHave, onProblem, onRows: files.rowsTaken, onErased }, stationId, transport);
      const peer = peers.add(stationId, transport, copy);
      transport.onClose(() => {
        peers.remove(peer);
        look();
        files.look();
        engine.announce(['system']);
      });
      transport.onMessage((data) => {
        // What still arrives while the program ends finds no database.
        if (closed) return;
        const message = officeMessage.safeParse(data);
        if (message.success) return orElseTell(() => hear(peer, message.data));
        log.warn({ station: stationId }, 'a message outside the protocol of stations; link closed');
        transport.close();
      });
      beat();
      peer.say({ t: 'ask', n: 0 });
      forwarding.again();
      files.isBack(stationId);
      engine.announce(['system']);
    },
    async place(method) {
      if (isShutOut(method)) return 'nowhere';
      await settled();
      // Whoever waited for the end of a hand-over finds that the program was ended meanwhile.
      if (closed) return 'nowhere';
      const place = leading.place(method);
      // What the lead decides would never be seen here; nor what is decided here by the office.
      if (place === 'lead' && !isAlike()) return 'nowhere';
      return place === 'lead' && method.startsWith('queue.') && !(await branches.merged()) ? 'nowhere' : place;
    },
    decidesHere: (method) =>
      !isDecidedByLead(method) ||
      (!isShutOut(method) &&
        !handOver.isUnderWay() &&
        !starting.isUnderWay() &&
        leading.mode() !== 'ownOnly' &&
        leading.place(method) === 'here'),
    forward: (call) => forwarding.forward(call),
    secured: () => securing.secured(),
    serve(decider) {
      decide = decider;
    },
    ownOnly: () => (leading.mode() === 'ownOnly' || branches.isEnding() ? { stationId: station.id, isLead: leading.isLead() } : null),
    standing: () => ({
      mode: leading.mode(),
      leadId: leading.leadId(),
      term: state().term,
      isKept: leading.isKept(),
      cutOffSince: watch.cutOffSince(),
      stationIds: [...new Set([station.id, ...others()])],
      peers: peers.all().map(({ stationId, copy }) => ({ stationId, isLevel: copy.isLevel(), problem: copy.problem() })),
    }),
    standings: () => promotion.standings(),
    async promote(stationId, request) {
      if (stationId === station.id) {
        const outcome = await promotion.promote(request);
        if (outcome.type === 'done') begin(request.override);
        return outcome;
      }
      const peer = peers.of(stationId);
      if (peer === undefined) return { type: 'unreachable' };
      return new Promise((resolve) => {
        // Apart from the numbers of hand-overs, which begin at one.
        const n = 1_000_000 + (lastOrder += 1);
        const end = (outcome: LeadOutcome) => {
          orders.delete(n);
          cancel();
          resolve(outcome);
        };
        const cancel = ports.timers.after(orderMs, () => end({ type: 'unreachable' }));
        orders.set(n, end);
        peer.say({ t: 'lead', n, order: 'promote', ...request });
      });
    },
    handOver: (stationId, actor) => handOver.to(stationId, actor),
    keepLeading(actor) {
      if (!leading.isLead()) return false;
      const input = { term: state().term };
      engine.execute({ method: 'lead.keep', input, commandId: ports.random.uuid(), actor, roles: ['system'] });
      leading.keep();
      begun();
      tick();
      return true;
    },
    files,
    close() {
      closed = true;
      for (const stop of stops) stop();
      files.close();
      forwarding.close();
    },
  };
}

/** Longer than another station needs to ask all others and to fetch what they have. */
const orderMs = 25_000;

const unreachable: Answer = { kind: 'failed', failure: { type: 'leadUnreachable' } };

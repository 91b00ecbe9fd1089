/**
 * This station among the others of its office (decision 0016): whose copy has what, who decides, and how a command gets to
 * the one who does. What can be trusted is the links' matter; here every connected station is one of the office.
 */
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Answer } from '../../../shared/rpc/protocol.ts';
import type { Commit } from '../engine/engine.ts';
import { storageProblem } from '../storageProblem.ts';
import type { Erasure } from '../vault/erasures.ts';
import { createBranches } from './branches.ts';
import { createCopy } from './copies.ts';
import { isDecidedByLead } from './decidedByLead.ts';
import { createFiles } from './files/files.ts';
import { createForwarding, type ForwardedCall } from './forwarding.ts';
import { createDoubt, createHandOver } from './handOver.ts';
import { createLeading } from './leading.ts';
import { beatEveryMs } from './lease.ts';
import { createLeftOutChanges } from './leftOutChanges.ts';
import { type LeadOutcome, officeMessage, type OfficeMessage } from './messages.ts';
import { createModeWatch } from './modeWatch.ts';
import { createOrders } from './orders.ts';
import { createPeers, type Peer } from './peers.ts';
import { createPromotion } from './promotion.ts';
import { createSecuring } from './securing.ts';
import { createStarting } from './starting.ts';
import type { Office, OfficeParts } from './types.ts';
import { createWithdrawing } from './withdrawing.ts';

export function createOffice(parts: OfficeParts): Office {
  const { station, events, engine, ports, log, others } = parts;
  const peers = createPeers();
  const state = () => engine.states.lead;
  /** Those who answered a beat on the link that they have now. */
  const answering = new WeakSet<Peer>();
  const reachesAnother = () => peers.all().some((peer) => answering.has(peer) && peer.copy.problem() === null);
  const starting = createStarting({ ports, onGivenUp: () => tick() });
  const leading = createLeading({ ...parts, clock: ports.clock, state, isStarting: starting.isUnderWay, reachesAnother });
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
  const withdrawing = createWithdrawing({ ...parts, stationId: station.id, safeUpTo: securing.safeUpTo });
  const promotion = createPromotion({ station, engine, events, ports, peers, leading, state, others, filesMissing });
  const handOver = createHandOver({ ports, peers, leading, term: () => state().term, doubt: createDoubt(parts.db) });
  /** The copies here and at the lead have one history. */
  const isAlike = () => (lead()?.copy.problem() ?? null) === null;
  const orders = createOrders(ports);
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
  const decidesForAll = () => leading.mode() === 'lead' || leading.mode() === 'alone';
  const mergeWhenLead = () => {
    if (decidesForAll()) branches.merge();
  };
  const watch = createModeWatch({ clock: ports.clock, leading });
  const beat = () => {
    if (!leading.isLead()) return;
    const kept = leading.isKept() ? ({ kept: true } as const) : {};
    for (const peer of peers.all()) peer.say({ t: 'beat', n: leading.beat(), term: state().term, ...kept });
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
  /** This station leads from now on. Somebody who overrode does not want to wait for others, nor does the only one that is left. */
  const begin = (override: boolean, before: string | null) => {
    if (override || others().every((id) => id === before)) leading.keep();
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
    const answer = decidesForAll() ? await decide({ method, input, commandId, caller }, peer.stationId) : unreachable;
    const head = events.heads().find(({ origin }) => origin === station.id)?.originSeq ?? 0;
    peer.copy.send();
    peer.say({ t: 'answer', n, answer, head });
  };
  const obey = async (peer: Peer, { n, order, override, actor }: Extract<OfficeMessage, { t: 'lead' }>) => {
    const before = leading.leadId();
    const mayTakeOver = order === 'takeOver' && peer.stationId === leading.leadId();
    if (mayTakeOver) starting.begin();
    const outcome: LeadOutcome = mayTakeOver
      ? promotion.takeOver(actor)
      : order === 'promote'
        ? await promotion.promote({ override, actor })
        : { type: 'unreachable' };
    peer.say({ t: 'led', n, outcome });
    if (outcome.type === 'done') begin(override, order === 'promote' ? before : null);
  };
  const isShutOut = (method: Method) => parts.isRevoked?.() === true && isDecidedByLead(method);
  const orElseLog = (work: Promise<void>, what: string, peer: Peer) =>
    void work.catch((error: unknown) => log.error({ err: error, station: peer.stationId }, what));

  const hear = (peer: Peer, message: OfficeMessage) => {
    if (message.t === 'standing') handOver.again(peer, message.standing.term);
    if (peer.copy.hear(message) || promotion.hear(peer, message) || files.hear(peer, message)) return;
    switch (message.t) {
      case 'beat':
        if (leading.heardBeat(peer.stationId, message.term, message.kept ?? false)) {
          branches.end();
          peer.say({ t: 'heard', n: message.n, term: message.term });
          tellMode();
        }
        return;
      case 'heard':
        leading.beatAnswered(message.n, message.term);
        answering.add(peer);
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
        orders.heard(message.n, message.outcome);
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
      // What is decided where it happens waits for nobody.
      if (!isDecidedByLead(method)) return closed ? 'nowhere' : 'here';
      await settled();
      // Whoever waited for the end of a hand-over finds that the program was ended meanwhile.
      if (closed) return 'nowhere';
      // However it came to lead again: after a hand-over that went nowhere, or with a link that is whole again.
      if (engine.branch('queue').length > 0 && decidesForAll()) begun();
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
    async acknowledged(command, answer) {
      const takenBack = withdrawing.takenBack(command.commandId);
      if (takenBack !== undefined) return takenBack;
      const isSafe = await securing.secured();
      return isSafe || closed ? answer : withdrawing.orKept(command, answer);
    },
    serve(decider) {
      decide = decider;
    },
    ownOnly: () => (leading.mode() === 'ownOnly' || branches.isEnding() ? { stationId: station.id, isLead: leading.isLead() } : null),
    standing: () => ({
      mode: leading.mode(),
      leadId: leading.leadId(),
      term: state().term,
      holdsLease: leading.holdsLease(),
      isKept: leading.isKept(),
      cutOffSince: watch.cutOffSince(),
      stationIds: [...new Set([station.id, ...others()])],
      peers: peers.all().map(({ stationId, copy }) => ({ stationId, isLevel: copy.isLevel(), problem: copy.problem() })),
    }),
    standings: () => promotion.standings(),
    async promote(stationId, request) {
      if (stationId === station.id) {
        const before = leading.leadId();
        const outcome = await promotion.promote(request);
        if (outcome.type === 'done') begin(request.override, before);
        return outcome;
      }
      const peer = peers.of(stationId);
      return peer === undefined ? { type: 'unreachable' } : orders.promote(peer, request);
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

const unreachable: Answer = { kind: 'failed', failure: { type: 'leadUnreachable' } };

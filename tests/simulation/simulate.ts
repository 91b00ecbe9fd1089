/** One simulated office: a seed makes everything that happens in it, and the same seed makes it again. */
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { memoryTransportPair } from '../../electron/host/rpc/transports.ts';
import type { Commit } from '../../electron/host/engine/engine.ts';
import type { Host } from '../../electron/host/startHost.ts';
import type { LeadAppointed } from '../../shared/domain/lead/events.ts';
import type { TicketCalled } from '../../shared/domain/queue/events.ts';
import { parseQueueStream } from '../../shared/domain/queue/streams.ts';
import type { Answer } from '../../shared/rpc/protocol.ts';
import { Broken } from './broken.ts';
import { createSimulatedCentral, hasCentral } from './central/central.ts';
import { createChecks } from './checks.ts';
import { createFaults, type FaultKind } from './faults.ts';
import { createNetwork } from './network.ts';
import { createNode, type Node } from './node.ts';
import { createPeople, type Officer, type Sent } from './people.ts';
import { createSeeded } from './random.ts';
import { startAt } from './template.ts';
import { createWorld } from './world.ts';

export interface Plan {
  readonly seed: number;
  readonly steps: number;
  /** Kinds of faults that are left out, to find the smallest story of a failure. */
  readonly without: ReadonlySet<FaultKind>;
  /** The office before its first morning. */
  readonly template: string;
  /** A directory of its own for the data of its stations. */
  readonly directory: string;
  /** Tells what happens, for the replay of a failing seed. */
  readonly tell?: (line: string) => void;
}

export interface Outcome {
  readonly seed: number;
  /** SHA-256 of everything that happened and of what the disks hold in the end. */
  readonly trace: string;
  readonly stations: number;
  readonly counts: Readonly<Record<string, number>>;
  /** The first invariant that did not hold; `null`: all did. */
  readonly broken: { readonly invariant: string; readonly detail: string; readonly step: number } | null;
}

/** How long after the last cable is in place everything must be level. */
const healedWithinMs = 30_000;

const letsGo = new Set(['ticketFinished.v1', 'ticketNoShow.v1', 'ticketTransferred.v1', 'ticketCancelled.v1']);

export async function simulate(plan: Plan): Promise<Outcome> {
  const random = createSeeded(`office ${plan.seed}`);
  const world = createWorld();
  const network = createNetwork(world, random.fork('network'));
  const checks = createChecks();
  const hash = createHash('sha256');
  let isOver = false;
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const tell = (line: string) => {
    // Of what the stations were still at when the story ended.
    if (isOver) return;
    const told = `${world.now()} ${line}`;
    hash.update(`${told}\n`);
    plan.tell?.(told);
  };

  const nodes: Node[] = [];
  const revoked = new Set<string>();
  const members = (): readonly string[] => nodes.map(({ id }) => id).filter((id) => id !== '' && !revoked.has(id));
  const name = (node: Node) => (node.letter === '' ? 'founder' : node.letter);

  const central = hasCentral(plan.seed)
    ? createSimulatedCentral({ world, random: random.fork('central'), network, nodes, count, tell, without: plan.without })
    : null;

  const onCommit = (node: Node, host: Host, { events, here }: Commit) => {
    for (const { origin, commandId } of events) checks.stored(node.machine.dataDir, origin, commandId);
    if (central !== null && !here && events.length > 0 && host.services.office.standing().mode === 'ownOnly') count('taken while cut off');
    if (!here) return;
    central?.decided(host, events);
    for (const { type, stream, data, commandId } of events) {
      if (letsGo.has(type)) checks.letGo(commandId, data as { ticketId: string; counterId: string | null });
      if (type === 'leadAppointed.v1') {
        count((data as LeadAppointed).appointment);
        checks.begins(host, data as LeadAppointed);
      }
      if (type === 'leadKept.v1') count('kept');
      if (type === 'branchMerged.v1') {
        count('merged');
        for (const { kind } of (data as { notices: { kind: string }[] }).notices) count(`notice ${kind}`);
      }
      if (type === 'ticketIssued.v1') {
        const { number, ticketId } = data as { number: string; ticketId: string };
        checks.numberGiven(parseQueueStream(stream)?.date ?? '', number, ticketId);
        if (stream.includes('@')) count('issued cut off');
      }
      if (type === 'ticketCalled.v1') {
        checks.called(host, stream, commandId, data as TicketCalled);
        if (stream.includes('@')) count('called cut off');
      }
    }
  };
  const onStart = (node: Node, host: Host) => {
    host.engine.onCommit((commit) => {
      // What a listener throws is logged by the engine, and the commit stands: it has to be said here.
      try {
        onCommit(node, host, commit);
      } catch (error) {
        problem(error);
      }
    });
    tell(`${name(node)} starts`);
  };
  const add = async (letter: string): Promise<Node> => {
    const dataDir = join(plan.directory, `station${nodes.length}`);
    if (letter === '') cpSync(plan.template, dataDir, { recursive: true });
    else cpSync(join(plan.template, 'keys'), join(dataDir, 'keys'), { recursive: true });
    const others = (own: string) => members().filter((id) => id !== own);
    const parts = {
      world,
      network,
      random: random.fork(`station ${letter}`),
      dataDir,
      startAt,
      hasJoined: letter !== '',
      others,
      onStart,
      ...(central === null ? {} : { central: central.networkOf(letter) }),
    };
    const node = await createNode(parts, letter);
    await node.start();
    nodes.push(node);
    return node;
  };

  let step = 0;
  let failure: Outcome['broken'] = null;
  let staff: readonly { readonly id: string; readonly roles: readonly string[] }[] = [];
  const supervisor = () => staff.find(({ roles }) => roles.includes('pengawas'))?.id ?? '';
  const problem = (error: unknown) => {
    if (failure !== null) return;
    if (error instanceof Broken) failure = { invariant: error.invariant, detail: error.message, step };
    else failure = { invariant: 'noError', detail: error instanceof Error ? (error.stack ?? error.message) : String(error), step };
  };

  const noteAnswer = (sent: Sent, answer: Answer, host: Host | null, boots: number) => {
    const words = answer.kind === 'done' ? 'done' : answer.kind === 'refused' ? answer.refusal.type : answer.failure.type;
    tell(`${name(sent.node)} ${sent.method} ${words}`);
    count(answer.kind === 'done' ? `done ${sent.method}` : answer.kind);
    if (answer.kind === 'failed' && answer.failure.type !== 'leadUnreachable' && answer.failure.type !== 'locked')
      problem(new Broken('noError', `${sent.method} ${JSON.stringify(answer.failure)}`));
    if (answer.kind !== 'done') return;
    const isHere = host !== null && sent.node.host === host && sent.node.boots === boots;
    if (isHere) checks.told(sent.node, sent.commandId, nodes);
    const input = sent.input as Record<string, string>;
    const output = answer.output as Record<string, string>;
    if (sent.method === 'queue.issue') {
      checks.note('tickets', input.ticketId ?? '', output.number ?? '', sent.node.id);
      if (isHere) checks.readsItsWrites(host, 'ticket', input.ticketId ?? '');
    } else if (sent.method === 'complaint.register') {
      checks.numberGiven('complaint', output.number ?? '', input.complaintId ?? '');
      checks.note('complaints', input.complaintId ?? '', output.number ?? '', sent.node.id);
      if (isHere) checks.readsItsWrites(host, 'complaint', input.complaintId ?? '');
    } else if (sent.method === 'documents.register') {
      checks.numberGiven('document', output.number ?? '', input.documentId ?? '');
      checks.note('documents', input.documentId ?? '', output.number ?? '', sent.node.id);
    } else if (sent.method === 'incident.open') checks.note('incidents', input.incidentId ?? '', '', sent.node.id);
  };
  const send = (sent: Sent, isFirst: boolean) => {
    const { host, boots } = sent.node;
    const askedAt = world.now();
    checks.asked(sent.commandId, sent.node.id);
    const answered = async () => {
      const answer = await sent.node.command(sent.method, sent.input, sent.staffId, sent.commandId);
      const first = people.answerOf(sent);
      // A computer that stood still answers when it goes on.
      if (nodes.every(({ machine }) => machine.awakeAt() <= askedAt)) central?.answered(sent.method, world.now() - askedAt);
      if (!isFirst && first !== undefined) checks.answersAlike({ method: sent.method, first, second: answer });
      if (isFirst) people.ended(sent, answer);
      noteAnswer(sent, answer, host, boots);
    };
    answered().catch((error: unknown) => {
      if (isFirst) people.ended(sent, { kind: 'failed', failure: { type: 'leadUnreachable' } });
      // The computer lost power while it was at it.
      if (sent.node.boots === boots && sent.node.host === host) problem(error);
    });
  };
  const pressAlarm = (node: Node) => {
    const { host } = node;
    if (host === null) return;
    const [near, far] = memoryTransportPair();
    host.alarm.serve(far, 'staff');
    const alarmId = random.uuid(startAt + world.now());
    const windowId = random.uuid(startAt + world.now());
    near.onMessage((message) => {
      if (JSON.stringify(message).includes(`"${alarmId}"`) && JSON.stringify(message).includes('journalled'))
        checks.note('alarms', alarmId, '', node.id);
    });
    near.send({
      t: 'press',
      alarmId,
      windowId,
      kind: 'help',
      place: { counterId: null, name: 'Loket' },
      by: { name: 'Sari', staffId: null },
    });
    count('alarm');
    tell(`${name(node)} alarm`);
  };

  /** Somebody always locks a screen or prints: what must be alike is looked at again until the time is over. */
  const levelWithin = async (ms: number) => {
    for (let passed = 3000; ; passed += 3000) {
      await world.pass(3000);
      try {
        return checks.atTheEnd(nodes.filter(({ id }) => !revoked.has(id)));
      } catch (error) {
        if (passed >= ms) throw error;
      }
    }
  };

  const founder = await add('');
  staff = founder.host?.engine.states.office.staff ?? [];
  // Small offices are the many; the large ones are dear to simulate.
  const stations = random.chance(0.2) ? random.int(5, 7) : random.int(2, 4);
  for (let n = 1; n < stations; n += 1) await add('ABCDEFGHIJ'[n - 1] ?? 'Z');
  const counters = founder.host?.engine.states.office.counters ?? [];
  const officers: Officer[] = staff
    .filter(({ roles }) => !roles.includes('keamanan'))
    .flatMap(({ id }, index) => {
      const [counter, node] = [counters[index], nodes[index % nodes.length]];
      return counter === undefined || node === undefined ? [] : [{ staffId: id, counterId: counter.id, node, busy: false }];
    });
  const people = createPeople(
    random.fork('people'),
    officers,
    () => nodes.filter(({ id }) => !revoked.has(id)),
    () => startAt + world.now(),
  );
  const faults = createFaults({
    random: random.fork('faults'),
    world,
    network,
    nodes,
    revoked,
    add,
    checks,
    count,
    tell,
    name,
    supervisor,
    problem,
    without: plan.without,
  });
  await world.pass(8000);

  const hostsOf = () => nodes.flatMap(({ id, host }) => (host === null || revoked.has(id) ? [] : [host]));
  const isBroken = () => failure !== null;
  for (; step < plan.steps && !isBroken(); step += 1) {
    try {
      const what = random.next();
      if (what < 0.08) await faults.next();
      else if (what < 0.09) pressAlarm(random.pick(nodes) ?? founder);
      else if (what < 0.12) {
        const again = people.again();
        if (again !== null) {
          count('repeated');
          send(again, false);
        }
      } else {
        const sent = people.next();
        if (sent !== null) send(sent, true);
      }
      await world.pass(random.chance(0.06) ? random.int(1000, 6000) : random.int(1, 400));
      checks.afterStep(nodes);
      central?.step();
      central?.afterStep(nodes);
    } catch (error) {
      problem(error);
    }
  }
  if (!isBroken()) {
    try {
      await faults.healEverything();
      if (central !== null) {
        central.healEverything();
        await central.levelAtTheEnd(hostsOf, revoked, () => checks.overridden || checks.revoked);
      }
      await levelWithin(healedWithinMs);
    } catch (error) {
      problem(error);
    }
  }
  for (const { host } of nodes) if (host !== null) for (const { hash: head } of host.services.events.heads()) hash.update(head);
  for (const head of central?.heads() ?? []) hash.update(head);
  isOver = true;
  for (const node of nodes) node.end();
  return { seed: plan.seed, trace: hash.digest('hex'), stations: nodes.length, counts: { ...counts, ...network.counts }, broken: failure };
}

/** What goes wrong, and what people do about it. */
import type { LeadOutcome } from '../../electron/host/office/messages.ts';
import { type CentralFaultKind, centralFaultKinds } from './central/faults.ts';
import type { Checks } from './checks.ts';
import type { Network } from './network.ts';
import type { Node } from './node.ts';
import type { Seeded } from './random.ts';
import type { World } from './world.ts';

export const faultKinds = [
  'cut',
  'heal',
  'isolate',
  'hang',
  'disturb',
  'crash',
  'clockJump',
  'slowDisk',
  'sleep',
  'promote',
  'override',
  'keep',
  'handOver',
  'join',
  'revoke',
] as const;
type OfficeFaultKind = (typeof faultKinds)[number];
export type FaultKind = OfficeFaultKind | CentralFaultKind;
/** With those of the central server, which happen only where there is one. */
export const allFaultKinds: readonly FaultKind[] = [...faultKinds, ...centralFaultKinds];

export interface Faults {
  next(): Promise<void>;
  /** All cables in place, all computers on, somebody leads. */
  healEverything(): Promise<void>;
}

interface Parts {
  readonly random: Seeded;
  readonly world: World;
  readonly network: Network;
  readonly nodes: readonly Node[];
  readonly revoked: Set<string>;
  readonly add: (letter: string) => Promise<Node>;
  readonly checks: Checks;
  readonly count: (what: string) => void;
  readonly tell: (line: string) => void;
  readonly name: (node: Node) => string;
  readonly supervisor: () => string;
  readonly problem: (error: unknown) => void;
  readonly without: ReadonlySet<FaultKind>;
}

const weights: Readonly<Record<OfficeFaultKind, number>> = {
  cut: 14,
  heal: 22,
  isolate: 8,
  hang: 6,
  disturb: 6,
  crash: 9,
  clockJump: 5,
  slowDisk: 6,
  sleep: 4,
  promote: 12,
  override: 3,
  keep: 4,
  handOver: 5,
  join: 2,
  revoke: 1,
};

export function createFaults(parts: Parts): Faults {
  const { random, world, network, nodes, revoked, checks, count, tell, name } = parts;
  const members = () => nodes.filter(({ id }) => !revoked.has(id));
  const awake = () => members().filter(({ host }) => host !== null);
  const actor = () => ({ kind: 'staff', staffId: parts.supervisor() }) as const;
  let joined = nodes.length;

  const twoOf = (): readonly [Node, Node] | null => {
    const one = random.pick(members());
    const other = random.pick(members().filter((node) => node !== one));
    return one === undefined || other === undefined ? null : [one, other];
  };
  const reboot = (node: Node, afterMs: number) =>
    void world.after(afterMs, () => {
      node
        .start()
        .then(() => node.host !== null && checks.afterRestart(node.host))
        .catch((error: unknown) => parts.problem(error));
    });
  const outcome = (node: Node, what: string) => (ended: LeadOutcome) => {
    tell(`${name(node)} ${what}: ${ended.type}`);
    if (ended.type === 'done') count(`${what} done`);
  };
  const promote = (node: Node, override: boolean) => {
    const at = node.host?.services.office;
    if (at === undefined) return;
    // From here on two leads may be at work, and a person was told so.
    if (override) checks.overridden = true;
    const through = random.chance(0.3) ? (random.pick(awake())?.host?.services.office ?? at) : at;
    through
      .promote(node.id, { override, actor: actor() })
      .then(outcome(node, override ? 'override' : 'promote'), (error: unknown) => parts.problem(error));
  };

  const run: Readonly<Record<OfficeFaultKind, () => Promise<void> | void>> = {
    cut() {
      const pair = twoOf();
      if (pair !== null) network.cut(pair[0].id, pair[1].id);
    },
    heal: () => network.healAll(),
    isolate() {
      const one = random.pick(members());
      for (const other of members()) if (one !== undefined && other !== one) network.cut(one.id, other.id);
    },
    hang() {
      const pair = twoOf();
      if (pair !== null) network.hang(pair[0].id, pair[1].id);
    },
    disturb: () => network.disturb(random.chance(0.4) ? 0 : random.next() * 0.2),
    crash() {
      const node = random.pick(awake());
      if (node === undefined) return;
      node.losePower();
      reboot(node, random.int(500, 40_000));
    },
    clockJump() {
      const node = random.pick(awake());
      // Not over midnight with people in the office: that is a person's to settle, and has tests of its own.
      node?.machine.jump(random.pick([-86_400_000, 86_400_000, -3_600_000, 3_600_000, -300_000, 300_000]) ?? 0);
    },
    slowDisk: () => random.pick(awake())?.machine.stall(random.int(200, 4000), false),
    sleep: () => random.pick(awake())?.machine.stall(random.int(3000, 30_000), true),
    promote() {
      const node = random.pick(awake());
      if (node !== undefined) promote(node, false);
    },
    override() {
      const node = random.pick(awake().filter(({ host }) => host?.services.office.standing().mode === 'ownOnly'));
      if (node !== undefined) promote(node, true);
    },
    keep() {
      const node = awake().find(({ host, id }) => {
        const standing = host?.services.office.standing();
        return standing?.mode === 'ownOnly' && standing.leadId === id;
      });
      if (node?.host?.services.office.keepLeading(actor()) === true) checks.overridden = true;
    },
    handOver() {
      const lead = awake().find(({ host }) => host?.services.office.standing().mode === 'lead');
      const to = random.pick(awake().filter((node) => node !== lead));
      if (lead?.host == null || to === undefined) return;
      lead.host.services.office.handOver(to.id, actor()).then(outcome(lead, 'handOver'), (error: unknown) => parts.problem(error));
    },
    async join() {
      if (joined >= 9) return;
      joined += 1;
      await parts.add('QRSTUVWX'[joined - 2] ?? 'Z');
    },
    revoke() {
      const node = random.pick(awake().filter(({ host }) => host?.services.office.standing().mode === 'follower'));
      if (node === undefined || awake().length < 4) return;
      revoked.add(node.id);
      // A person cuts it off for good, with what it had not told anybody.
      checks.forget(node.id);
      node.losePower();
    },
  };

  const pickKind = (): OfficeFaultKind => {
    const kinds = faultKinds.filter((kind) => !parts.without.has(kind));
    let left = random.next() * kinds.reduce((sum, kind) => sum + weights[kind], 0);
    for (const kind of kinds) {
      left -= weights[kind];
      if (left <= 0) return kind;
    }
    return kinds[0] ?? 'heal';
  };

  return {
    async next() {
      const kind = pickKind();
      tell(`fault ${kind}`);
      count(`fault ${kind}`);
      await run[kind]();
    },
    async healEverything() {
      tell('everything is healed');
      network.disturb(0);
      network.healAll();
      // Whatever was stalled or off is on again by then.
      await world.pass(45_000);
      network.healAll();
      await world.pass(20_000);
      for (let attempt = 0; attempt < 4; attempt += 1) {
        if (
          awake().some(({ host }) => host?.services.office.standing().mode === 'lead' || host?.services.office.standing().mode === 'alone')
        )
          return;
        const [node] = awake();
        if (node !== undefined) promote(node, false);
        await world.pass(25_000);
      }
      throw new Error('nobody could be made the lead');
    },
  };
}

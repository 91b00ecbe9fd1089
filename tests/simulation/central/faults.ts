/** What goes wrong between an office and its central server, and on the server. */
import type { Network } from '../network.ts';
import type { Node } from '../node.ts';
import type { Seeded } from '../random.ts';
import type { World } from '../world.ts';
import type { CentralServer } from './server.ts';
import type { Uplinks } from './uplinks.ts';

export const centralFaultKinds = [
  'serverHeal',
  'serverCut',
  'serverAway',
  'serverPortal',
  'serverLoses',
  'serverSlow',
  'serverFails',
  'serverCrash',
  'serverRestored',
  'orderThenCut',
] as const;
export type CentralFaultKind = (typeof centralFaultKinds)[number];

const weights: Readonly<Record<CentralFaultKind, number>> = {
  serverHeal: 20,
  serverCut: 12,
  serverAway: 5,
  serverPortal: 4,
  serverLoses: 8,
  serverSlow: 5,
  serverFails: 5,
  serverCrash: 9,
  serverRestored: 7,
  orderThenCut: 6,
};

export interface CentralFaults {
  next(): void;
  healEverything(): void;
}

interface Parts {
  readonly random: Seeded;
  readonly world: World;
  readonly server: CentralServer;
  readonly uplinks: Uplinks;
  readonly nodes: readonly Node[];
  readonly network: Network;
  /** The agency announces something. */
  readonly announce: () => void;
  readonly count: (what: string) => void;
  readonly tell: (line: string) => void;
  readonly without: ReadonlySet<string>;
}

export function createCentralFaults(parts: Parts): CentralFaults {
  const { random, world, server, uplinks, nodes, network, count, tell, without } = parts;
  const lead = () => nodes.find(({ host }) => host?.services.office.standing().mode === 'lead');
  const healLines = () => {
    uplinks.setAll('good');
    uplinks.lose(0);
    uplinks.slow(0);
    server.fail(null);
  };
  const run: Readonly<Record<CentralFaultKind, () => void>> = {
    serverHeal: healLines,
    serverCut() {
      // The lead alone has no way, or any station.
      const node = random.chance(0.5) ? lead() : random.pick(nodes);
      if (node !== undefined) uplinks.set(node.letter, 'cut');
    },
    serverAway: () => uplinks.setAll('cut'),
    serverPortal() {
      const node = random.pick(nodes);
      if (node === undefined || random.chance(0.3)) uplinks.setAll('portal');
      else uplinks.set(node.letter, 'portal');
    },
    serverLoses: () => uplinks.lose(random.next() * 0.4),
    serverSlow: () => uplinks.slow(random.int(100, 20_000)),
    serverFails: () => server.fail(random.pick([500, 502, 503] as const) ?? 500),
    serverCrash() {
      server.crash();
      world.after(random.int(200, 20_000), server.start);
    },
    serverRestored: () => server.restore(),
    orderThenCut() {
      // The lead has just decided, and perhaps told the server, when the others lose it.
      parts.announce();
      const node = lead();
      if (node === undefined) return;
      world.after(random.int(5, 60), () => {
        for (const other of nodes) if (other !== node) network.cut(node.id, other.id);
      });
    },
  };
  const kinds = centralFaultKinds.filter((kind) => !without.has(kind));
  const sum = kinds.reduce((all, kind) => all + weights[kind], 0);
  const pick = (): CentralFaultKind | undefined => {
    let left = random.next() * sum;
    return kinds.find((kind) => (left -= weights[kind]) <= 0);
  };
  return {
    next() {
      const kind = pick();
      if (kind === undefined) return;
      tell(`fault ${kind}`);
      count(`fault ${kind}`);
      run[kind]();
    },
    healEverything() {
      healLines();
      server.start();
    },
  };
}

/**
 * The central server of a simulated office: a node of its own, with its faults, its people and its checks. It takes part in a
 * share of the offices only; each of the others stays the story that it was.
 */
import type { Host } from '../../../electron/host/startHost.ts';
import type { CentralNetwork } from '../../../electron/host/central/network.ts';
import { Broken } from '../broken.ts';
import type { Network } from '../network.ts';
import type { Node } from '../node.ts';
import type { Seeded } from '../random.ts';
import { startAt } from '../template.ts';
import type { World } from '../world.ts';
import { type CentralChecks, createCentralChecks } from './checks.ts';
import { createCentralFaults } from './faults.ts';
import { type Asked, createCentralPeople } from './people.ts';
import { createCentralServer } from './server.ts';
import { createUplinks } from './uplinks.ts';

/** Every so many seeds an office has a central server: each of them takes half as long again. */
export const share = 12;
export const hasCentral = (seed: number): boolean => seed % share === 4;

export interface SimulatedCentral extends Pick<CentralChecks, 'decided' | 'answered' | 'afterStep'> {
  networkOf(letter: string): CentralNetwork;
  /** What happens to the server in one step of the story. */
  step(): void;
  /** Everything is healed, and everything is level in time. @param mayLose whether what only one disk had may be gone */
  levelAtTheEnd(hosts: () => readonly Host[], revoked: ReadonlySet<string>, mayLose: () => boolean): Promise<void>;
  healEverything(): void;
  /** What it has, for the trace. */
  heads(): readonly Buffer[];
}

interface Parts {
  readonly world: World;
  readonly random: Seeded;
  readonly nodes: readonly Node[];
  readonly network: Network;
  readonly count: (what: string) => void;
  readonly tell: (line: string) => void;
  readonly without: ReadonlySet<string>;
}

/** The longest wait after a failure, and then some, ms. */
const levelWithinMs = 400_000;

export function createSimulatedCentral(parts: Parts): SimulatedCentral {
  const { world, random, count, tell } = parts;
  const clock = () => Math.round(startAt + world.now());
  const server = createCentralServer(world, random.fork('server'), clock);
  const uplinks = createUplinks({ world, random: random.fork('uplinks'), server, count });
  const people = createCentralPeople(random.fork('people'), server, clock);
  const ask = (asked: Asked | null) => {
    if (asked === null) return;
    count('order');
    tell(`order ${asked.kind} ${asked.orderId}`);
    // The backup that knows of the order and never of its outcome.
    if (random.chance(0.2)) server.backUp();
  };
  const faults = createCentralFaults({ ...parts, random: random.fork('faults'), server, uplinks, announce: () => ask(people.announce()) });
  const checks = createCentralChecks(server, people);
  return {
    ...checks,
    networkOf: uplinks.of,
    step() {
      const what = random.next();
      if (what < 0.05) faults.next();
      else if (what < 0.09) ask(people.next());
      else if (what < 0.1) server.backUp();
    },
    healEverything: faults.healEverything,
    async levelAtTheEnd(hosts, revoked, mayLose) {
      // A person tries again; or nobody does, and it comes by itself.
      if (random.chance(0.7)) for (const { services } of hosts()) services.central.retry();
      for (let passed = 0; ; passed += 5000) {
        await world.pass(5000);
        try {
          return checks.atTheEnd(hosts(), revoked, mayLose());
        } catch (error) {
          if (!(error instanceof Broken) || passed >= levelWithinMs) throw error;
        }
      }
    },
    heads: () => [...server.heads.values()].map(({ hash }) => hash),
  };
}

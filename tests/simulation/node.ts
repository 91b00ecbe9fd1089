/** A station of the simulated office: the real host on a simulated computer. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { CentralNetwork } from '../../electron/host/central/network.ts';
import { createFileKeyStore } from '../../electron/host/keyStore.ts';
import type { Connection } from '../../electron/host/rpc/connection.ts';
import { type Host, startHost } from '../../electron/host/startHost.ts';
import type { CommandMethod, Input, Output } from '../../shared/rpc/contract.ts';
import type { Answer } from '../../shared/rpc/protocol.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import { createMachine, type Machine, putBack } from './machine.ts';
import type { Network } from './network.ts';
import type { Seeded } from './random.ts';
import type { World } from './world.ts';

export interface Node {
  readonly id: string;
  readonly letter: string;
  readonly machine: Machine;
  /** `null` while its computer is off. */
  readonly host: Host | null;
  /** Grows with each start; what was asked before belongs to a computer that is no more. */
  readonly boots: number;
  start(): Promise<void>;
  losePower(): void;
  /** A command of a person, or of a kiosk (`null`). */
  command<M extends CommandMethod>(method: M, input: Input<M>, staffId: string | null, commandId: string): Promise<Answer>;
  end(): void;
}

/** The output of an answer that is known to be `done`. */
export const outputOf = <M extends CommandMethod>(_method: M, answer: Answer): Output<M> | null =>
  answer.kind === 'done' ? (answer.output as Output<M>) : null;

interface Parts {
  readonly world: World;
  readonly network: Network;
  readonly random: Seeded;
  readonly dataDir: string;
  readonly startAt: number;
  readonly hasJoined: boolean;
  readonly others: (own: string) => readonly string[];
  readonly onStart: (node: Node, host: Host) => void;
  /** Left out: no central server is to be reached. */
  readonly central?: CentralNetwork;
}

const log = pino({ level: process.env['LOKET_SIMULATION_LOG'] ?? 'silent' });

/** @param letter given at joining; the founder's is empty */
export async function createNode(parts: Parts, letter: string): Promise<Node> {
  const { world, network, dataDir } = parts;
  const machine = createMachine(world, parts.random, dataDir, parts.startAt, parts.central);
  const keyStore = createFileKeyStore(join(dataDir, 'keys'), machine.ports.random);
  let host: Host | null = null;
  let id = '';
  let boots = 0;
  let people = new Map<string, Connection>();

  const connectionOf = (at: Host, staffId: string | null): Connection => {
    const surface: Surface = staffId === null ? 'kiosk' : 'staff';
    const key = staffId ?? 'kiosk';
    const known = people.get(key) ?? { id: machine.ports.random.uuid(), surface, push: () => {} };
    people.set(key, known);
    const session = staffId === null ? null : at.services.access.sessions.of(known);
    if (staffId !== null && (session === null || session.locked)) at.services.access.sessions.open(known, staffId);
    return known;
  };
  const run = async (): Promise<Host> => {
    boots += 1;
    people = new Map();
    host = await world.during(
      startHost({
        dataDir,
        keyStore,
        ports: machine.ports,
        log,
        secretCost: { logN: 2, r: 1, p: 1 },
        hasJoined: parts.hasJoined,
        others: () => parts.others(id),
        // Uploads run on the computer's own timers and streams, which no seed decides (tests/integration/central/files.test.ts).
        sendsFiles: false,
      }),
      1,
    );
    return host;
  };
  const node: Node = {
    get id() {
      return id;
    },
    letter,
    machine,
    get host() {
      return host;
    },
    get boots() {
      return boots;
    },
    async start() {
      machine.boot();
      const started = await run();
      id = started.services.station.id;
      parts.onStart(node, started);
      network.plugIn({
        id,
        whenAwake: machine.whenAwake,
        connect(stationId, { office, alarm }) {
          if (host === null) return;
          host.services.office.connect({ stationId, transport: office });
          host.alarm.connectPeer(alarm);
        },
      });
    },
    losePower() {
      if (host === null) return;
      const { db } = host.services;
      machine.losePower(Number(db.pragma('synchronous', { simple: true })) >= 2);
      network.unplug(id);
      const gone = host;
      host = null;
      gone.close();
      putBack(dataDir);
    },
    async command(method, input, staffId, commandId) {
      const at = host;
      if (at === null) return { kind: 'failed', failure: { type: 'leadUnreachable' } };
      return at.router.answer(connectionOf(at, staffId), { t: 'call', n: 0, method, input, commandId });
    },
    end() {
      network.unplug(id);
      host?.close();
      host = null;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  // The letter is told at joining, before anything is decided here.
  if (letter !== '') {
    machine.boot();
    const fresh = await run();
    fresh.services.db.prepare('UPDATE station SET letter = ?').run(letter);
    fresh.close();
    host = null;
  }
  return node;
}

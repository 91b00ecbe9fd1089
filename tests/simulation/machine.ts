/** A computer of the office: its clocks, its timers, its disk. It sleeps, stalls, jumps in time and loses power. */
import { cpSync, existsSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../../electron/host/ports.ts';
import { createSystemPorts } from '../../electron/host/ports.ts';
import type { CentralNetwork } from '../../electron/host/central/network.ts';
import { atOnce } from './central/compression.ts';
import type { Seeded } from './random.ts';
import type { World } from './world.ts';

export interface Machine {
  readonly ports: Ports;
  readonly dataDir: string;
  /** A person or a flat battery moves the wall clock. */
  jump(ms: number): void;
  /** Nothing is done for a while; `asleep`: the monotonic clock stands still too. */
  stall(ms: number, asleep: boolean): void;
  /** When it is or was last not stalled any more, ms of virtual time. */
  awakeAt(): number;
  /** Runs as soon as the computer is not stalled. */
  whenAwake(run: () => void): void;
  /** Power is lost: what was not flushed is gone, timers end. `isFlushed`: the program flushes each commit. */
  losePower(isFlushed: boolean): void;
  /** It starts again. */
  boot(): void;
}

/** @param central the network to the central server; left out: there is none. */
export function createMachine(world: World, random: Seeded, dataDir: string, startAt: number, central?: CentralNetwork): Machine {
  let wallOffset = startAt;
  let awakeAt = 0;
  let slept = 0;
  let sleepsFrom = Number.POSITIVE_INFINITY;
  let bootedAt = world.now();
  let boots = 0;
  let bootSizes: ReadonlyMap<string, number> = new Map();
  const system = createSystemPorts();
  const whenAwake = (run: () => void) => {
    const { at, boot } = { at: awakeAt, boot: boots };
    if (world.now() >= at) run();
    else world.after(at - world.now(), () => boot === boots && whenAwake(run));
  };
  /** Timers of a computer that lost power do not run any more. */
  const after = (ms: number, run: () => void) => {
    const boot = boots;
    const due = monotonic() + ms;
    let cancel = () => {};
    const wait = (left: number) => {
      cancel = world.after(left, () => {
        if (boot !== boots) return;
        // Timers stand still while the computer sleeps.
        if (monotonic() < due) wait(due - monotonic());
        else whenAwake(run);
      });
    };
    wait(ms);
    return () => cancel();
  };
  /** What comes from outside: taken when the computer is not stalled, and never by one that lost power meanwhile. */
  const heard = <Value>(coming: Promise<Value>): Promise<Value> => {
    const boot = boots;
    return new Promise((resolve, reject) => {
      const take = (run: () => void) => {
        if (boot === boots) whenAwake(run);
      };
      coming.then(
        (value) => take(() => resolve(value)),
        (error: unknown) => take(() => reject(error)),
      );
    });
  };
  const monotonic = () => Math.min(world.now(), sleepsFrom) - bootedAt - slept;
  const wall = () => Math.round(wallOffset + world.now());
  const ports: Ports = {
    ...system,
    clock: { now: wall, monotonic },
    random: { bytes: (length) => random.bytes(length), uuid: () => random.uuid(wall()) },
    timers: {
      after,
      every(ms, run) {
        let cancel = () => {};
        const again = () => {
          cancel = after(ms, () => {
            again();
            run();
          });
        };
        again();
        return () => cancel();
      },
      yield: () => new Promise((resolve) => void after(0, resolve)),
    },
    // Backups and checks are read-only and have tests of their own.
    background: { startStorageJob: () => ({ result: new Promise(() => {}), stop: () => {} }), compression: atOnce },
    outside: { postJson: refuse, run: refuse, sendTcp: refuse, writeDevice: refuse },
    central: { request: (request) => (central === undefined ? refuse() : heard(central.request(request))) },
  };
  return {
    ports,
    dataDir,
    awakeAt: () => awakeAt,
    whenAwake,
    jump(ms) {
      wallOffset += ms;
    },
    stall(ms, asleep) {
      awakeAt = Math.max(awakeAt, world.now() + ms);
      if (!asleep || sleepsFrom !== Number.POSITIVE_INFINITY) return;
      const from = world.now();
      sleepsFrom = from;
      const boot = boots;
      world.after(ms, () => {
        sleepsFrom = Number.POSITIVE_INFINITY;
        if (boot === boots) slept += world.now() - from;
      });
    },
    losePower(isFlushed) {
      boots += 1;
      keepWhatWasFlushed(dataDir, bootSizes, isFlushed);
    },
    boot() {
      bootedAt = world.now();
      slept = 0;
      awakeAt = world.now();
      bootSizes = new Map(walFiles.map((file) => [file, sizeOf(join(dataDir, file))]));
    },
  };
}

const refuse = () => Promise.reject(new Error('nothing is outside'));

/**
 * What the disk has when the power goes. With `synchronous=FULL` every commit is flushed, so that is what the files have; otherwise
 * only what they had when somebody last flushed them. The files are taken away from the old handles, which die with the computer.
 */
function keepWhatWasFlushed(dataDir: string, bootSizes: ReadonlyMap<string, number>, isFlushed: boolean): void {
  const kept = keptDir(dataDir);
  rmSync(kept, { recursive: true, force: true });
  cpSync(dataDir, kept, { recursive: true, filter: (path) => !path.endsWith('-shm') });
  if (isFlushed) return;
  for (const file of walFiles) {
    const wal = join(kept, file);
    if (existsSync(wal)) truncateSync(wal, Math.min(bootSizes.get(file) ?? 0, statSync(wal).size));
  }
}

/** Puts what the disk had in place, once the old handles are closed. */
export function putBack(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(keptDir(dataDir), dataDir);
}

const walFiles = ['station.db-wal', 'vault.db-wal'];
const keptDir = (dataDir: string) => `${dataDir}.kept`;
const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);

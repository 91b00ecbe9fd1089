/**
 * The only place of the host that touches clock, randomness, timers and sockets (DESIGN decision 1).
 * Everything else receives them, so that a whole office can run in one process with a seeded clock and network.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { type CentralNetwork, createCentralNetwork } from './central/network.ts';
import { type RunningJob, startStorageJob, type StorageJob } from './backup/storageJobs.ts';
import { announceStation, browseStations, ownHosts } from './lan/network/mdns.ts';
import type { LanNetwork } from './lan/network/network.ts';
import { dialTls, listenTls, makeIdentity } from './lan/network/tls.ts';
import { type Compression, threadPool } from '../../sync/batch.ts';

export interface Clock {
  /** Wall clock, milliseconds since the epoch (UTC). May jump. */
  now(): number;
  /** Milliseconds that only ever grow, from an arbitrary start; stands still while the computer sleeps. */
  monotonic(): number;
}

export interface Random {
  bytes(length: number): Uint8Array;
  /** A UUIDv7 stamped with this station's clock. */
  uuid(): string;
}

export type Cancel = () => void;

export interface Timers {
  after(ms: number, run: () => void): Cancel;
  every(ms: number, run: () => void): Cancel;
  /** Lets waiting input and output run, then continues: for long work done in slices. */
  yield(): Promise<void>;
}

export interface Network {
  /** Opens a TCP connection (raw printers). The caller sets time limits and handles `error`. */
  connectTcp(host: string, port: number): Socket;
  /** The network cards of this computer with their addresses at this moment. */
  interfaces(): NetworkInterfaces;
  /** What this computer is called on the network. */
  hostName(): string;
}

export type NetworkInterfaces = ReturnType<typeof networkInterfaces>;

/** What the security call reaches outside the program. Each answers what the other end said, or rejects with why not. */
export interface Outside {
  postJson(url: string, body: unknown, limitMs: number): Promise<string>;
  /** Runs a program without a shell. */
  run(file: string, parameters: readonly string[], limitMs: number): Promise<string>;
  sendTcp(host: string, port: number, data: Uint8Array, limitMs: number): Promise<string>;
  /** Writes to a device file (a serial port). */
  writeDevice(path: string, data: Uint8Array, limitMs: number): Promise<string>;
}

/** Work beside the host's thread. */
export interface Background {
  startStorageJob(job: StorageJob): RunningJob;
  readonly compression: Compression;
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly network: Network;
  readonly outside: Outside;
  readonly background: Background;
  /** Other stations of the office. */
  readonly lan: LanNetwork;
  /** The central server. */
  readonly central: CentralNetwork;
}

/** The real ports of a running program. Timers do not keep the process alive. */
export function createSystemPorts(): Ports {
  const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
  return {
    clock,
    random: { bytes: (length) => randomBytes(length), uuid: () => v7() },
    timers: {
      after(ms, run) {
        const timer = setTimeout(run, ms).unref();
        return () => clearTimeout(timer);
      },
      every(ms, run) {
        const timer = setInterval(run, ms).unref();
        return () => clearInterval(timer);
      },
      yield: () => new Promise((resolve) => void setImmediate(resolve)),
    },
    network: { connectTcp: (host, port) => connect({ host, port }), interfaces: networkInterfaces, hostName: hostname },
    outside: createOutside(),
    background: { startStorageJob, compression: threadPool },
    lan: {
      makeIdentity,
      listen: listenTls,
      dial: dialTls,
      announce: announceStation,
      browse: browseStations,
      ownHosts,
    },
    central: createCentralNetwork(),
  };
}

function createOutside(): Outside {
  return {
    async postJson(url, body, limitMs) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(limitMs),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return `HTTP ${response.status}`;
    },
    run: (file, parameters, limitMs) =>
      new Promise((resolve, reject) => {
        execFile(file, [...parameters], { timeout: limitMs, windowsHide: true }, (error) => {
          if (error === null) resolve('exit 0');
          else reject(new Error(error.killed ? 'took too long' : `exit ${String(error.code ?? error.signal)}`));
        });
      }),
    sendTcp: (host, port, data, limitMs) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host, port });
        socket.setTimeout(limitMs, () => socket.destroy(new Error('took too long')));
        socket.once('error', reject);
        socket.once('connect', () => socket.end(data, () => resolve('sent')));
      }),
    writeDevice: (path, data, limitMs) => {
      // A device that takes nothing keeps the write itself waiting, which no signal ends: the outcome must come all the same.
      const tooLong = delay(limitMs, undefined, { ref: false }).then(() => Promise.reject(new Error('took too long')));
      return Promise.race([writeFile(path, data, { flag: 'r+', signal: AbortSignal.timeout(limitMs) }).then(() => 'written'), tooLong]);
    },
  };
}

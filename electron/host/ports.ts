/**
 * The only place of the host that touches clock, randomness, timers and sockets (DESIGN decision 1).
 * Everything else receives them, so that a whole office can run in one process with a seeded clock and network.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { v7 } from 'uuid';

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
}

export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly network: Network;
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
    network: { connectTcp: (host, port) => connect({ host, port }) },
  };
}

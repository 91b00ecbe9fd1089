import { readFileSync } from 'node:fs';

/** One line of `npm run bench`. Fields that do not apply are left out. */
export interface BenchLine {
  readonly bench: string;
  readonly p50_ms?: number;
  readonly p95_ms?: number;
  readonly p99_ms?: number;
  readonly floor_p50_ms?: number;
  readonly floor_p95_ms?: number;
  readonly floor_p99_ms?: number;
  readonly ratio?: number;
  readonly value?: number;
  readonly unit?: string;
  readonly n?: number;
  readonly goal: string;
  readonly ok: boolean;
}

export interface BenchOptions {
  /** How long the office of eight stations works. */
  readonly minutes: number;
}

/** The value below which the share `q` of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], q: number): number {
  const sorted = [...samples].toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Milliseconds that one run takes. */
export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export interface Interleaved {
  readonly subject: readonly number[];
  readonly floor: readonly number[];
}

/** Runs subject and floor in turns, so that a noisy machine disturbs both alike. Warms up before it measures. */
export function interleave(rounds: number, subject: () => number, floor: () => number, warmUp = 200): Interleaved {
  for (let i = 0; i < warmUp; i += 1) {
    subject();
    floor();
  }
  const samples = { subject: [] as number[], floor: [] as number[] };
  for (let i = 0; i < rounds; i += 1) {
    samples.subject.push(subject());
    samples.floor.push(floor());
  }
  return samples;
}

/** Resident memory of a process as Linux reports it. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** A seeded source of everything random: the same seed, the same office. */
export interface Seeded {
  /** 0 ≤ x < 1 */
  next(): number;
  /** min ≤ n ≤ max, whole */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item | undefined;
  bytes(length: number): Uint8Array;
  uuid(at: number): string;
  /** A source of its own, so that what one draws does not move the others. */
  fork(name: string): Seeded;
}

/** xoshiro128**, seeded by a hash of its name. */
export function createSeeded(name: string): Seeded {
  const hash = createHash('sha256').update(name).digest();
  const state = Uint32Array.from([0, 4, 8, 12].map((at) => hash.readUInt32LE(at)));
  const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k));
  const word = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    state.set([a ^ d ^ b, b ^ c ^ a, c ^ a ^ (b << 9), rotate(d ^ b, 11)]);
    return result;
  };
  const next = () => word() / 2 ** 32;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const bytes = (length: number) => Uint8Array.from({ length }, () => word() >>> 24);
  return {
    next,
    int,
    bytes,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)],
    uuid: (at) => v7({ msecs: at, random: bytes(16) }),
    fork: (child) => createSeeded(`${name}/${child}`),
  };
}

import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports.ts';

/** Cost of scrypt: N = 2^logN, block size r, parallelism p. */
export interface SecretCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** RELIABILITY 23: about a third of a second and 128 MB per try. */
export const strongCost: SecretCost = { logN: 17, r: 8, p: 1 };

export interface SecretHasher {
  /** A text to store: cost, salt and peppered hash; different each time. */
  hash(secret: string): Promise<string>;
  /** Whether a secret is the stored one. `null` takes as long and is never right, so that time tells nothing. */
  verify(secret: string, stored: string | null): Promise<boolean>;
}

const saltBytes = 16;
const hashBytes = 32;

/**
 * scrypt, then an HMAC under the pepper, which lives outside every database: a stolen `vault.db` alone gives nothing
 * to guess against. One computation at a time, off the event loop: calls of other windows go on meanwhile.
 */
export function createSecretHasher(pepper: Uint8Array, random: Random, cost: SecretCost = strongCost): SecretHasher {
  const oneAtATime = createSerial();
  const peppered = (secret: string, salt: Uint8Array, by: SecretCost) =>
    oneAtATime(async () =>
      createHmac('sha256', pepper)
        .update(await stretched(secret, salt, by))
        .digest(),
    );

  return {
    async hash(secret) {
      const salt = random.bytes(saltBytes);
      const hash = await peppered(secret, salt, cost);
      return ['scrypt', cost.logN, cost.r, cost.p, Buffer.from(salt).toString('base64url'), hash.toString('base64url')].join('$');
    },
    async verify(secret, stored) {
      const known = parsed(stored) ?? { cost, salt: Buffer.alloc(saltBytes), hash: random.bytes(hashBytes) };
      return timingSafeEqual(await peppered(secret, known.salt, known.cost), known.hash) && stored !== null;
    },
  };
}

function stretched(secret: string, salt: Uint8Array, { logN, r, p }: SecretCost): Promise<Buffer> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    // One form of each character, so that "é" typed on another keyboard is the same password.
    scrypt(secret.normalize('NFKC'), salt, hashBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function parsed(stored: string | null): { cost: SecretCost; salt: Buffer; hash: Buffer } | null {
  if (stored === null) return null;
  const [scheme, logN, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) throw new Error('credential of an unknown scheme');
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

/** Runs tasks one after another, in the order they came; one that fails does not stop the next. */
export function createSerial(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };
}

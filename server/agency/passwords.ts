import { randomBytes } from 'node:crypto';
import { createSecretHasher, type SecretCost, type SecretHasher, strongCost } from '../../electron/host/access/secrets.ts';
import type { ServerKeys } from '../keys.ts';

export interface Passwords extends SecretHasher {
  /** More are waiting than can be checked in a few seconds: whoever comes now is asked to come again. */
  isBusy(): boolean;
}

export interface PasswordServices {
  readonly keys: ServerKeys;
  /** Of new passwords; default: `strongCost`. */
  readonly passwordCost?: SecretCost | undefined;
}

/** At a third of a second each, one at a time. */
const mostWaiting = 20;

/** Passwords of the agency view: scrypt, peppered with the server's key, which no copy of the database has (RELIABILITY 23). */
export function createPasswords({ keys, passwordCost = strongCost }: PasswordServices): Passwords {
  const random = { bytes: (length: number) => randomBytes(length), uuid: () => '' };
  const hasher = createSecretHasher(keys.mac('agency-pepper', ''), random, passwordCost);
  let waiting = 0;
  const counted = async <T>(work: Promise<T>) => {
    waiting += 1;
    try {
      return await work;
    } finally {
      waiting -= 1;
    }
  };
  return {
    hash: (secret) => counted(hasher.hash(secret)),
    verify: (secret, stored) => counted(hasher.verify(secret, stored)),
    isBusy: () => waiting >= mostWaiting,
  };
}

export const shortestPassword = 12;

/** What is wrong with a password that somebody chose; `null`: nothing. Length counts, not a mixture of signs (NIST SP 800-63B). */
export function passwordProblem(password: string, login: string): 'tooShort' | 'tooSimple' | null {
  if (Array.from(password).length < shortestPassword) return 'tooShort';
  const isLogin = password.toLowerCase().includes(login);
  return isLogin || new Set(password.toLowerCase()).size < 5 ? 'tooSimple' : null;
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Sixteen letters and digits in groups, about 79 bits: `k7m2-x9qp-…`. For a password that must be changed at first use. */
export const makePassword = (): string => groups(randomText(16));

/** A recovery code, about 59 bits: `h4k2-m9xq-7pw2`. */
export const makeRecoveryCode = (): string => groups(randomText(12));

const groups = (text: string) => text.match(/.{4}/gu)?.join('-') ?? text;

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    const byte = randomBytes(1)[0] ?? 0;
    // Without a remainder, so that each sign is equally likely.
    if (byte < 256 - (256 % alphabet.length)) text += alphabet[byte % alphabet.length] ?? '';
  }
  return text;
}

/**
 * Who may open a window in browser mode. Any program and any page on this computer can reach a loopback port, so:
 *
 * 1. A start URL carries a one-time token. Opening it uses the token up and gives the browser a signed cookie.
 * 2. The cookie is `HttpOnly`, `SameSite=Strict` and signed with a key outside the database; it survives a restart of
 *    the host, so that a reload after a power cut works without a new start URL.
 * 3. Host and Origin must be this server's own, against DNS rebinding and foreign pages.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Ports } from '../ports.ts';
import { cookieOf } from './parts.ts';

export interface WindowAccess {
  /** A token for one start URL; at most 100 unused ones are kept, the oldest is forgotten first. */
  newToken(): string;
  /** Uses a token up: the value for the cookie, or `null` when it is unknown or was used before. */
  redeem(token: string): string | null;
  /** Whether the request carries a cookie that this station gave out in the last 30 days. */
  hasCookie(request: IncomingMessage): boolean;
  readonly cookieName: string;
}

const cookieLifetimeMs = 30 * 24 * 3600 * 1000;
export const cookieLifetimeSeconds = cookieLifetimeMs / 1000;

export function createWindowAccess(key: Uint8Array, port: number, ports: Ports): WindowAccess {
  const unused = new Set<string>();
  // Cookies do not tell ports apart; the name does, so that two stations on one computer keep theirs.
  const cookieName = `loket_${port}`;
  const sign = (text: string) => createHmac('sha256', key).update(`window:${text}`).digest('base64url');

  return {
    cookieName,
    newToken() {
      const token = Buffer.from(ports.random.bytes(32)).toString('base64url');
      unused.add(digest(token));
      if (unused.size > 100) unused.delete([...unused][0] ?? '');
      return token;
    },
    redeem(token) {
      if (!unused.delete(digest(token))) return null;
      const text = `${ports.clock.now()}.${Buffer.from(ports.random.bytes(12)).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    hasCookie(request) {
      const value = cookieOf(request, cookieName);
      const at = value?.lastIndexOf('.') ?? -1;
      if (value === undefined || at === -1) return false;
      const text = value.slice(0, at);
      const age = ports.clock.now() - Number(text.split('.')[0]);
      return isEqual(value.slice(at + 1), sign(text)) && Math.abs(age) < cookieLifetimeMs;
    },
  };
}

/** Only digests are kept, so that looking one up takes the same time whatever was guessed. */
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

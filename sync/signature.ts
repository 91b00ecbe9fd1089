/**
 * A signed request: `Authorization: Loket key=<uuid>, at=<ms>, signature=<base64url>`, Ed25519 over
 *
 *   loket-1 \n METHOD \n path with query \n at \n SHA-256 of the body in hex
 *
 * `at` is the server's time as the client knows it, so that an office whose clock is wrong still gets in. A request repeated
 * within the window does nothing twice: every one of them is idempotent.
 */
import { hash, type KeyObject, sign, verify } from 'node:crypto';

/** How far `at` may be from the server's clock, ms. */
export const signatureWindowMs = 5 * 60 * 1000;

export interface SignedRequest {
  readonly method: string;
  /** Path with query, as on the request line. */
  readonly path: string;
  readonly body: Uint8Array;
}

const signedBytes = ({ method, path, body }: SignedRequest, at: number) =>
  Buffer.from(['loket-1', method, path, String(at), hash('sha256', body)].join('\n'));

/** The value of the header. @param at ms since the epoch, by the server's clock. */
export function authorize(request: SignedRequest, keyId: string, key: KeyObject, at: number): string {
  return `Loket key=${keyId}, at=${at}, signature=${sign(null, signedBytes(request, at), key).toString('base64url')}`;
}

export interface Authorization {
  readonly keyId: string;
  readonly at: number;
  readonly signature: string;
}

/** `null`: not a header of this kind. */
export function parseAuthorization(header: string | undefined): Authorization | null {
  const match = /^Loket key=([0-9a-f-]{36}), at=(\d{1,15}), signature=([\w-]{86})$/u.exec(header ?? '');
  const [, keyId, at, signature] = match ?? [];
  return keyId === undefined || at === undefined || signature === undefined ? null : { keyId, at: Number(at), signature };
}

export const isSignedBy = (request: SignedRequest, { at, signature }: Authorization, key: KeyObject): boolean =>
  verify(null, signedBytes(request, at), key, Buffer.from(signature, 'base64url'));

/** Raw 32-byte keys of Ed25519 (signing) and X25519 (sealing), as they are stored and sent. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

type Curve = 'Ed25519' | 'X25519';

/** What stands before the 32 bytes in PKCS #8 (RFC 8410). */
const pkcs8 = {
  Ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  X25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
};

/** @param seed 32 random bytes; the same seed is the same key. */
export const privateKey = (curve: Curve, seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8[curve], seed]), format: 'der', type: 'pkcs8' });

/** @param raw 32 bytes. @throws when it is no key of the curve. */
export const publicKey = (curve: Curve, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: curve, x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });

/** The 32 bytes of the public key that belongs to a private one. */
export const publicBytes = (key: KeyObject): Buffer => Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

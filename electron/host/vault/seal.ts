import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Random } from '../ports.ts';

const nonceBytes = 12;
const tagBytes = 16;
/** How much longer content is when it is sealed. */
export const sealBytes = nonceBytes + tagBytes;

/** Content did not open: another key, another id, or changed bytes. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

/** Node takes ten times longer to begin with the bytes of a key than with a key object that is made of them. */
const keyObject = (key: Uint8Array | KeyObject): KeyObject => (key instanceof Uint8Array ? createSecretKey(key) : key);

/**
 * AES-256-GCM: nonce, tag and ciphertext in one buffer. `label` is the associated data: it says what and whose the
 * content is, so that a ciphertext moved to another row does not open there.
 */
export function seal(key: Uint8Array | KeyObject, label: string, content: Uint8Array, random: Random): Buffer {
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), nonce);
  cipher.setAAD(Buffer.from(label));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws SealBrokenError when key, label or bytes are not those it was sealed with. */
export function unseal(key: Uint8Array | KeyObject, label: string, sealed: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyObject(key), sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(label));
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealBrokenError('sealed content does not open', { cause });
  }
}

/** HMAC-SHA256 of a text under a key: the only trace that a value leaves in an index. */
export const keyedHash = (key: Uint8Array | KeyObject, text: string): Buffer => createHmac('sha256', keyObject(key)).update(text).digest();

/**
 * Sealing for one recipient: X25519 with an ephemeral key, HKDF-SHA256, AES-256-GCM (as HPKE base mode does it). Who seals
 * cannot open it again. One ephemeral key serves a batch; nonces count, and the label is authenticated with the content.
 */
import { createCipheriv, createDecipheriv, createSecretKey, diffieHellman, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { privateKey, publicBytes, publicKey } from './keys.ts';

export interface Sealed {
  /** X25519, 32 raw bytes. */
  readonly ephemeral: Buffer;
  /** Nonce, tag and ciphertext. */
  readonly content: Buffer;
}

/** It was sealed for another key or under another label, or its bytes changed. */
export class SealedForAnotherError extends Error {
  override readonly name = 'SealedForAnotherError';
}

const nonceBytes = 12;
const tagBytes = 16;
/** How much longer content is when it is sealed, without the ephemeral key. */
export const sealBytes = nonceBytes + tagBytes;

const contentKey = (shared: Buffer, ephemeral: Uint8Array, recipient: Uint8Array): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), 'loket-seal-1', 32)));

/**
 * Seals items for one recipient. `label` says what and whose it is; it must be given again to open.
 * @param recipient X25519 public key, 32 raw bytes. @param bytes a source of random bytes.
 */
export function createSealer(recipient: Uint8Array, bytes: (length: number) => Uint8Array): (label: string, content: Uint8Array) => Sealed {
  const own = privateKey('X25519', bytes(32));
  const ephemeral = publicBytes(own);
  const key = contentKey(diffieHellman({ privateKey: own, publicKey: publicKey('X25519', recipient) }), ephemeral, recipient);
  let sealedBefore = 0;
  return (label, content) => {
    // The key is this sealer's alone: a count never comes twice under it.
    const nonce = Buffer.alloc(nonceBytes);
    nonce.writeUInt32BE(sealedBefore, nonceBytes - 4);
    sealedBefore += 1;
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(label));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return { ephemeral, content: Buffer.concat([nonce, cipher.getAuthTag(), sealed]) };
  };
}

/** Whether bytes are a key that can be sealed for; some points of the curve are none. */
export function canSealFor(recipient: Uint8Array): boolean {
  try {
    createSealer(recipient, randomBytes)('', Buffer.alloc(0));
    return true;
  } catch {
    return false;
  }
}

/** @throws SealedForAnotherError */
export function openSealed(key: KeyObject, label: string, { ephemeral, content }: Sealed): Buffer {
  try {
    const shared = diffieHellman({ privateKey: key, publicKey: publicKey('X25519', ephemeral) });
    const decipher = createDecipheriv('aes-256-gcm', contentKey(shared, ephemeral, publicBytes(key)), content.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(label));
    decipher.setAuthTag(content.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(content.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealedForAnotherError('sealed content does not open', { cause });
  }
}

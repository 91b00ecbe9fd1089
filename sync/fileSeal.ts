/**
 * The file of an attachment, sealed for the agency's key. Sealed again by any station of the office it is the same bytes, so
 * that an upload which was cut off goes on wherever the file is sent from next: what is random in sealing comes from a
 * signature (Ed25519 signatures are deterministic, and nobody else can make this one) over what is sealed for whom.
 */
import { hash, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { fileLabel } from '../shared/sync/protocol.ts';
import { createSealer, sealBytes } from './seal.ts';

export interface FileToSeal {
  readonly attachmentId: string;
  readonly content: Uint8Array;
  /** The agency's. */
  readonly keyId: string;
  /** X25519, 32 raw bytes. */
  readonly publicKey: Uint8Array;
}

const ephemeralBytes = 32;
/** Sealed bytes beyond those of the content: the ephemeral key, nonce and tag. */
export const sealedFileExtra = ephemeralBytes + sealBytes;

/** Ephemeral key and sealed content in one. @param signingKey of the office. */
export function sealFile(signingKey: KeyObject, { attachmentId, content, keyId, publicKey }: FileToSeal): Buffer {
  const said = ['loket-file-1', attachmentId, keyId, Buffer.from(publicKey).toString('hex'), hash('sha256', content)].join('\n');
  const seed = sign(null, Buffer.from(said), signingKey);
  let drawn = 0;
  const bytes = (length: number) => Buffer.from(hkdfSync('sha256', seed, '', `loket-file-1:${(drawn += 1)}`, length));
  const { ephemeral, content: sealed } = createSealer(publicKey, bytes)(fileLabel(attachmentId), content);
  return Buffer.concat([ephemeral, sealed]);
}

/** What `sealFile` put together. */
export const splitFile = (bytes: Buffer): { readonly ephemeral: Buffer; readonly content: Buffer } => ({
  ephemeral: bytes.subarray(0, ephemeralBytes),
  content: bytes.subarray(ephemeralBytes),
});

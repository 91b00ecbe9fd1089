import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Size and SHA-256 of a file. */
export function fingerprint(file: string): { bytes: number; sha256: string } {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  const handle = openSync(file, 'r');
  let bytes = 0;
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      digest.update(buffer.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
  return { bytes, sha256: digest.digest('hex') };
}

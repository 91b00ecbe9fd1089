import { pinFrom } from '../../../shared/domain/complaints/number.ts';
import type { KeyStore } from '../keyStore.ts';
import { keyedHash } from '../vault/seal.ts';

/** Bytes of a PIN: 40 bits (RELIABILITY 30). */
const pinBytes = 5;

/**
 * The PIN of a registered submission, such as `7K2M-9QXZ`. It is made of the office's key and never stored, so that every
 * station prints the same one at any time, also for what was registered before the office enrolled (docs/decisions/0027).
 */
export const documentPin = (keyStore: Pick<KeyStore, 'key'>, documentId: string): string =>
  pinFrom(keyedHash(keyStore.key('indexKey'), `document-pin:${documentId}`).subarray(0, pinBytes));

import { pinFrom } from '../../../shared/domain/complaints/number.ts';
import type { KeyStore } from '../keyStore.ts';
import { keyedHash } from '../vault/seal.ts';

const pinBytes = 5;

/** The PIN of a document: 40 bits that only this office can make; made anew from its key whenever a receipt is printed. */
export const documentPin = (keyStore: Pick<KeyStore, 'key'>, documentId: string): string =>
  pinFrom(keyedHash(keyStore.key('indexKey'), `document-pin:${documentId}`).subarray(0, pinBytes));

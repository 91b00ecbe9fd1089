/**
 * PINs of what can be followed, such as `7K2M-9QXZ`. They are made of the office's key and the id, so that every station prints
 * the same one at any time and none has to be kept with the words (decision 0027).
 */
import { createSecretKey } from 'node:crypto';
import { normalisedPin, pinFrom } from '../../../shared/domain/complaints/number.ts';
import type { KeyStore } from '../keyStore.ts';
import { keyedHash } from '../vault/seal.ts';

/** Bytes of a PIN: 40 bits (RELIABILITY 30). */
const pinBytes = 5;

export interface Pins {
  /** Of a registered submission. */
  ofDocument(documentId: string): string;
  /** Of a complaint; one that was registered when PINs were random has another, and then its event's hash is not that of this one. */
  ofComplaint(complaintId: string): string;
  /** What a complaint's event and a window of the public are compared by: the secret itself is in no event. Hex. */
  hashOf(complaintId: string, pin: string): string;
}

export function createPins(keyStore: Pick<KeyStore, 'key'>): Pins {
  const key = createSecretKey(keyStore.key('indexKey'));
  const made = (label: string) => pinFrom(keyedHash(key, label).subarray(0, pinBytes));
  return {
    ofDocument: (documentId) => made(`document-pin:${documentId}`),
    ofComplaint: (complaintId) => made(`complaint-pin:${complaintId}`),
    hashOf: (complaintId, pin) => keyedHash(key, `pin:${complaintId}:${normalisedPin(pin)}`).toString('hex'),
  };
}

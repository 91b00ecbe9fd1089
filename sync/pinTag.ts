import { createHmac, type KeyObject } from 'node:crypto';
import { normalisedPin } from '../shared/domain/complaints/number.ts';

/** What a number's PIN is compared by: 16 bytes of a keyed HMAC, made alike at the office and here (RELIABILITY 30). */
export const pinTagOf = (pinKey: KeyObject | Uint8Array, subjectId: string, pin: string): Buffer =>
  createHmac('sha256', pinKey)
    .update(`${subjectId}:${normalisedPin(pin)}`)
    .digest()
    .subarray(0, 16);

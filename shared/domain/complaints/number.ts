/**
 * Tracking numbers: `P-2026-000123`, one series per office year and station, never reused; a station with a letter puts it
 * behind the P (DESIGN decision 7). A number is text everywhere.
 */
export interface TrackingNumber {
  readonly letter: string;
  readonly year: number;
  readonly sequence: number;
}

export const trackingNumber = ({ letter, year, sequence }: TrackingNumber): string =>
  `P${letter}-${year}-${String(sequence).padStart(6, '0')}`;

/** Crockford's base 32: no I, L, O, U, so that a PIN survives being read out and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A PIN of 40 bits as eight characters, `7K2M-9QXZ` (RELIABILITY 30). @param bytes five that nobody can guess. */
export function pinFrom(bytes: Uint8Array): string {
  // More bits than the operators on integers take, fewer than a number holds exactly.
  let bits = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  let characters = '';
  for (let at = 0; at < 8; at += 1) {
    characters = `${alphabet[bits % 32]}${characters}`;
    bits = Math.floor(bits / 32);
  }
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/** A PIN as it is compared: capitals, without dashes and spaces, look-alikes read as what was meant. */
export const normalisedPin = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');

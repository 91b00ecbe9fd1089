import { hash } from 'node:crypto';
import type { Random } from '../ports.ts';

/** Crockford's base 32: nothing that is mistaken for something else when it is typed with a remote control. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
/** 26 letters of 5 bits: 130 bits, which nobody guesses, however many tries a second the network carries. */
const length = 26;

/** A new token. It exists in the address and in the browser's cookie; the station keeps its hash. */
export const newToken = (random: Random): string => [...random.bytes(length)].map((byte) => letters[byte & 31]).join('');

/** As a person may have typed it: capitals, dashes, O for 0, I or L for 1. `null`: not a token. */
export function tokenTyped(text: string): string | null {
  const token = text.toLowerCase().replaceAll('-', '').replaceAll('o', '0').replaceAll(/[il]/gu, '1');
  return /^[0-9a-hjkmnp-tv-z]{26}$/u.test(token) ? token : null;
}

/** What is stored: enough to recognise the token, not to make it. It has more entropy than any slow hash would add. */
export const tokenHash = (token: string): string => hash('sha256', `screen-link:${token}`);

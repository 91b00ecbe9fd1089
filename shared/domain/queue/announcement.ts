/**
 * What the waiting room hears and reads when a number is called, always in Indonesian (DOMAIN section 3):
 * "Nomor antrean A nol satu dua, silakan menuju loket tiga."
 *
 * A clip is one recorded word or phrase. Digits of the ticket carry the rising tone of a list that goes on, `end-…` and
 * the round numbers the falling tone of the end of a sentence.
 */

const digitWords = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export type ClipName =
  | 'chime'
  | 'nomor-antrean'
  | 'silakan-menuju-loket'
  | `letter-${string}`
  | `digit-${Digit}`
  | `end-${Digit}`
  | 'end-sepuluh'
  | 'end-sebelas'
  | 'end-belas'
  | 'end-puluh'
  | 'puluh';

/** Every clip that an announcement can ask for. */
export const clipNames: readonly ClipName[] = [
  'chime',
  'nomor-antrean',
  'silakan-menuju-loket',
  ...Array.from(letters, (letter): ClipName => `letter-${letter.toLowerCase()}`),
  ...digitWords.map((_, digit): ClipName => `digit-${digit as Digit}`),
  ...digitWords.map((_, digit): ClipName => `end-${digit as Digit}`),
  'end-sepuluh',
  'end-sebelas',
  'end-belas',
  'end-puluh',
  'puluh',
];

export interface Announcement {
  /** For a speech voice and for reading. */
  readonly sentence: string;
  /** In speaking order, chime first. */
  readonly clips: readonly ClipName[];
}

/** Announces ticket `A-012` (prefix, dash, digits; any other character is silent) at a counter 1–99. */
export function announcementOf(ticketNumber: string, counterNumber: number): Announcement {
  const counter = counterNumberParts(counterNumber);
  const number = Array.from(ticketNumber.toUpperCase()).flatMap(ticketCharacter);
  return {
    sentence: `Nomor antrean ${number.map(({ word }) => word).join(' ')}, silakan menuju loket ${counter.map(({ word }) => word).join(' ')}.`,
    clips: ['chime', 'nomor-antrean', ...number.map(({ clip }) => clip), 'silakan-menuju-loket', ...counter.map(({ clip }) => clip)],
  };
}

/** A number in Indonesian words, as a counter is called: 12 is "dua belas", 31 "tiga puluh satu". From 100 digit by digit. */
export const counterNumberWords = (value: number): string =>
  counterNumberParts(value)
    .map(({ word }) => word)
    .join(' ');

interface Part {
  readonly word: string;
  readonly clip: ClipName;
}

function counterNumberParts(value: number): readonly Part[] {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (value >= 100)
    return Array.from(String(value)).map((digit, at, all) => (at === all.length - 1 ? ending(Number(digit)) : going(Number(digit))));
  if (value < 10) return [ending(value)];
  if (value === 10) return [{ word: 'sepuluh', clip: 'end-sepuluh' }];
  if (value === 11) return [{ word: 'sebelas', clip: 'end-sebelas' }];
  if (value < 20) return [going(ones), { word: 'belas', clip: 'end-belas' }];
  if (ones === 0) return [going(tens), { word: 'puluh', clip: 'end-puluh' }];
  return [going(tens), { word: 'puluh', clip: 'puluh' }, ending(ones)];
}

function ticketCharacter(character: string): readonly Part[] {
  if (letters.includes(character)) return [{ word: character, clip: `letter-${character.toLowerCase()}` }];
  return /^\d$/u.test(character) ? [going(Number(character))] : [];
}

const going = (digit: number): Part => ({ word: wordOf(digit), clip: `digit-${digit as Digit}` });
const ending = (digit: number): Part => ({ word: wordOf(digit), clip: `end-${digit as Digit}` });

function wordOf(digit: number): string {
  const word = digitWords[digit];
  if (word === undefined) throw new RangeError(`Not a digit: ${digit}`);
  return word;
}

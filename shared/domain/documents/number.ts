/**
 * Registration numbers: `B-2026-000123`, one series per office year and station, never reused. A station with a letter
 * puts it behind the B, so that two stations need no coordination (DESIGN decision 7). A number is text everywhere.
 */
export interface RegistrationNumber {
  readonly letter: string;
  readonly year: number;
  readonly sequence: number;
}

export const registrationNumber = ({ letter, year, sequence }: RegistrationNumber): string =>
  `B${letter}-${year}-${String(sequence).padStart(6, '0')}`;

/** Begins the content of every QR code of the program, so that a scanner's input is recognised. */
export const searchMark = 'LOKET:';

/** The page where the public follows it, with the number in it (shared/papers/follow.ts). */
const followAddress = /^HTTPS?:\/\/\S+\/STATUS\?N=([\w-]+)$/u;

/** The number in what a scanner read from one of the program's QR codes; `null`: it is something else. */
export function scannedNumber(typed: string): string | null {
  const capitals = typed.trim().toUpperCase();
  if (capitals.startsWith(searchMark)) return capitals.slice(searchMark.length);
  return followAddress.exec(capitals)?.[1] ?? null;
}

/** What an officer or a scanner means when searching: the end of a number, in capitals. */
export const searchedNumberEnd = (typed: string): string => scannedNumber(typed) ?? typed.trim().toUpperCase();

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

/**
 * What an officer or a scanner means when searching: the end of a registration number, in capitals.
 * A scanned QR code brings its mark along.
 */
export function searchedNumberEnd(typed: string): string {
  const capitals = typed.trim().toUpperCase();
  return capitals.startsWith(searchMark) ? capitals.slice(searchMark.length) : capitals;
}

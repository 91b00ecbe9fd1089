import { officeZones } from '../../shared/domain/values.ts';

/** Indonesia has no daylight saving. */
const hoursOf: Readonly<Record<string, number>> = Object.fromEntries(officeZones.map((zone, index) => [zone, 7 + index]));

/** `2026-11-28T09:30:00+07:00`, in the office's zone; UTC for one that is not Indonesia's. @param at ms since the epoch. */
export function w3(at: number, zone: string): string | null {
  const hours = hoursOf[zone];
  const shifted = new Date(at + (hours ?? 0) * 60 * 60 * 1000);
  if (Number.isNaN(shifted.getTime())) return null;
  const text = shifted.toISOString().slice(0, 19);
  return `${text}${hours === undefined ? 'Z' : `+${String(hours).padStart(2, '0')}:00`}`;
}

/** The instant of a complete date and time with its zone. `null`: it is none. */
export function instantOfW3(text: string): number | null {
  // A plus that was not encoded arrives as a space.
  const plain = text.replace(' ', '+');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/u.test(plain)) return null;
  const at = Date.parse(plain);
  return Number.isNaN(at) ? null : at;
}

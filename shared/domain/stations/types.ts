import { z } from 'zod';
import { id, line } from '../values.ts';

/** What a station is used for; several at once. They decide which window opens first and what the status line says. */
export const stationRoles = ['counter', 'kiosk', 'board', 'supervisor', 'guard'] as const;
export const stationRole = z.enum(stationRoles);
export type StationRole = (typeof stationRoles)[number];

/** What an administrator says about a station, and may change later. */
export const stationDetails = z.strictObject({
  name: line(40),
  /** Where it stands, for whoever looks for it; may be empty. */
  place: line(80, 0),
  roles: z.array(stationRole).min(1).max(stationRoles.length),
});
export type StationDetails = z.infer<typeof stationDetails>;

/** SHA-256 of a station's certificate (DER), in lower-case hex. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/u);

/** Empty for the founding lead; A…Z, then AA…ZZ in the order of joining. */
export const stationLetter = z.string().regex(/^[A-Z]{0,2}$/u);

/** A station as the registry knows it. It never leaves the list: its letter is never given again. */
export const stationEntry = stationDetails.extend({ id, letter: stationLetter, fingerprint, revoked: z.boolean() });
export type StationEntry = z.infer<typeof stationEntry>;

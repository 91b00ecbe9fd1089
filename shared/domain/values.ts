import { z } from 'zod';

/** Ids are UUIDv7 made by the client (DESIGN decision 8). */
export const id = z.uuid();
/** A calendar date in the office's zone, `2026-11-22`. */
export const date = z.iso.date();
/** A wall-clock time in the office's zone, `07:30`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
/** Milliseconds since the epoch, UTC. */
export const instant = z.number().int();
/** Free text typed by a person: trimmed, no control characters but line breaks, bounded. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not come in
    .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/u);

/** The two languages of every screen and paper. */
export const languages = ['id', 'en'] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

/** A text in both languages; Indonesian first. */
export const bilingual = (max: number) => z.strictObject({ id: line(max), en: line(max) });
export type Bilingual = { readonly id: string; readonly en: string };

/** Indonesia's three time zones by their IANA names: WIB, WITA, WIT (DOMAIN section 3). */
export const officeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export const officeZone = z.enum(officeZones);
export type OfficeZone = z.infer<typeof officeZone>;

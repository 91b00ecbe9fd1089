/**
 * What a station knows of its office without its database: who it is, whom it trusts, where they were last seen. In a file of its
 * own, because the security call must reach other stations while the database cannot be opened (DESIGN decision 10).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { stationEntry, stationLetter } from '../../../shared/domain/stations/types.ts';
import { id, instant } from '../../../shared/domain/values.ts';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';

export const stationAddress = z.strictObject({ host: z.string().min(1).max(253), port: z.number().int().min(1).max(65_535) });

/** Whom to trust, as the lead says it. */
export const roster = z.strictObject({
  leadId: id,
  stations: z
    .array(stationEntry.extend({ addresses: z.array(stationAddress).max(8) }))
    .min(1)
    .max(1000),
});
export type Roster = z.infer<typeof roster>;
export type RosterStation = Roster['stations'][number];

const lanState = z.strictObject({
  version: z.literal(1),
  self: z.strictObject({ stationId: id, letter: stationLetter }),
  /** When this station learned that it is no longer part of the office. */
  revokedAt: instant.nullable(),
  roster,
});
export type LanState = z.infer<typeof lanState>;

export const lanFolder = (dataDir: string): string => join(dataDir, 'lan');
const stateFile = (dataDir: string) => join(lanFolder(dataDir), 'stations.json');

/** `null`: this station is alone. @throws when the file cannot be read or is not what this program writes. */
export function readLanState(dataDir: string): LanState | null {
  const content = readIfPresent(stateFile(dataDir));
  return content === null ? null : lanState.parse(JSON.parse(content.toString('utf8')));
}

/** @throws I/O errors. */
export function writeLanState(dataDir: string, state: LanState): void {
  mkdirSync(lanFolder(dataDir), { recursive: true, mode: 0o700 });
  writeDurably(stateFile(dataDir), `${JSON.stringify(state, null, 1)}\n`);
}

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { id, instant } from '../../../shared/domain/values.ts';
import { linkSurfaces } from '../../../shared/rpc/linkMethods.ts';
import { defaultScreensPort } from '../../../shared/rpc/methods/screens.ts';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';

const storedLink = z.strictObject({
  linkId: id,
  name: z.string().max(60),
  surface: z.enum(linkSurfaces),
  /** `null` for a board. */
  ticketsPerDay: z.number().int().min(1).nullable(),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/u),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  lastAddress: z.string().max(60).nullable(),
});
export type StoredLink = z.infer<typeof storedLink>;

/** Port 0 takes a free one; the contract does not let it in, tests do. */
const screensSettings = z.strictObject({
  on: z.boolean(),
  port: z.number().int().min(0).max(65_535),
  links: z.array(storedLink).max(100),
});
export type ScreensSettings = z.infer<typeof screensSettings>;

const off: ScreensSettings = { on: false, port: defaultScreensPort, links: [] };

export interface SettingsFile {
  readonly current: ScreensSettings;
  /** On disk before it counts. @throws I/O errors */
  save(next: ScreensSettings): void;
}

/**
 * Settings of this one station, beside its data and not in it: another station of the office has its own network card, and
 * a database that is put back from a backup must not bring a revoked link back. A garbled file is set aside and means off.
 */
export function openSettingsFile(dataDir: string, onError: (error: unknown) => void): SettingsFile {
  const folder = join(dataDir, 'screens');
  const file = join(folder, 'settings.json');
  let current = read(file, onError);
  return {
    get current() {
      return current;
    },
    save(next) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeDurably(file, `${JSON.stringify(next, null, 2)}\n`);
      current = next;
    },
  };
}

function read(file: string, onError: (error: unknown) => void): ScreensSettings {
  try {
    const stored = readIfPresent(file);
    if (stored === null) return off;
    const parsed = screensSettings.safeParse(parsedJson(stored.toString('utf8')));
    if (parsed.success) return parsed.data;
    renameSync(file, `${file}.damaged`);
    onError(new Error('the settings of the screens on the network were damaged and set aside'));
  } catch (error) {
    onError(error);
  }
  return off;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not what was written; the schema refuses it.
    return undefined;
  }
}

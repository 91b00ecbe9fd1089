import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { surfaces } from '../shared/rpc/roles.ts';

const whole = z.number().int().min(-100_000).max(100_000);
const rectangle = z.strictObject({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) });

/** Display ids change with cables and drivers, so the name on the display's label is kept beside the id. */
const displayChoice = z.strictObject({ id: z.number(), label: z.string().max(200) });
export type DisplayChoice = z.infer<typeof displayChoice>;

/** What this computer remembers about its windows. Nothing of the office, nothing personal. */
const shellSettings = z.strictObject({
  displays: z.strictObject({ kiosk: displayChoice.optional(), board: displayChoice.optional() }),
  staffBounds: rectangle.nullable(),
  /** The windows to open at the next start. */
  open: z.array(z.enum(surfaces)).max(surfaces.length),
});
export type ShellSettings = z.infer<typeof shellSettings>;

export const defaultShellSettings: ShellSettings = { displays: {}, staffBounds: null, open: ['staff'] };

export interface ShellSettingsFile {
  readonly current: ShellSettings;
  /** Changes and writes. A failed write is reported and costs the memory of a window's place, nothing else. */
  change(change: Partial<ShellSettings>): void;
}

/** Opens the settings of this computer; a missing or unreadable file gives the defaults. */
export function openShellSettings(file: string, onProblem: (error: unknown) => void): ShellSettingsFile {
  let current = read(file, onProblem);
  return {
    get current() {
      return current;
    },
    change(change) {
      current = { ...current, ...change };
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify(current, null, 2), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch (error) {
        onProblem(error);
      }
    },
  };
}

function read(file: string, onProblem: (error: unknown) => void): ShellSettings {
  try {
    return shellSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onProblem(error);
    return defaultShellSettings;
  }
}

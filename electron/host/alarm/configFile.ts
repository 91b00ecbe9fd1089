import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AlarmConfig, alarmConfig, defaultAlarmConfig } from '../../../shared/alarm/config.ts';
import { readIfPresent, writeDurably } from '../database/durableFile.ts';
import type { Random } from '../ports.ts';

/** The alarm's own settings and identity, in files of its own folder. A garbled file never stops a call: defaults count then. */
export interface ConfigFile {
  read(): AlarmConfig;
  /** @throws I/O errors: an administrator is told. */
  save(config: AlarmConfig): void;
  /** Names of the files that may be run. */
  commands(): readonly string[];
  readonly commandFolder: string;
  readonly station: string;
}

export function openConfigFile(folder: string, random: Random, onError: (error: unknown) => void): ConfigFile {
  const file = join(folder, 'config.json');
  const commandFolder = join(folder, 'commands');
  const quietly = <Value>(run: () => Value, otherwise: Value): Value => {
    try {
      return run();
    } catch (error) {
      onError(error);
      return otherwise;
    }
  };
  quietly(() => mkdirSync(commandFolder, { recursive: true, mode: 0o700 }), undefined);
  const read = () => {
    const stored = readIfPresent(file);
    return stored === null ? defaultAlarmConfig : alarmConfig.parse(JSON.parse(stored.toString('utf8')));
  };
  let config = quietly(read, defaultAlarmConfig);
  return {
    read: () => config,
    save(next) {
      writeDurably(file, `${JSON.stringify(next, null, 2)}\n`);
      config = next;
    },
    commands: () =>
      quietly(() => readdirSync(commandFolder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])), []),
    commandFolder,
    station: quietly(() => stationId(join(folder, 'station'), random), random.uuid()),
  };
}

function stationId(file: string, random: Random): string {
  const known = readIfPresent(file)?.toString('utf8').trim();
  if (known !== undefined && known !== '') return known;
  const made = random.uuid();
  writeDurably(file, `${made}\n`);
  return made;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mark before the fuses in Electron's program, as @electron/fuses looks for it. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Fuses in the order of Electron's wire, version 1. */
export const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'browserSnapshot',
  'fileExtraPrivileges',
] as const;

/**
 * Writes what electron-builder needs of an Electron distribution when the real one cannot be downloaded: the files it
 * renames and removes, and a program that is nothing but the fuse wire, set to Electron's unsafe defaults.
 */
export function writeStubElectron(directory: string): void {
  mkdirSync(join(directory, 'locales'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(`stub ${fuseSentinel}`), Buffer.from([1, fuseNames.length]), Buffer.from('10110001')]);
  writeFileSync(join(directory, 'electron'), wire, { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox']) writeFileSync(join(directory, name), 'stub');
  for (const name of ['id', 'en-US', 'de']) writeFileSync(join(directory, 'locales', `${name}.pak`), 'stub');
}

/** The fuses of a program by name: whether each is on. */
export function readFuses(program: Buffer): Record<string, boolean> {
  const start = program.indexOf(fuseSentinel) + fuseSentinel.length;
  const [version, length = 0] = program.subarray(start, start + 2);
  if (version !== 1 || length !== fuseNames.length) throw new Error('not the fuse wire that is known here');
  return Object.fromEntries(fuseNames.map((name, at) => [name, program[start + 2 + at] === '1'.charCodeAt(0)]));
}

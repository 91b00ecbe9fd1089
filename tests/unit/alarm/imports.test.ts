/** DESIGN decision 10: the security call needs nothing that can be locked, damaged, slow or logged out. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
/** Everything that is loaded, not what only the types name. */
const importStatement = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gmu;

/** Files and packages that loading this file loads, whatever the depth. */
function loadedBy(entry: string): { files: ReadonlySet<string>; packages: ReadonlySet<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(importStatement)) {
      if (from.startsWith('.')) visit(relative(root, join(root, dirname(file), from)));
      else packages.add(from);
    }
  };
  visit(entry);
  return { files, packages };
}

describe('the security call loads', () => {
  const { files, packages } = loadedBy('electron/host/alarm/alarm.ts');
  const ownFiles = /^(?:electron\/host\/alarm\/|shared\/(?:alarm|domain|rpc)\/)/u;

  test('its own files, plain file access and values that have no state', () => {
    expect(files.size).toBeGreaterThan(8);
    expect([...files].filter((file) => !ownFiles.test(file))).toEqual(['electron/host/database/durableFile.ts']);
  });

  test('no database, no server, no library but the one that checks messages', () => {
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['zod']);
  });
});

test('the window’s side loads no query of the host', () => {
  const { files } = loadedBy('renderer/alarm/client.ts');
  expect([...files].filter((file) => /renderer\/(?:api|screens)\//u.test(file))).toEqual([]);
});

import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAttachments } from '../../../electron/host/complaints/attachments.ts';
import type { Vault } from '../../../electron/host/vault/vault.ts';
import { png } from '../../fixtures/pictures.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';
import { newDirectory, openTestVault } from '../../fixtures/vaults.ts';

let directories: string[];
let vaults: Vault[];
beforeEach(() => {
  directories = [];
  vaults = [];
});
afterEach(() => {
  for (const vault of vaults) vault.close();
  for (const directory of directories) rmSync(directory, { recursive: true });
});

/** Always the same keys, so that the same picture becomes the same file in every directory. */
const system = createTestPorts('2026-11-23T01:00:00Z');
const ports = { ...system, random: { ...system.random, bytes: (length: number) => new Uint8Array(length).fill(7) } };
const picture = { attachmentId: '018f0000-0000-7000-8000-000000000001', ownerId: 'draft', staffId: 'sari', name: 'a.png', bytes: png() };

function open() {
  const dataDir = newDirectory();
  const vault = openTestVault(dataDir);
  directories.push(dataDir);
  vaults.push(vault);
  return { vault, attachments: createAttachments(dataDir, vault, ports) };
}

// The device answers every write with "no space left"; only Linux has it.
test.skipIf(!existsSync('/dev/full'))('a disk that is full in the middle of a picture leaves neither file nor key nor row', () => {
  const elsewhere = open();
  elsewhere.attachments.store(picture);
  const [file = ''] = readdirSync(elsewhere.attachments.directory);
  const { vault, attachments } = open();
  mkdirSync(attachments.directory, { recursive: true });
  symlinkSync('/dev/full', `${attachments.directory}/${file}.new`);
  expect(() => attachments.store(picture)).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  expect(readdirSync(attachments.directory)).toEqual([]);
  expect([attachments.ownerOf(picture.attachmentId), vault.holds('note', picture.attachmentId)]).toEqual([null, false]);
  // There is room again: the same id may be used, for nothing was stored under it.
  expect(attachments.store(picture)).toMatchObject({ ok: true });
  expect(attachments.read(picture.attachmentId)?.reference.name).toBe('a.png');
});

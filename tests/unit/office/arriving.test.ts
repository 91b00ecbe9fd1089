import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArriving } from '../../../electron/host/office/files/arriving.ts';
import { partName } from '../../../electron/host/vault/attachmentFiles.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'loket-arriving-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

// More than two slices of what is read at once.
const content = Buffer.from(Array.from({ length: 2_500_000 }, (_, n) => (n * 31) % 251));
const file = createHash('sha256').update(content).digest('hex');
const sealed = { attachmentId: 'a', file, bytes: content.length, stationId: 's' };
const open = () => openArriving(directory, sealed, { yield: () => Promise.resolve() });

describe('a file on its way to the disk', () => {
  it('goes on where it was after a restart, and gets its name when it is whole', async () => {
    open().append(content.subarray(0, 1_300_000));
    const again = open();
    expect(again.received()).toBe(1_300_000);
    again.append(content.subarray(1_300_000));
    expect(await again.isRight()).toBe(true);
    again.settle();
    expect(readdirSync(directory)).toEqual([file]);
    expect(readFileSync(join(directory, file)).equals(content)).toBe(true);
  });

  it('is not right with a changed byte, a missing end, or nothing', async () => {
    const arriving = open();
    arriving.append(content);
    const part = join(directory, partName(file));
    const changed = Buffer.from(content);
    changed[2_400_000] = 255;
    writeFileSync(part, changed);
    expect(await arriving.isRight()).toBe(false);
    writeFileSync(part, content);
    truncateSync(part, content.length - 1);
    expect(await arriving.isRight()).toBe(false);
    truncateSync(part, 0);
    expect(await arriving.isRight()).toBe(false);
  });

  it('that is longer than it may be is begun anew', () => {
    writeFileSync(join(directory, partName(file)), Buffer.concat([content, content]));
    expect(open().received()).toBe(0);
    expect(readdirSync(directory)).toEqual([]);
  });
});

/** Files over the real links between stations: mutual TLS on loopback, real clocks, real disks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { joinedStation, startLead } from '../../fixtures/lanOffice.ts';
import { attachedAt, filesAt, missingAt, pages } from '../../fixtures/officeFiles.ts';
import type { TestHost } from '../../fixtures/testHost.ts';
import { readAll } from '../../fixtures/uploads.ts';

/** Waits until a station has every file of so many complaints. */
function filesCome(station: TestHost, files: number, ms = 60_000): Promise<void> {
  const { engine } = station.host;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`${missingAt(station)} are missing, here are ${filesAt(station).length}`)), ms);
    const stop = engine.onCommit(() => {
      if (missingAt(station) > 0 || filesAt(station).length < files) return;
      clearTimeout(limit);
      stop();
      resolve();
    });
  });
}

test('a station that joins gets the files of the history; those of its own complaints come to the lead, while both work', async () => {
  const lead = await startLead();
  const before = [await attachedAt(lead.host, pages(3_000_000, 'a')), await attachedAt(lead.host, pages(10, 'b'))];
  const station = await joinedStation(lead, 'Loket 2');
  await filesCome(station.host(), before.length);
  const own = await attachedAt(station.host(), pages(2_000_000, 'c'));
  const arrives = filesCome(lead.host, 3);
  // What a person does meanwhile is not kept waiting.
  const officer = await staffWindow(station.host(), 'petugas');
  const waited: number[] = [];
  const state = { isOver: false };
  const over = arrives.finally(() => {
    state.isOver = true;
  });
  const work = async () => {
    while (!state.isOver) {
      const from = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what a person does
      expect((await officer.client.command('queue.openDay', {})).kind).not.toBe('failed');
      waited.push(performance.now() - from);
    }
  };
  await Promise.all([over, work()]);
  expect(waited.length).toBeGreaterThan(0);
  expect(waited.toSorted((a, b) => a - b)[Math.floor(waited.length * 0.95)]).toBeLessThan(150);
  for (const { attachmentId, content, file } of [...before, own]) {
    for (const host of [lead.host, station.host()]) {
      expect((await readAll(await staffWindow(host, 'pengawas'), attachmentId)).equals(content)).toBe(true);
      expect(readFileSync(join(host.dataDir, 'attachments', file)).equals(readFileSync(join(lead.host.dataDir, 'attachments', file)))).toBe(
        true,
      );
    }
  }
});

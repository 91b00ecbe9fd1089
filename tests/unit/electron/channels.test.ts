import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelRefusedError } from '../../../electron/channels.ts';
import { channelNames } from '../../../electron/channelNames.ts';
import { FakeFrame, FakeWebContents, from, type FakeIpcEvent } from '../../fixtures/fakeElectron/index.ts';
import { createFakeShell, type FakeShell } from '../../fixtures/fakeElectron/startFakeShell.ts';

let shell: FakeShell;
beforeEach(async () => {
  shell = createFakeShell();
  await shell.start();
});
afterEach(() => shell.remove());

const paper = { html: '<b>A-012</b>', widthMm: 80, deviceName: null };
/** For each channel arguments that it takes and arguments that it must not take. */
const channels: Record<keyof typeof channelNames, { good: readonly unknown[]; bad: readonly (readonly unknown[])[] }> = {
  requestPort: { good: [], bad: [['staff'], [{}], [undefined, undefined]] },
  printPaper: {
    good: [paper],
    bad: [
      [],
      [null],
      [paper, paper],
      [{ ...paper, html: '' }],
      [{ ...paper, widthMm: 80_000 }],
      [{ ...paper, widthMm: Number.NaN }],
      [{ ...paper, deviceName: 'x'.repeat(201) }],
      [{ ...paper, silent: false }],
      [{ ...paper, html: 'x'.repeat(2_000_001) }],
    ],
  },
  printToPdf: { good: [{ html: paper.html, widthMm: 80 }], bad: [[], [paper], [{ html: 1, widthMm: 80 }]] },
  printers: { good: [], bad: [[null], ['all']] },
};
const names = Object.keys(channels) as (keyof typeof channelNames)[];

const page = (): FakeWebContents => {
  const window = shell.fake.living()[0];
  if (window === undefined) throw new Error('no window');
  return window.webContents;
};

/** Whether the shell did anything for the page: an answer, a port, a print. */
async function accepted(channel: keyof typeof channelNames, event: FakeIpcEvent, given: readonly unknown[]): Promise<boolean> {
  const before = shell.logged.length;
  try {
    await shell.fake.ask(channelNames[channel], event, ...given);
  } catch (error) {
    if (!(error instanceof ChannelRefusedError)) throw error;
    return false;
  }
  return !shell.logged.slice(before).some(({ message }) => message === 'message refused');
}

/** Every way in which a message does not come from the main page of one of our windows. */
const hostile: Record<string, () => FakeIpcEvent> = {
  'another origin': () => withFrame((frame) => (frame.origin = 'https://attacker.example')),
  'an origin that looks alike': () => withFrame((frame) => (frame.origin = 'app://loket.attacker.example')),
  'an opaque origin': () => withFrame((frame) => (frame.origin = 'null')),
  'a file': () => withFrame((frame) => (frame.origin = 'file://')),
  'a paper': () => withFrame((frame) => (frame.origin = 'app://paper')),
  'a frame that has gone': () => ({ sender: page(), senderFrame: null }),
  'a destroyed frame': () => withFrame((frame) => (frame.destroyed = true)),
  'a detached frame': () => withFrame((frame) => (frame.detached = true)),
  'a frame inside the page': () => {
    const inner = new FakeFrame('app://loket/loket');
    inner.parent = page().mainFrame as never;
    return { sender: page(), senderFrame: inner };
  },
  'a frame that is not the main one': () => ({ sender: page(), senderFrame: new FakeFrame('app://loket/loket') }),
  'a page that is not a window of ours': () => from(new FakeWebContents()),
  'a destroyed page': () => {
    const contents = page();
    contents.destroyed = true;
    return from(contents);
  },
};

function withFrame(change: (frame: FakeFrame) => void): FakeIpcEvent {
  const contents = page();
  change(contents.mainFrame);
  return from(contents);
}

describe('RELIABILITY 2', () => {
  test('the registry holds exactly the channels that are named', () => {
    expect(shell.fake.channels().toSorted()).toEqual(Object.values(channelNames).toSorted());
  });

  describe.each(names)('%s', (channel) => {
    test('a window of ours with good arguments is served', async () => {
      expect(await accepted(channel, from(page()), channels[channel].good)).toBe(true);
    });

    test.each(Object.entries(hostile))('%s is refused', async (_who, event) => {
      expect(await accepted(channel, event(), channels[channel].good)).toBe(false);
    });

    test('arguments of another shape are refused', async () => {
      for (const given of channels[channel].bad) {
        const told = JSON.stringify(given).slice(0, 80);
        expect([told, await accepted(channel, from(page()), given)]).toEqual([told, false]);
      }
    });
  });

  test.each([
    ['kiosk', ['requestPort', 'printPaper']],
    ['board', ['requestPort']],
  ] as const)('the %s may use only %j', async (surface, allowed) => {
    shell.clickTray(`open-${surface}`);
    const contents = shell.fake.living().at(-1)?.webContents;
    if (contents === undefined) throw new Error('no window');
    for (const channel of names) {
      const served = await accepted(channel, from(contents), channels[channel].good);
      expect([channel, served]).toEqual([channel, (allowed as readonly string[]).includes(channel)]);
    }
  });

  test('no other file of the program names ipcMain', () => {
    const sources = (directory: string): string[] =>
      readdirSync(directory).flatMap((name) => {
        const path = join(directory, name);
        return statSync(path).isDirectory() ? sources(path) : [path];
      });
    const root = join(import.meta.dirname, '../../..');
    const users = ['electron', 'shared', 'renderer']
      .flatMap((directory) => sources(join(root, directory)))
      .filter((file) => /ipcMain|\.ipc\b/u.test(readFileSync(file, 'utf8')));
    const own = users.map((file) => file.slice(root.length + 1).replaceAll('\\', '/')).toSorted();
    // The type of Electron, its import and its hand-over; the registry is the only one that calls it.
    expect(own).toEqual(['electron/channels.ts', 'electron/electronApi.ts', 'electron/main.ts', 'electron/shell.ts']);
    for (const file of users.filter((name) => !name.endsWith('channels.ts'))) {
      expect(readFileSync(file, 'utf8')).not.toMatch(/ipcMain\s*\.\s*(?:on|once|handle|handleOnce|addListener)\b/u);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const calls: { exposed: Record<string, unknown>; listeners: Record<string, (...given: unknown[]) => void>; sent: unknown[][] } = {
  exposed: {},
  listeners: {},
  sent: [],
};
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (calls.exposed[name] = value) },
  ipcRenderer: {
    on: (channel: string, listener: (...given: unknown[]) => void) => void (calls.listeners[channel] = listener),
    send: (...given: unknown[]) => void calls.sent.push(['send', ...given]),
    invoke(...given: unknown[]) {
      calls.sent.push(['invoke', ...given]);
      return Promise.resolve('answer');
    },
  },
}));

const posted: unknown[][] = [];
beforeEach(async () => {
  calls.sent.length = 0;
  posted.length = 0;
  vi.stubGlobal('window', { location: { origin: 'app://loket' }, postMessage: (...given: unknown[]) => void posted.push(given) });
  vi.resetModules();
  await import('../../../electron/preload.ts');
});

describe('RELIABILITY 3: what a page gets', () => {
  test('one object with four functions and nothing else', () => {
    expect(Object.keys(calls.exposed)).toEqual(['loketShell']);
    expect(calls.exposed).toMatchInlineSnapshot(`
      {
        "loketShell": {
          "printPaper": [Function],
          "printToPdf": [Function],
          "printers": [Function],
          "requestPort": [Function],
        },
      }
    `);
    expect(Object.keys(calls.listeners).toSorted()).toEqual(['loket:host', 'loket:port']);
  });

  test('only the named fields go over; what else a page hangs on is left behind', async () => {
    const shell = calls.exposed['loketShell'] as Record<string, (given?: unknown) => unknown>;
    shell['requestPort']?.('staff');
    await shell['printPaper']?.({ html: 'h', widthMm: 80, deviceName: null, silent: false });
    await shell['printToPdf']?.({ html: 'h', widthMm: 80, path: '/etc/passwd' });
    await shell['printers']?.('everything');
    expect(calls.sent).toEqual([
      ['send', 'loket:requestPort'],
      ['invoke', 'loket:printPaper', { html: 'h', widthMm: 80, deviceName: null }],
      ['invoke', 'loket:printToPdf', { html: 'h', widthMm: 80 }],
      ['invoke', 'loket:printers'],
    ]);
  });

  test('a port and the state of the host are passed on to the own origin, never the event', () => {
    const event = { sender: 'ipcRenderer', senderId: 0, ports: ['port'] };
    calls.listeners['loket:port']?.(event, null);
    calls.listeners['loket:host']?.(event, 'restarting');
    expect(posted).toEqual([
      [{ type: 'loket:port' }, 'app://loket', ['port']],
      [{ type: 'loket:host', state: 'restarting' }, 'app://loket'],
    ]);
    expect(JSON.stringify(posted)).not.toContain('ipcRenderer');
  });

  test('it needs nothing but electron: a sandboxed preload can load no other module', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../electron/preload.ts'), 'utf8');
    const modules = [...source.matchAll(/^import (?!type).*from '(.*)';$/gmu)].map(([, name]) => name);
    expect(modules).toEqual(['electron', '../shared/shellName.ts', './channelNames.ts']);
  });
});

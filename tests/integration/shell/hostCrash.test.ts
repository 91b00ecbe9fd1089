import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { portTransport } from '../../../electron/host/rpc/transports.ts';
import { demoPin } from '../../../electron/host/demo.ts';
import { createRpcClient, type RpcClient } from '../../../shared/rpc/client.ts';
import { type FakeBrowserWindow, from } from '../../fixtures/fakeElectron/index.ts';
import { createFakeShell, type FakeShell } from '../../fixtures/fakeElectron/startFakeShell.ts';
import { ThreadedHost } from '../../fixtures/fakeElectron/threadedHost.ts';

let shell: FakeShell;
let hosts: ThreadedHost[];
const fork = () => {
  const host = new ThreadedHost();
  hosts.push(host);
  return host;
};
beforeEach(() => {
  hosts = [];
  shell = createFakeShell({ fork });
});
afterEach(async () => {
  for (const host of hosts) {
    if (host.ended) continue;
    const ended = once(host, 'exit');
    host.kill();
    await ended;
  }
  shell.remove();
});

/** The next message of this type; listens without a gap, because messages may come in one burst. */
const hostSays = (host: ThreadedHost | undefined, type: string) =>
  new Promise<void>((resolve, reject) => {
    if (host === undefined) return reject(new Error('no host'));
    host.on('message', (message: { readonly t: string }) => {
      if (message.t === type) resolve();
    });
    host.once('exit', (code) => reject(new Error(`the host ended with ${String(code)} before it said ${type}`)));
  });

/** What the preload and the page's transport do: ask for a port, attach it. */
async function connectPage(window: FakeBrowserWindow, client: RpcClient): Promise<void> {
  const before = window.webContents.posted.length;
  await shell.fake.ask('loket:requestPort', from(window.webContents));
  const given = window.webContents.posted[before];
  if (given === undefined) throw new Error('no port');
  void client.attach(portTransport(given.ports[0] as unknown as MessagePort));
}

const counter = () => {
  const window = shell.fake.windows[0];
  if (window === undefined) throw new Error('no window');
  return window;
};

async function logIn(client: RpcClient): Promise<void> {
  const names = await client.query('access.staffNames', {});
  if (names.kind !== 'done') throw new Error(JSON.stringify(names));
  const administrator = names.output.find(({ name }) => name === 'Ratna Admin');
  const reply = await client.command('access.logIn', { staffId: administrator?.id ?? '', secret: demoPin });
  expect(reply.kind).toBe('done');
}

describe('a real host behind the shell', () => {
  test('given a crash between command and answer, then the host is back, the page has a new port and its command took effect once', async () => {
    await shell.start('--demo');
    await hostSays(hosts[0], 'ready');
    const client = createRpcClient();
    await connectPage(counter(), client);
    await logIn(client);
    const dataDir = shell.dataDir;

    const crashed = hosts[0];
    if (crashed === undefined) throw new Error('no host');
    const commandId = v7();
    const answered = client.command('office.saveProfile', profile, commandId);
    const ended = once(crashed, 'exit');
    crashed.kill();
    await ended;
    expect(counter().webContents.sent).toContainEqual(['loket:host', 'restarting']);

    shell.ports.advance(200);
    expect(hosts).toHaveLength(2);
    await hostSays(hosts[1], 'ready');
    expect(counter().webContents.sent.at(-1)).toEqual(['loket:host', 'running']);
    const again = createRpcClient();
    await connectPage(counter(), again);
    await logIn(again);
    // The unanswered command is repeated on a connection of the same person.
    const repeated = await again.command('office.saveProfile', profile, commandId);
    expect(repeated.kind).toBe('done');
    void answered;

    shell.fake.app.quit();
    await once(hosts[1] as ThreadedHost, 'exit');
    const db = new Database(join(dataDir, 'station.db'), { readonly: true });
    const saved = db.prepare('SELECT count(*) AS n FROM event WHERE command_id = ?').get(commandId);
    db.close();
    expect(saved).toEqual({ n: 1 });
  });

  test('each window is served by the surface that the shell gave it, whatever the page says', async () => {
    await shell.start();
    await hostSays(hosts[0], 'ready');
    shell.clickTray('open-board');
    const board = shell.fake.windows[1];
    if (board === undefined) throw new Error('no board');
    const client = createRpcClient();
    await connectPage(board, client);
    expect(await client.query('access.state', {})).toMatchObject({ kind: 'done', output: { surface: 'board' } });
    expect(await client.query('access.staffNames', {})).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
  });

  test('a page that asks for a port again gets a new one and its former one ends', async () => {
    await shell.start();
    await hostSays(hosts[0], 'ready');
    const client = createRpcClient();
    await connectPage(counter(), client);
    expect((await client.query('access.state', {})).kind).toBe('done');
    const former = counter().webContents.posted[0]?.ports[0] as unknown as MessagePort;
    const closed = once(former, 'close');
    await connectPage(counter(), client);
    await closed;
    expect((await client.query('access.state', {})).kind).toBe('done');
  });

  test('the screen lock of the computer locks the session', async () => {
    await shell.start('--demo');
    await hostSays(hosts[0], 'ready');
    const client = createRpcClient();
    await connectPage(counter(), client);
    await logIn(client);
    const locked = new Promise((resolve) => void client.onSession(resolve));
    shell.fake.powerMonitor.emit('lock-screen');
    expect(await locked).toBe('locked');
  });

  test('the opt-in to a weak key store is one event, however often the program starts', async () => {
    shell.fake.state.storage = 'basic_text';
    await shell.start('--allow-weak-key-store');
    await hostSays(hosts[0], 'ready');
    const crashed = hosts[0] as ThreadedHost;
    const ended = once(crashed, 'exit');
    crashed.kill();
    await ended;
    shell.ports.advance(200);
    await hostSays(hosts[1], 'ready');
    const db = new Database(join(shell.dataDir, 'station.db'), { readonly: true });
    const events = db.prepare("SELECT data FROM event WHERE type = 'weakKeyStoreAccepted.v1'").all();
    db.close();
    expect(events).toEqual([{ data: '{"backend":"basic_text"}' }]);
  });

  test('a data directory that another program uses is refused with words, not restarted for ever', async () => {
    await shell.start();
    await hostSays(hosts[0], 'ready');
    const second = createFakeShell({ dataDir: shell.dataDir, fork });
    await second.start();
    await once(hosts[1] as ThreadedHost, 'exit');
    expect(second.fake.dialogs.map(({ detail }) => detail)).toEqual([expect.stringContaining('Loket lain sedang memakai data ini')]);
  });
});

const profile = { name: 'Dinas Contoh', address: 'Jalan Baru 2', zone: 'Asia/Makassar', language: 'id' } as const;

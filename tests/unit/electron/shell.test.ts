import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeShell, settled, type FakeShell } from '../../fixtures/fakeElectron/startFakeShell.ts';
import { display } from '../../fixtures/fakeElectron/index.ts';

let shell: FakeShell;
beforeEach(() => {
  shell = createFakeShell({ displays: [display(1), display(2)] });
});
afterEach(() => shell.remove());

const menuItem = (id: string) => shell.trayItem(id);
const clickMenu = (id: string) => shell.clickTray(id);
const windowAt = (url: string) => shell.fake.living().find((window) => window.url === url);

describe('start', () => {
  test('sandbox, scheme, own data path and lock come before ready, in this order', async () => {
    await shell.start();
    expect(shell.fake.journal).toEqual(['sandbox', 'schemes', 'path userData', 'lock', 'ready']);
    expect(shell.fake.app.paths['userData']).toBe(join(shell.dataDir, 'shell'));
    expect(shell.fake.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
    ]);
  });

  test('given another Loket on the same data, when started, then it ends with a sentence and without windows', async () => {
    shell.fake.app.hasLock = false;
    await shell.start();
    expect(shell.fake.app.exitCode).toBe(1);
    expect(shell.complaints.join()).toContain('already running');
    expect(shell.fake.windows).toHaveLength(0);
  });

  test('given it runs, when started a second time, then the counter comes to the front instead of a second window', async () => {
    await shell.start();
    const [counter] = shell.fake.windows;
    if (counter === undefined) throw new Error('no window');
    counter.minimized = true;
    shell.fake.app.emit('second-instance', {}, [], '');
    expect(shell.fake.windows).toHaveLength(1);
    expect([counter.minimized, counter.focused]).toEqual([false, 1]);
    counter.close();
  });

  test('--open opens the named windows; a second start with it opens one more', async () => {
    await shell.start('--open', 'kiosk');
    expect(shell.fake.windows.map(({ url }) => url)).toEqual(['app://loket/kios']);
    shell.fake.app.emit('second-instance', {}, [], '', { open: ['board'] });
    expect(shell.fake.windows.map(({ url }) => url)).toEqual(['app://loket/kios', 'app://loket/papan']);
    shell.fake.app.emit('second-instance', {}, [], '', { open: ['elsewhere'] });
    expect(shell.fake.windows.map(({ url }) => url)).toEqual(['app://loket/kios', 'app://loket/papan', 'app://loket/loket']);
  });

  test('--no-open opens no window until it is asked for', async () => {
    await shell.start('--no-open');
    expect(shell.fake.windows).toHaveLength(0);
    clickMenu('open-staff');
    expect(shell.fake.windows.map(({ url }) => url)).toEqual(['app://loket/loket']);
  });

  test('--json writes one line, when the host is ready and not before', async () => {
    await shell.start('--json');
    expect(shell.written).toEqual([]);
    shell.fake.forks[0]?.emit('message', { t: 'ready' });
    shell.fake.forks[0]?.emit('message', { t: 'ready' });
    expect(shell.written.map((line) => JSON.parse(line) as unknown)).toEqual([
      { url: 'app://loket/loket', pid: process.pid, dataDir: shell.dataDir },
    ]);
  });

  test('the host gets the keys by message, 32 bytes each, and nothing of them elsewhere', async () => {
    await shell.start('--demo');
    const [start] = shell.fake.forks[0]?.received ?? [];
    expect(start).toMatchObject({ t: 'start', config: { dataDir: shell.dataDir, demo: true, protection: 'os', weakKeyStore: null } });
    const { keys } = (start as { config: { keys: Record<string, Uint8Array> } }).config;
    expect(Object.values(keys).map(({ length }) => length)).toEqual([32, 32, 32, 32]);
    expect(JSON.stringify(shell.logged)).not.toContain('key');
  });
});

describe('windows (RELIABILITY 1)', () => {
  test('every window, papers too, runs sandboxed and isolated', async () => {
    await shell.start();
    clickMenu('open-kiosk');
    clickMenu('open-board');
    const staff = windowAt('app://loket/loket');
    if (staff === undefined) throw new Error('no counter');
    await shell.fake.ask('loket:printPaper', { sender: staff.webContents, senderFrame: staff.webContents.mainFrame }, paper);
    expect(shell.fake.windows).toHaveLength(4);
    for (const { options } of shell.fake.windows) {
      expect(options.webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
      });
      expect(Object.keys(options.webPreferences ?? {})).not.toContain('enableBlinkFeatures');
    }
    const preloads = shell.fake.windows.map(({ options }) => options.webPreferences?.preload);
    expect(preloads).toEqual(['preload.cjs', 'preload.cjs', 'preload.cjs', undefined]);
  });

  test('developer tools exist only in development', async () => {
    shell.fake.app.isPackaged = false;
    await shell.start();
    expect(shell.fake.windows[0]?.options.webPreferences?.devTools).toBe(true);
  });

  test('the board may sound by itself and keeps the display awake as long as it is open', async () => {
    await shell.start();
    expect(shell.fake.blockers.size).toBe(0);
    clickMenu('open-board');
    expect(windowAt('app://loket/papan')?.options.webPreferences?.autoplayPolicy).toBe('no-user-gesture-required');
    expect(shell.fake.blockers.size).toBe(1);
    clickMenu('close-board');
    expect(shell.fake.blockers.size).toBe(0);
  });

  test('a kiosk covers its display and cannot be closed by a visitor; staff leaves it by a chord', async () => {
    await shell.start();
    clickMenu('open-kiosk');
    const kiosk = windowAt('app://loket/kios');
    if (kiosk === undefined) throw new Error('no kiosk');
    expect(kiosk.options).toMatchObject({ kiosk: true, x: 0, width: 1920, height: 1080 });
    kiosk.close();
    expect(kiosk.isDestroyed()).toBe(false);
    const key = { type: 'keyDown', key: 'k', control: true, alt: true, shift: false };
    kiosk.webContents.emit('before-input-event', { preventDefault() {} }, key);
    expect(kiosk.isDestroyed()).toBe(false);
    kiosk.webContents.emit('before-input-event', { preventDefault() {} }, { ...key, shift: true });
    expect(kiosk.isDestroyed()).toBe(true);
  });

  test('what was open and where the counter stood is there again after a restart', async () => {
    await shell.start();
    clickMenu('open-board');
    windowAt('app://loket/loket')?.setBounds({ x: 100, y: 50, width: 1000, height: 700 });
    shell.fake.app.quit();
    const again = createFakeShell({ displays: [display(1), display(2)], dataDir: shell.dataDir });
    await again.start();
    expect(again.fake.windows.map(({ url }) => url)).toEqual(['app://loket/loket', 'app://loket/papan']);
    expect(again.fake.windows[0]?.bounds).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
  });

  test('window settings that cannot be read give the defaults and are reported', async () => {
    mkdirSync(join(shell.dataDir, 'shell'));
    writeFileSync(join(shell.dataDir, 'shell', 'windows.json'), '{"open":["root"]}');
    await shell.start();
    expect(shell.fake.windows.map(({ url }) => url)).toEqual(['app://loket/loket']);
    expect(shell.logged.map(({ message }) => message)).toContain('window settings');
  });

  test('when the last window closes the program ends', async () => {
    await shell.start();
    shell.fake.windows[0]?.close();
    shell.fake.forks[0]?.end(0);
    await settled();
    expect(shell.fake.app.exitCode).toBe(0);
  });
});

describe('displays', () => {
  test('the board goes to the second display, and back to the first when that is unplugged, and out again', async () => {
    await shell.start();
    clickMenu('open-board');
    const board = windowAt('app://loket/papan');
    if (board === undefined) throw new Error('no board');
    expect([board.bounds.x, board.options.fullscreen]).toEqual([1920, true]);
    const [first, second] = shell.fake.screen.displays;
    if (first === undefined || second === undefined) throw new Error('displays');
    shell.fake.screen.displays = [first];
    shell.fake.screen.emit('display-removed', {}, second);
    expect([board.bounds.x, board.fullScreen]).toEqual([0, false]);
    shell.fake.screen.displays = [first, second];
    shell.fake.screen.emit('display-added', {}, second);
    expect([board.bounds.x, board.fullScreen]).toEqual([1920, true]);
  });

  test('a chosen display is remembered; the tray marks it', async () => {
    await shell.start();
    clickMenu('open-kiosk');
    clickMenu('display-kiosk-2');
    expect(windowAt('app://loket/kios')?.bounds.x).toBe(1920);
    expect(menuItem('display-kiosk-2').checked).toBe(true);
    expect(JSON.parse(readFileSync(join(shell.dataDir, 'shell', 'windows.json'), 'utf8'))).toMatchObject({
      displays: { kiosk: { id: 2, label: 'Display 2' } },
    });
  });
});

describe('crashes of a page', () => {
  test('a page that crashes is opened again after ever longer pauses, in the same place', async () => {
    await shell.start();
    for (const pause of [500, 1000, 2000]) {
      const crashed = windowAt('app://loket/loket');
      crashed?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
      shell.ports.advance(pause - 1);
      expect(crashed?.isDestroyed()).toBe(false);
      shell.ports.advance(1);
      expect(crashed?.isDestroyed()).toBe(true);
      expect(shell.fake.living()).toHaveLength(1);
    }
    expect(shell.fake.app.exitCode).toBeNull();
  });

  test('a page that hangs for ten seconds is ended and opened again; one that comes back is left alone', async () => {
    await shell.start();
    const window = shell.fake.windows[0];
    window?.emit('unresponsive');
    shell.ports.advance(9_000);
    window?.emit('responsive');
    shell.ports.advance(9_000);
    expect(shell.fake.windows).toHaveLength(1);
    window?.emit('unresponsive');
    shell.ports.advance(10_500);
    expect(shell.fake.windows).toHaveLength(2);
    expect(shell.fake.living()).toHaveLength(1);
  });

  test('a page that does not load is opened again; one whose load a reload replaced is left alone', async () => {
    shell.fake.state.loadFailures = ['ERR_FAILED', 'ERR_ABORTED'];
    await shell.start();
    shell.ports.advance(500);
    await settled();
    shell.ports.advance(60_000);
    expect(shell.fake.windows).toHaveLength(2);
    expect(shell.fake.living()).toHaveLength(1);
  });

  test('a crashed window that a person closes stays closed', async () => {
    await shell.start();
    clickMenu('open-board');
    const board = windowAt('app://loket/papan');
    board?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 1 });
    board?.close();
    shell.ports.advance(60_000);
    expect(shell.fake.living().map(({ url }) => url)).toEqual(['app://loket/loket']);
    expect(menuItem('open-board').label).toBe('Buka papan antrean');
  });

  test('a page of a crashed window has no say any more', async () => {
    await shell.start();
    const contents = shell.fake.windows[0]?.webContents;
    if (contents === undefined) throw new Error('no window');
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    await expect(shell.fake.ask('loket:printers', { sender: contents, senderFrame: contents.mainFrame })).rejects.toThrow('Refused');
  });
});

describe('keys (RELIABILITY 8)', () => {
  test('basic_text is refused with words, no host, no key file', async () => {
    shell.fake.state.storage = 'basic_text';
    await shell.start();
    expect(shell.fake.dialogs[0]?.detail).toContain('--allow-weak-key-store');
    expect([shell.fake.app.exitCode, shell.fake.forks.length, shell.fake.windows.length]).toEqual([1, 0, 0]);
    expect(existsSync(join(shell.dataDir, 'keys', 'keys.protected.json'))).toBe(false);
  });

  test('an opt-in goes to the host with an id of its own, also at the next start without the flag', async () => {
    shell.fake.state.storage = 'basic_text';
    await shell.start('--allow-weak-key-store');
    const optIn = (of: FakeShell) =>
      (of.fake.forks[0]?.received[0] as { config: { weakKeyStore: unknown } } | undefined)?.config.weakKeyStore;
    expect(optIn(shell)).toMatchObject({ backend: 'basic_text' });
    const again = createFakeShell({ dataDir: shell.dataDir });
    again.fake.state.storage = 'basic_text';
    await again.start();
    expect(optIn(again)).toEqual(optIn(shell));
  });

  test('no key store at all: refused, in English on an English computer', async () => {
    shell.fake.state.encryption = false;
    shell.fake.app.locale = 'en-GB';
    await shell.start();
    expect(shell.fake.dialogs[0]?.message).toBe('The key store of this computer cannot be used');
    expect(shell.fake.forks).toHaveLength(0);
  });
});

describe('the host', () => {
  test('a refused start is told with words for its reason and tried again only by a person', async () => {
    shell.fake.state.dialogAnswer = 0;
    await shell.start();
    shell.fake.forks[0]?.emit('message', { t: 'startFailed', failure: { name: 'NewerDatabaseError', message: 'schema 90' } });
    shell.fake.forks[0]?.end(1);
    await settled();
    expect(shell.fake.dialogs[0]).toMatchObject({ message: 'Loket tidak dapat dimulai' });
    expect(shell.fake.dialogs[0]?.detail).toContain('lebih baru');
    expect(shell.fake.forks).toHaveLength(2);
  });

  test('after too many crashes a dialog says so; quitting from it ends the program', async () => {
    await shell.start();
    for (let crash = 0; crash < 6; crash += 1) {
      shell.fake.forks.at(-1)?.end(139);
      shell.ports.advance(4000);
    }
    await settled();
    expect(shell.fake.forks).toHaveLength(6);
    expect(shell.fake.dialogs.map(({ message }) => message)).toEqual(['Loket berhenti berulang kali']);
    expect(shell.fake.app.exitCode).toBe(0);
  });

  test.each(['suspend', 'lock-screen'])('%s locks the sessions', async (event) => {
    await shell.start();
    shell.fake.powerMonitor.emit(event);
    expect(shell.fake.forks[0]?.received.at(-1)).toEqual({ t: 'lock' });
  });

  test('the program ends only after the host has closed, and kills it after ten seconds', async () => {
    await shell.start();
    shell.fake.app.quit();
    expect(shell.fake.forks[0]?.received.at(-1)).toEqual({ t: 'stop' });
    await settled();
    expect(shell.fake.app.exitCode).toBeNull();
    shell.ports.advance(10_000);
    await settled();
    expect([shell.fake.forks[0]?.killed, shell.fake.app.exitCode]).toEqual([true, 0]);
  });
});

test('tray and dialogs have every word in both languages', async () => {
  const { shellTexts } = await import('../../../electron/shellText.ts');
  const [indonesian, english] = shellTexts;
  expect(Object.keys(english ?? {})).toEqual(Object.keys(indonesian ?? {}));
  for (const text of shellTexts) expect(Object.values(text).every((words) => words.length > 0)).toBe(true);
});

const paper = { html: '<!doctype html><style>b{color:red}</style><b>A-012</b>', widthMm: 80, deviceName: null };

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataDir, type FlagContext, helpText, parseFlags } from '../../../electron/flags.ts';
import { programArguments } from '../../../electron/programArguments.ts';

const linux: FlagContext = { platform: 'linux', env: {}, home: '/home/sari', cwd: '/home/sari' };

describe('parseFlags', () => {
  test('no flags: the defaults', () => {
    expect(parseFlags([], linux)).toEqual({
      ok: true,
      value: {
        browser: false,
        port: 4717,
        lanPort: 4718,
        dataDir: '/home/sari/.local/share/loket',
        demo: false,
        open: [],
        noOpen: false,
        json: false,
        help: false,
        allowWeakKeyStore: false,
      },
    });
  });

  test('every flag, values after a space or an equals sign', () => {
    const all = [
      '--browser',
      '--port',
      '0',
      '--data=office',
      '--demo',
      '--open',
      'kiosk',
      '--open=board',
      '--no-open',
      '--json',
      '--help',
      '--allow-weak-key-store',
    ];
    expect(parseFlags(all, linux)).toMatchObject({
      ok: true,
      value: {
        browser: true,
        port: 0,
        dataDir: '/home/sari/office',
        demo: true,
        open: ['kiosk', 'board'],
        noOpen: true,
        json: true,
        help: true,
        allowWeakKeyStore: true,
      },
    });
  });

  test.each([
    [['--prot', '1'], 'unknownFlag'],
    [['office'], 'unknownFlag'],
    [['--constructor'], 'unknownFlag'],
    [['--port'], 'missingValue'],
    [['--data', '--demo'], 'missingValue'],
    [['--data='], 'missingValue'],
    [['--port', '65536'], 'badPort'],
    [['--port', '-1'], 'badPort'],
    [['--open', 'window'], 'badSurface'],
    [['--open', 'kiosk', '--open', ''], 'missingValue'],
    [['--port', '80a'], 'badPort'],
    [['--demo=yes'], 'unexpectedValue'],
  ])('%j is refused as %s', (argv, type) => {
    expect(parseFlags(argv, linux)).toMatchObject({ ok: false, error: { type } });
  });

  test('the help names every flag', () => {
    for (const flag of ['--browser', '--port', '--data', '--demo', '--no-open', '--json', '--allow-weak-key-store', '--help']) {
      expect(helpText).toContain(flag);
    }
  });
});

test.each([
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/loket'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/sari/.local/share/loket'],
  ['darwin', {}, '/home/sari/Library/Application Support/loket'],
  ['win32', {}, join('/home/sari', 'AppData', 'Local', 'loket')],
] as const)('on %s with %j data lies in %s', (platform, env, expected) => {
  expect(defaultDataDir({ ...linux, platform, env })).toBe(expected);
});

test.each([
  [['electron', '--inspect=0', '--remote-debugging-port=0', '/app', '--demo'], true, ['--demo']],
  [['electron', '.', '--no-sandbox', '--data', 'x'], true, ['--data', 'x']],
  [['/opt/Loket/loket', '--password-store=basic', '--json'], false, ['--json']],
  [['C:\\Loket\\Loket.exe'], false, []],
])('of %j our own arguments are found', (argv, defaultApp, expected) => {
  expect(programArguments(argv, defaultApp)).toEqual(expected);
});

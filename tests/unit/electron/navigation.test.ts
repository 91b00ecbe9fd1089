import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { externalTarget } from '../../../electron/navigation.ts';
import { isAppUrl } from '../../../electron/origin.ts';
import { isLoadable } from '../../../electron/permissions.ts';
import { display, type FakeWebContents } from '../../fixtures/fakeElectron/index.ts';
import { createFakeShell, type FakeShell } from '../../fixtures/fakeElectron/startFakeShell.ts';

/** Ways out that were tried on other programs: schemes, credentials, look-alikes, encodings, parsers that disagree. */
const hostileUrls = [
  'http://www.lapor.go.id/',
  'https://attacker.example/',
  'https://www.lapor.go.id.attacker.example/',
  'https://www.lapor.go.id@attacker.example/',
  'https://attacker.example@www.lapor.go.id/',
  'https://user:pass@www.lapor.go.id/',
  'https://www.lapor.go.id:8443/',
  'https://lapor.go.id/',
  'https://WWW.LAPOR.GO.ID.attacker.example/',
  'https://www.lapor.go.id%2eattacker.example/',
  'https://www.lapor.go.id%00.attacker.example/',
  'https://www.lapor.go.id\\.attacker.example/',
  'https:\\\\www.lapor.go.id/',
  'https:/\\attacker.example',
  'https:www.attacker.example',
  '//attacker.example/',
  '\\\\attacker.example\\share',
  'https://ẃww.lapor.go.id/',
  'https://www.lаpor.go.id/',
  'https://xn--www-lapor.go.id/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://localhost/',
  'https://2130706433/',
  'http://127.0.0.1:4717/',
  'ws://127.0.0.1:4717/rpc',
  'wss://www.lapor.go.id/',
  'ftp://www.lapor.go.id/',
  'file:///etc/passwd',
  'file://server/share/a.exe',
  'file:///C:/Windows/System32/calc.exe',
  'smb://attacker.example/share',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:https://attacker.example/0000',
  'blob:null/0000',
  'filesystem:app://loket/temporary/a.html',
  'view-source:app://loket/loket',
  'chrome://gpu/',
  'chrome-extension://abcdefghijklmnop/a.html',
  'devtools://devtools/bundled/inspector.html',
  'about:config',
  'about:blank',
  'mailto:a@example.org',
  'tel:+62123',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=a&crumb=location:\\\\attacker.example',
  'vscode://file/etc/passwd',
  'steam://run/1',
  'x-apple.systempreferences:',
  'intent://scan/#Intent;scheme=zxing;end',
  'app://paper/0000',
  'app://loket.attacker.example/',
  'app://loket@attacker.example/',
  'app://user@loket/',
  'app:loket/loket',
  'app:///loket',
  'apps://loket/loket',
  'https://www.lapor.go.id\u0000/',
  'https://www.lapor.go.id\t.attacker.example/',
  'http:',
  'https://',
  '',
  'not a url',
];
const lawful = ['https://www.lapor.go.id/', 'https://peraturan.bpk.go.id/Details/38748', 'https://www.ombudsman.go.id/?a=1'];

let shell: FakeShell;
beforeEach(async () => {
  shell = createFakeShell({ displays: [display(1), display(2)] });
  await shell.start();
  for (const surface of ['kiosk', 'board']) shell.clickTray(`open-${surface}`);
});
afterEach(() => shell.remove());

const pages = (): FakeWebContents[] => shell.fake.living().map(({ webContents }) => webContents);

function isPrevented(contents: FakeWebContents, event: string, details: object): boolean {
  let prevented = false;
  contents.emit(event, { ...details, preventDefault: () => (prevented = true) });
  return prevented;
}

describe('RELIABILITY 4: hostile URLs', () => {
  test('there are at least fifty', () => expect(new Set(hostileUrls).size).toBeGreaterThanOrEqual(50));

  test.each(hostileUrls)('%j is denied as navigation, redirect, frame, window and external page, on every surface', (url) => {
    expect(pages()).toHaveLength(3);
    for (const contents of pages()) {
      expect(isPrevented(contents, 'will-navigate', { url, isMainFrame: true })).toBe(true);
      expect(isPrevented(contents, 'will-redirect', { url, isMainFrame: true })).toBe(true);
      expect(isPrevented(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(true);
      const blankFrame = url === 'about:blank';
      expect(isPrevented(contents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(!blankFrame);
      expect(contents.windowOpen(url)).toEqual({ action: 'deny' });
    }
    expect(isAppUrl(url)).toBe(false);
    expect(externalTarget(url)).toBeNull();
    expect(shell.fake.opened).toEqual([]);
  });

  test.each(lawful)('%s opens in the system browser, from a staff window alone', (url) => {
    for (const contents of pages()) expect(contents.windowOpen(url)).toEqual({ action: 'deny' });
    expect(shell.fake.opened).toEqual([url]);
    for (const contents of pages()) expect(isPrevented(contents, 'will-navigate', { url, isMainFrame: true })).toBe(true);
  });

  test('the own pages and previews may be navigated', () => {
    for (const contents of pages()) {
      expect(isPrevented(contents, 'will-navigate', { url: 'app://loket/pengaturan/staf', isMainFrame: true })).toBe(false);
      expect(isPrevented(contents, 'will-frame-navigate', { url: 'about:srcdoc', isMainFrame: false })).toBe(false);
      expect(isPrevented(contents, 'will-frame-navigate', { url: 'blob:app://loket/1', isMainFrame: false })).toBe(false);
    }
  });

  test('webviews are never attached', () => {
    for (const contents of pages()) expect(isPrevented(contents, 'will-attach-webview', {})).toBe(true);
  });

  test('a denied address does not get into the log, only its scheme', () => {
    const [contents] = pages();
    contents?.windowOpen('https://attacker.example/?nik=3201012345678901');
    expect(JSON.stringify(shell.logged)).not.toContain('3201012345678901');
    expect(shell.logged.at(-1)?.details).toEqual({ to: 'https:' });
  });
});

describe('certificates and credentials', () => {
  test('a certificate error is final', () => {
    const answers: unknown[] = [];
    const event = { preventDefault: () => answers.push('prevented') };
    shell.fake.app.emit('certificate-error', event, null, 'https://a/', 'ERR', {}, (trusted: boolean) => answers.push(trusted));
    expect(answers).toEqual(['prevented', false]);
  });

  test('no client certificate and no password is ever given', () => {
    const answers: unknown[][] = [];
    const event = { preventDefault() {} };
    shell.fake.app.emit('select-client-certificate', event, null, 'https://a/', [{}], (...given: unknown[]) => answers.push(given));
    shell.fake.app.emit('login', event, null, {}, {}, (...given: unknown[]) => answers.push(given));
    expect(answers).toEqual([[], []]);
  });
});

describe('the session', () => {
  const permissions = [
    'camera',
    'media',
    'geolocation',
    'notifications',
    'midi',
    'midiSysex',
    'pointerLock',
    'keyboardLock',
    'openExternal',
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'speaker-selection',
    'storage-access',
    'window-management',
    'local-fonts',
    'local-network-access',
    'screen-wake-lock',
    'fileSystem',
    'unknown',
    'something-new',
  ];
  const requested = (permission: string, details: object) => {
    const answers: boolean[] = [];
    shell.fake.session.permissionRequest?.(null as never, permission as never, (granted) => answers.push(granted), details as never);
    return answers;
  };
  const main = { isMainFrame: true, requestingUrl: 'app://loket/papan' };

  test('every permission but the listed is denied, asked or checked', () => {
    for (const permission of permissions) {
      expect([permission, ...requested(permission, main)]).toEqual([permission, false]);
      expect(shell.fake.session.permissionCheck?.(null, permission as never, 'app://loket', { isMainFrame: true })).toBe(false);
    }
    expect(requested('fullscreen', main)).toEqual([true]);
    expect(shell.fake.session.permissionCheck?.(null, 'fullscreen', 'app://loket/', { isMainFrame: true })).toBe(true);
  });

  test('fullscreen is denied to other origins and to frames', () => {
    expect(requested('fullscreen', { ...main, requestingUrl: 'https://attacker.example/' })).toEqual([false]);
    expect(requested('fullscreen', { ...main, isMainFrame: false })).toEqual([false]);
    expect(shell.fake.session.permissionCheck?.(null, 'fullscreen', 'https://attacker.example', { isMainFrame: true })).toBe(false);
  });

  test('the camera, without its microphone, is for staff windows alone', () => {
    const asked = (contents: FakeWebContents | undefined, mediaTypes: readonly string[], url = 'app://loket/pengaduan/baru') => {
      const answers: boolean[] = [];
      const details = { isMainFrame: true, requestingUrl: url, mediaTypes };
      shell.fake.session.permissionRequest?.(contents as never, 'media', (granted) => answers.push(granted), details);
      return answers;
    };
    const [staff, kiosk, board] = pages();
    expect(asked(staff, ['video'])).toEqual([true]);
    expect([asked(staff, ['video', 'audio']), asked(staff, ['audio']), asked(staff, [])]).toEqual([[false], [false], [false]]);
    expect(asked(staff, ['video'], 'https://attacker.example/')).toEqual([false]);
    expect([asked(kiosk, ['video']), asked(board, ['video'])]).toEqual([[false], [false]]);
    const checked = (contents: FakeWebContents | undefined, mediaType: 'video' | 'audio') =>
      shell.fake.session.permissionCheck?.(contents as never, 'media', 'app://loket', { isMainFrame: true, mediaType });
    expect([checked(staff, 'video'), checked(staff, 'audio'), checked(kiosk, 'video')]).toEqual([true, false, false]);
  });

  test('no device, no pairing, no screen, no spelling service', () => {
    const { session } = shell.fake;
    expect(session.devicePermission?.({} as never)).toBe(false);
    const paired: unknown[] = [];
    session.bluetooth?.({} as never, (response) => paired.push(response));
    expect(paired).toEqual([{ confirmed: false }]);
    const streams: unknown[] = [];
    session.displayMedia?.({} as never, (given) => streams.push(given));
    expect(streams).toEqual([null]);
    expect(session.usbClasses?.({ protectedClasses: ['hid'] } as never)).toEqual(['hid']);
    expect(session.spellChecker).toBe(false);
  });

  test('pages load from the program itself and from nowhere else', () => {
    const cancelled = (url: string) => {
      const answers: unknown[] = [];
      shell.fake.session.beforeRequest?.({ url }, (response) => answers.push(response));
      return answers;
    };
    for (const url of hostileUrls.filter((address) => /^(?:https?|wss?|ftp|file|chrome|devtools|smb)/u.test(address))) {
      expect([url, ...cancelled(url)]).toEqual([url, { cancel: true }]);
    }
    for (const url of ['app://loket/assets/a.js', 'data:image/png;base64,AA==', 'blob:app://loket/1']) {
      expect([url, ...cancelled(url)]).toEqual([url, { cancel: false }]);
    }
    expect([isLoadable('devtools://devtools/a.js', true), isLoadable('devtools://devtools/a.js', false)]).toEqual([false, true]);
  });

  test('the only download is a PDF that a staff window made', () => {
    const [staff, kiosk, board] = pages();
    const prevented = (url: string, type: string, contents: unknown) => {
      let denied = false;
      const item = { getURL: () => url, getMimeType: () => type };
      shell.fake.session.emit('will-download', { preventDefault: () => (denied = true) }, item, contents);
      return denied;
    };
    expect(prevented('blob:app://loket/1', 'application/pdf', staff)).toBe(false);
    for (const other of [kiosk, board, {}]) expect(prevented('blob:app://loket/1', 'application/pdf', other)).toBe(true);
    for (const origin of ['app://paper', 'app://loket.attacker.example', 'https://attacker.example', 'null']) {
      expect([origin, prevented(`blob:${origin}/1`, 'application/pdf', staff)]).toEqual([origin, true]);
    }
    expect(prevented('blob:app://loket/1', 'application/x-msdownload', staff)).toBe(true);
    expect(prevented('app://loket/index.html', 'application/pdf', staff)).toBe(true);
    expect(prevented('https://attacker.example/a.pdf', 'application/pdf', staff)).toBe(true);
  });
});

import type { Surface } from '../shared/rpc/roles.ts';
import type { ElectronApi, WebContents } from './electronApi.ts';
import { isAppUrl, paperOrigin } from './origin.ts';

/** Sites that a staff window may open in the system's browser: the national complaint channel, the law database, and WhatsApp's way to a ready message. */
export const externalHosts: ReadonlySet<string> = new Set(['www.lapor.go.id', 'peraturan.bpk.go.id', 'www.ombudsman.go.id', 'wa.me']);

/** A ready text message or e-mail to one address: only digits or one plain address, and the parts that a status report has. */
const messageLink =
  /^(?:sms:\+\d{6,15}\?body=|mailto:[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\?subject=[A-Z0-9%-]{1,60}&body=)[A-Za-z0-9%_.!~*'()-]{0,8000}$/u;

/**
 * The URL to hand to the operating system, or `null`: https to listed hosts at the usual port without credentials, or a
 * ready message of a status report.
 */
export function externalTarget(url: string): string | null {
  // Control characters and backslashes are read differently by different parsers.
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
  if (/[\u0000-\u0020\u007f\\]/u.test(url)) return null;
  if (messageLink.test(url)) return url;
  try {
    const { protocol, hostname, port, username, password, href } = new URL(url);
    const plain = port === '' && username === '' && password === '';
    return protocol === 'https:' && plain && externalHosts.has(hostname) ? href : null;
  } catch {
    // Not a URL: not allowed.
    return null;
  }
}

export interface NavigationParts {
  readonly app: ElectronApi['app'];
  readonly shell: ElectronApi['shell'];
  /** The surface of a window of ours; `null` for the hidden page of a paper and anything unknown. */
  surfaceOf(contents: WebContents): Surface | null;
  log(message: string, details: Readonly<Record<string, unknown>>): void;
}

/** Holds every page of the process, whoever made it, to the program's own screens (deny by default). */
export function restrictNavigation(parts: NavigationParts): void {
  const { app } = parts;
  app.on('web-contents-created', (_event, contents) => restrictContents(contents, parts));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('login', (event, _contents, _details, _info, answer) => {
    event.preventDefault();
    answer();
  });
}

function restrictContents(contents: WebContents, { surfaceOf, shell, log }: NavigationParts): void {
  const allowed = (url: string) => (surfaceOf(contents) === null ? url.startsWith(`${paperOrigin}/`) : isAppUrl(url));
  const guard = (event: { preventDefault(): void; readonly url: string }) => {
    if (allowed(event.url)) return;
    event.preventDefault();
    log('navigation denied', { to: schemeOf(event.url) });
  };
  contents.on('will-navigate', guard);
  contents.on('will-redirect', guard);
  contents.on('will-frame-navigate', (event) => {
    // Frames inside a page show previews only: made by the page itself, from nowhere else.
    if (event.isMainFrame ? allowed(event.url) : isOwnPreview(event.url)) return;
    event.preventDefault();
    log('frame navigation denied', { to: schemeOf(event.url) });
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // A kiosk that opens a browser has stopped being a kiosk.
    const target = surfaceOf(contents) === 'staff' ? externalTarget(url) : null;
    if (target === null) log('window denied', { to: schemeOf(url) });
    else void shell.openExternal(target).catch((error: unknown) => log('the system opened no browser', { error: String(error) }));
    return { action: 'deny' };
  });
}

const isOwnPreview = (url: string) => url === 'about:srcdoc' || url === 'about:blank' || url.startsWith('blob:app://loket/');

/** Addresses may hold personal data; the log gets the scheme. */
const schemeOf = (url: string) => /^[a-z][a-z0-9+.-]{0,20}:/iu.exec(url)?.[0] ?? 'none';

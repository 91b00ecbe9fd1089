import type { ElectronApi } from './electronApi.ts';
import { appOrigin, isAppUrl } from './origin.ts';

/** Everything a page may ever be granted. The security list names each one with its reason. */
const granted: ReadonlySet<string> = new Set([
  // The board on a second screen.
  'fullscreen',
]);

/** Schemes a page may load from; the content security policy is the first fence, this the second. */
const loadable: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:']);
/** The developer tools, which a packaged program does not have. */
const loadableInDevelopment: ReadonlySet<string> = new Set(['devtools:']);

/** Denies every permission, device and network request but the listed ones, on the one session that windows use. */
export function restrictSession(session: ReturnType<ElectronApi['session']['fromPartition']>, packaged: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && granted.has(permission) && isAppUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => details.isMainFrame && granted.has(permission) && withoutSlash(origin) === appOrigin,
  );
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLoadable(url, packaged) }));
  session.on('will-download', (event) => event.preventDefault());
}

export function isLoadable(url: string, packaged: boolean): boolean {
  try {
    const { protocol } = new URL(url);
    return loadable.has(protocol) || (!packaged && loadableInDevelopment.has(protocol));
  } catch {
    // Not a URL: nothing to load.
    return false;
  }
}

/** Chromium writes origins with a slash at the end in some calls. */
const withoutSlash = (origin: string) => (origin.endsWith('/') ? origin.slice(0, -1) : origin);

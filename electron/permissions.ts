import type { Surface } from '../shared/rpc/roles.ts';
import type { ElectronApi, WebContents } from './electronApi.ts';
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

export interface SessionParts {
  readonly packaged: boolean;
  surfaceOf(contents: WebContents): Surface | null;
}

/** A photo for a complaint: the camera without its microphone, for staff windows only. */
const isCamera = (permission: string, media: readonly (string | undefined)[], surface: Surface | null): boolean =>
  permission === 'media' && surface === 'staff' && media.length > 0 && media.every((type) => type === 'video');

/** Denies every permission, device and network request but the listed ones, on the one session that windows use. */
export function restrictSession(session: ElectronApi['session']['defaultSession'], { packaged, surfaceOf }: SessionParts): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const listed = granted.has(permission) || isCamera(permission, media, surfaceOf(contents));
    answer(details.isMainFrame && listed && isAppUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    const surface = contents === null ? null : surfaceOf(contents);
    const listed = granted.has(permission) || isCamera(permission, [details.mediaType], surface);
    return details.isMainFrame && listed && withoutSlash(origin) === appOrigin;
  });
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLoadable(url, packaged) }));
  session.on('will-download', (event, item, contents) => {
    if (!isOwnPdf(item.getURL(), item.getMimeType()) || surfaceOf(contents) !== 'staff') event.preventDefault();
  });
}

/** The one download there is: a paper that a staff window saves as PDF; the system's dialog asks where to. */
const isOwnPdf = (url: string, type: string) => url.startsWith(`blob:${appOrigin}/`) && type === 'application/pdf';

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

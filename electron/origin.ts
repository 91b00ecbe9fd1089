import type { Surface } from '../shared/rpc/roles.ts';
import { surfacePaths } from '../shared/rpc/surfacePaths.ts';

/** The pages of the program have an origin of their own: no file: URLs, no web server. */
export const appScheme = 'app';
export const appOrigin = 'app://loket';
/** Papers on their way to a printer live on another origin than the screens. */
export const paperOrigin = 'app://paper';

export const homeUrl = (surface: Surface): string => appOrigin + surfacePaths[surface];

/** Whether a URL belongs to the program's own screens. Anything that does not parse does not. */
export function isAppUrl(url: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(url);
    return `${protocol}//${host}` === appOrigin && username === '' && password === '';
  } catch {
    // Not a URL at all, therefore not ours.
    return false;
  }
}

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, noncePlaceholder } from '../shared/csp.ts';
import { listAppFiles, mediaType } from './appFiles.ts';
import type { ElectronApi } from './electronApi.ts';
import { appOrigin, appScheme, paperOrigin } from './origin.ts';
import { policyOfPaper, type Papers } from './papers.ts';

/** A route of the single-page program, as in a deep link: words and ids, never a file name with an ending. */
const routePath = /^(?:\/[\p{L}\p{N}_-]{0,80}){1,8}$/u;

/** Must run before `ready`: a standard, secure scheme gives the pages an origin, storage and fetch like https. */
export function registerAppScheme(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** Serves `app://loket` from the built renderer and `app://paper` from memory. Call after `ready`. */
export function serveApp(protocol: ElectronApi['protocol'], root: string, papers: Papers): void {
  protocol.handle(appScheme, createAppHandler(root, papers));
}

/**
 * Answers requests of the app scheme. Only files that lay below `root` at start are ever read; a route falls back to
 * index.html; everything else is 404, a method other than GET and HEAD 405, a path that does not decode 400.
 */
export function createAppHandler(root: string, papers: Papers): (request: Request) => Promise<Response> {
  const files = listAppFiles(root);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405);
    const target = targetOf(request.url);
    if (target === null) return plain(400);
    const { origin, path } = target;
    if (origin === paperOrigin) return paperResponse(papers.take(path));
    if (origin !== appOrigin) return plain(404);
    const name = files.has(path) ? path : routePath.test(path) ? '/index.html' : null;
    const file = name === null ? undefined : files.get(name);
    if (name === null || file === undefined) return plain(404);
    const body = await readFile(file);
    return name === '/index.html' ? pageResponse(body.toString('utf8')) : fileResponse(name, body);
  };
}

function targetOf(url: string): { origin: string; path: string } | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    return { origin: `${protocol}//${host}`, path: decodeURIComponent(pathname) };
  } catch {
    // A URL or an escape that does not decode names nothing.
    return null;
  }
}

function pageResponse(html: string): Response {
  const nonce = randomBytes(18).toString('base64');
  return new Response(html.replaceAll(noncePlaceholder, nonce), {
    headers: headers('text/html; charset=utf-8', contentSecurityPolicy({ styleNonce: nonce }), 'no-store'),
  });
}

const fileResponse = (name: string, body: Uint8Array<ArrayBuffer>) =>
  new Response(body, { headers: headers(mediaType(name), contentSecurityPolicy(), 'no-cache') });

const paperResponse = (html: string | undefined) =>
  html === undefined ? plain(404) : new Response(html, { headers: headers('text/html; charset=utf-8', policyOfPaper(html), 'no-store') });

const plain = (status: number) =>
  new Response(null, { status, headers: headers('text/plain; charset=utf-8', contentSecurityPolicy(), 'no-store') });

const headers = (type: string, policy: string, cache: string) => ({
  'content-type': type,
  'content-security-policy': policy,
  'cache-control': cache,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});

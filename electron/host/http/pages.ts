import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { noncePlaceholder } from '../../../shared/csp.ts';

export type Next = () => void;

/** Where the renderer comes from: the built files, or Vite's middleware while developing. */
export interface PageSource {
  /** Serves a file of the renderer, or calls `next` when there is none. */
  asset(request: IncomingMessage, response: ServerResponse, next: Next): void;
  /** The page for any path of the program, with the nonce in its place. */
  index(nonce: string, url: string): Promise<string>;
  /** Vite's own scripts need a looser policy while developing. */
  readonly strict: boolean;
}

/** The built renderer. Its files have content hashes in their names and may be cached for ever. */
export function builtPages(directory: string): PageSource {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const serve = sirv(directory, { etag: true, immutable: true, maxAge: 31_536_000, dotfiles: false, extensions: [] });
  return {
    strict: true,
    asset: (request, response, next) => {
      if (request.url === '/' || request.url?.startsWith('/index.html') === true) next();
      else serve(request, response, next);
    },
    index: (nonce) => Promise.resolve(html.replaceAll(noncePlaceholder, nonce)),
  };
}

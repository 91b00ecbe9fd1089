import { createHash, randomUUID } from 'node:crypto';
import { paperSecurityPolicy } from '../shared/csp.ts';
import { paperOrigin } from './origin.ts';

/** Papers between the window that prints and the hidden page that renders them: each is fetched once, then gone. */
export interface Papers {
  /** Lays a whole HTML document down and returns the URL under which it can be fetched once. */
  put(html: string): string;
  take(path: string): string | undefined;
  /** Removes a paper that was never fetched. */
  drop(url: string): void;
}

export function createPapers(newId: () => string = randomUUID): Papers {
  const waiting = new Map<string, string>();
  return {
    put(html) {
      const path = `/${newId()}`;
      waiting.set(path, html);
      return paperOrigin + path;
    },
    take(path) {
      const html = waiting.get(path);
      waiting.delete(path);
      return html;
    },
    drop: (url) => void waiting.delete(url.slice(paperOrigin.length)),
  };
}

/** The policy of one paper: its own style blocks by hash, nothing else. */
export function policyOfPaper(html: string): string {
  const blocks = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/giu)];
  // The parser sees line feeds only, so the hash is over those.
  const hashes = blocks.map(([, css = '']) => createHash('sha256').update(css.replaceAll(/\r\n?/gu, '\n')).digest('base64'));
  return paperSecurityPolicy([...new Set(hashes)]);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every regular file below a directory by its URL path (`/assets/a.js` → absolute file). Symbolic links are left out.
 * Serving by look-up in this list, made once at start, is what keeps every request inside the root: no path of a
 * request ever reaches the file system. Directories are walked by hand because asar archives know no `recursive`.
 */
export function listAppFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (directory: string, prefix: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = `${prefix}/${entry.name}`;
      if (entry.isDirectory()) walk(join(directory, entry.name), path);
      else if (entry.isFile()) files.set(path, join(directory, entry.name));
    }
  };
  walk(root, '');
  return files;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  woff: 'font/woff',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  webm: 'audio/webm',
  wav: 'audio/wav',
  txt: 'text/plain; charset=utf-8',
};

/** The media type by file ending; unknown endings are bytes, which `nosniff` keeps from running. */
export const mediaType = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

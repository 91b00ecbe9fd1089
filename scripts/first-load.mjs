// The renderer's first load must stay small: an old PC parses every byte before the first screen appears.
// Counts the JavaScript that index.html and the first screen of each route pull in, gzip-compressed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 300 * 1024;
const directory = join(import.meta.dirname, '..', 'out', 'renderer');
const html = readFileSync(join(directory, 'index.html'), 'utf8');
const entries = [...html.matchAll(/(?:src|href)="[./]*(assets\/[^"]+\.js)"/gu)].map((match) => match[1]);
if (entries.length === 0) throw new Error('index.html loads no script: the build is broken');

/** Static imports only: what `import()` names is loaded later, when a screen is opened. */
const staticImports = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"();]*?from\s*)?["']\.\/([^"']+\.js)["']/gu;
const seen = new Set();
const visit = (file) => {
  if (seen.has(file)) return;
  seen.add(file);
  for (const match of readFileSync(join(directory, file), 'utf8').matchAll(staticImports)) visit(`assets/${match[1]}`);
};
entries.forEach(visit);
const bytes = [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(join(directory, file))).length, 0);
console.log(JSON.stringify({ bench: 'renderer.firstLoad', files: seen.size, gzip_bytes: bytes, goal: limit, ok: bytes <= limit }));
if (bytes > limit) {
  console.error(`The first load is ${bytes} bytes of gzip JavaScript, more than ${limit}. Split a screen or drop a library.`);
  process.exit(1);
}

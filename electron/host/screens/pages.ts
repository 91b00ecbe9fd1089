import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { noncePlaceholder } from '../../../shared/csp.ts';
import { type LinkSurface, linkSurfaces } from '../../../shared/rpc/linkMethods.ts';

/** What of the built renderer a link may load: the page, and the files that its one screen needs. */
export interface ScreenPages {
  index(nonce: string): string;
  /** The file of a URL path, `null` when it belongs to another screen or to none. */
  file(surface: LinkSurface, path: string): string | null;
}

/** As `scripts/first-load.mjs` counts them; the manifest is Vite's. */
const modulesOf: Readonly<Record<LinkSurface, readonly string[]>> = {
  board: ['index.html', 'i18n/en/index.ts', 'screens/board/BoardScreen.tsx', 'i18n/areas/board.ts'],
  kiosk: ['index.html', 'i18n/en/index.ts', 'screens/kiosk/KioskScreen.tsx', 'i18n/areas/kiosk.ts'],
};

const manifestShape = z.record(
  z.string(),
  z.looseObject({
    file: z.string(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  }),
);

/**
 * Reads the build's manifest once. Files are served by look-up in what it names, so no path of a request ever reaches the
 * file system, and the code of the staff's screens is not on the network.
 * @throws when the directory holds no built renderer.
 */
export function readScreenPages(directory: string): ScreenPages {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const manifest = manifestShape.parse(JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8')));
  const files = new Map(linkSurfaces.map((surface) => [surface, filesOf(manifest, modulesOf[surface])] as const));
  return {
    index: (nonce) => html.replaceAll(noncePlaceholder, nonce),
    file: (surface, path) => (files.get(surface)?.has(path.slice(1)) === true ? join(directory, path.slice(1)) : null),
  };
}

function filesOf(manifest: z.infer<typeof manifestShape>, modules: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const collect = (module: string) => {
    const chunk = manifest[module];
    if (chunk === undefined) throw new Error(`${module} is not in the build's manifest`);
    if (files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) collect(imported);
  };
  for (const module of modules) collect(module);
  return files;
}

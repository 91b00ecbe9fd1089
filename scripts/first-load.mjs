// The renderer's first load must stay small: an old PC parses every byte before the first screen appears.
// For each screen: the gzip-compressed JavaScript of the entry and everything that opening the screen imports.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 300 * 1024;
const directory = join(import.meta.dirname, '..', 'out', 'renderer');
/** @type {Record<string, { file: string, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'));

const layout = 'ui/staff/StaffLayout.tsx';
const staff = 'ui/staff/StaffHere.tsx';
const screens = {
  counter: [layout, staff, 'screens/counter/CounterScreen.tsx', 'i18n/areas/counter.ts'],
  complaintForm: [
    staff,
    'screens/complaints/ComplaintsScreen.tsx',
    'screens/complaints/form/ComplaintFormScreen.tsx',
    'i18n/areas/complaintForm.ts',
  ],
  settings: [layout, staff, 'screens/settings/SettingsScreen.tsx', 'i18n/areas/settings.ts'],
  floor: [layout, staff, 'screens/floor/FloorScreen.tsx', 'i18n/areas/floor.ts'],
  setup: [layout, 'screens/setup/FirstStartScreen.tsx', 'i18n/areas/setup.ts'],
  kiosk: ['screens/kiosk/KioskScreen.tsx', 'i18n/areas/kiosk.ts'],
  board: ['screens/board/BoardScreen.tsx', 'i18n/areas/board.ts'],
};

for (const [screen, modules] of Object.entries(screens)) {
  const files = new Set();
  for (const module of ['index.html', ...modules]) collect(module, files);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(directory, file))).length, 0);
  console.log(
    JSON.stringify({ bench: `renderer.firstLoad.${screen}`, files: files.size, gzip_bytes: bytes, goal: `≤ ${limit}`, ok: bytes <= limit }),
  );
  if (bytes > limit) {
    console.error(`${screen} loads ${bytes} bytes of gzip JavaScript, more than ${limit}. Split it or drop a library.`);
    process.exitCode = 1;
  }
}

function collect(module, files) {
  const chunk = manifest[module];
  if (chunk === undefined) throw new Error(`${module} is not in the build's manifest`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, files);
}

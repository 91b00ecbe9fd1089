/**
 * Plants a bug in the program as it is loaded, so that no switch for it stands in the program: `node --import` this file, with the
 * name of a bug in `LOKET_PLANT`. Node strips the types afterwards by itself. Worker processes inherit both.
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bugs, type Edit } from './bugs.ts';

const root = join(import.meta.dirname, '../../..');
const name = process.env['LOKET_PLANT'];

if (name !== undefined && name !== '') {
  const bug = bugs.find((one) => one.name === name);
  if (bug === undefined) throw new Error(`LOKET_PLANT: there is no planted bug "${name}"`);
  const left = new Set(bug.edits);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.startsWith('file:')) return loaded;
      const file = fileURLToPath(url);
      const here = bug.edits.filter((edit) => join(root, edit.file) === file);
      if (here.length === 0) return loaded;
      if (loaded.source == null) throw new Error(`${file} was loaded without its text`);
      const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString('utf8');
      for (const edit of here) left.delete(edit);
      return { ...loaded, source: here.reduce(planted, text) };
    },
  });
  // A bug in a file that is never loaded would be "not caught" for the wrong reason.
  process.on('exit', () => {
    for (const { file } of left) {
      console.error(`LOKET_PLANT: ${file} was never loaded`);
      process.exitCode = 70;
    }
  });
}

/** The text with one edit made. @throws when what it replaces is not there exactly once: the program has moved on. */
export function planted(text: string, { file, find, replace }: Edit): string {
  const found = text.split(find).length - 1;
  if (found !== 1) throw new Error(`LOKET_PLANT: ${file} has ${found} times: ${find}`);
  return text.replace(find, () => replace);
}

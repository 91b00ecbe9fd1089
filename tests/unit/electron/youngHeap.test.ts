import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Bytes that the room for young objects takes after many of them survived. */
function youngBytes(keepSmall: boolean): number {
  const code = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepYoungHeapSmall } from ${JSON.stringify(join(root, 'electron/youngHeap.ts'))};
    if (${keepSmall}) keepYoungHeapSmall();
    let kept = [];
    for (let n = 0; n < 2_000_000; n += 1) {
      kept.push({ n, text: 'x' + n });
      if (kept.length > 200_000) kept = kept.slice(-50_000);
    }
    console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], { encoding: 'utf8' });
  return Number(stdout);
}

it('the room for young objects stays small, although it would grow', () => {
  const [small, grown] = [youngBytes(true), youngBytes(false)];
  expect(small).toBeGreaterThan(0);
  expect(small).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(grown).toBeGreaterThan(2 * small);
});

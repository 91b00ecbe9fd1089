import { makeTemplate, scratch } from './template.ts';
import { simulate } from './simulate.ts';
import { mkdirSync, rmSync } from 'node:fs';
const dir = scratch();
const template = await makeTemplate(dir);
const [from, n, steps, talk] = process.argv.slice(2).map(Number);
const total: Record<string, number> = {};
for (let seed = from!; seed < from! + n!; seed++) {
  const t0 = performance.now();
  const directory = `${dir}/s${seed}`;
  mkdirSync(directory);
  const o = await simulate({
    seed,
    steps: steps!,
    without: new Set(),
    template,
    directory,
    ...(talk ? { tell: (l: string) => console.log(l) } : {}),
  });
  for (const [k, v] of Object.entries(o.counts)) total[k] = (total[k] ?? 0) + v;
  console.log(
    seed,
    o.stations,
    o.trace.slice(0, 12),
    (performance.now() - t0).toFixed(0) + 'ms',
    o.broken ? `step ${o.broken.step} ${o.broken.detail.slice(0, 600)}` : 'ok',
  );
  rmSync(directory, { recursive: true, force: true });
}
console.log(JSON.stringify(total));
rmSync(dir, { recursive: true, force: true });
process.exit(0);

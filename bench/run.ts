/** `npm run -s bench [-- NAME… --minutes N]`: one JSON object per line; the exit code says whether every goal was met. */
import { parseArgs } from 'node:util';
import type { BenchLine, BenchOptions } from './measure.ts';

type Bench = (options: BenchOptions) => Promise<readonly BenchLine[]>;

const benches: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  'queue.callNext': () => import('./callNext.ts'),
  'rpc.command': () => import('./rpcCommand.ts'),
  'alarm.press': () => import('./alarm.ts'),
  complaints: () => import('./complaints.ts'),
  'ui.paint': () => import('./paint.ts'),
  'host.start': () => import('./hostStart.ts'),
  'events.replay': () => import('./replay.ts'),
  storage: () => import('./storage.ts'),
  office: () => import('./office.ts'),
  sync: () => import('./sync.ts'),
  'sync.offices': () => import('./centralLoad.ts'),
  'sync.tracking': () => import('./trackingPage.ts'),
};

const { positionals: wanted, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string', default: '1' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('--minutes takes a number above 0.');
  process.exit(2);
}
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
let allMet = true;
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { default: bench } = await load();
  for (const line of await bench({ minutes })) {
    console.log(JSON.stringify(line));
    allMet &&= line.ok;
  }
}
process.exit(allMet ? 0 : 1);

/** `npm run -s bench [-- NAME…]`: one JSON object per line; the exit code says whether every goal was met. */
import type { BenchLine } from './measure.ts';

type Bench = () => Promise<readonly BenchLine[]>;

const benches: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  'queue.callNext': () => import('./callNext.ts'),
  'rpc.command': () => import('./rpcCommand.ts'),
  'alarm.press': () => import('./alarm.ts'),
  complaints: () => import('./complaints.ts'),
  'ui.paint': () => import('./paint.ts'),
  'host.start': () => import('./hostStart.ts'),
  'events.replay': () => import('./replay.ts'),
  storage: () => import('./storage.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
let allMet = true;
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { default: bench } = await load();
  for (const line of await bench()) {
    console.log(JSON.stringify(line));
    allMet &&= line.ok;
  }
}
process.exit(allMet ? 0 : 1);

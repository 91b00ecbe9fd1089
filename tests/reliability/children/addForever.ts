/** Adds to a tally as fast as it can and writes each acknowledged command id to standard output, until it is killed. */
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { openTally } from '../../fixtures/tally.ts';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: addForever.ts DIR');
const tally = await openTally({ dataDir });
writeSync(1, 'ready\n');
for (let round = 0; ; round++) {
  const commandId = v7();
  tally.add(1 + (round % 150), commandId, `n${round % 20}`);
  writeSync(1, `${commandId}\n`);
  if (round % 20 === 0) await tally.ports.timers.yield();
}

/** Adds to a tally and writes one line per acknowledged command; its system calls are traced. */
import { writeSync } from 'node:fs';
import { openTally } from '../../fixtures/tally.ts';

const [, , dataDir, count] = process.argv;
if (dataDir === undefined) throw new Error('usage: addSome.ts DIR COUNT');
const tally = await openTally({ dataDir });
for (let round = 0; round < Number(count); round++) {
  tally.add(1);
  writeSync(1, `ack ${round}\n`);
}
tally.close();

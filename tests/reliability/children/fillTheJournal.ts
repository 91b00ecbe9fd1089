/** Appends to a journal until the disk takes no more, and writes each entry that was said to be on disk to standard output. */
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { openJournal } from '../../../electron/host/alarm/journal.ts';

const [, , file] = process.argv;
if (file === undefined) throw new Error('usage: fillTheJournal.ts FILE');
const journal = openJournal(file, () => undefined);
const by = { name: 'Sari', staffId: null };
for (let isOnDisk = true; isOnDisk;) {
  const id = v7();
  isOnDisk = journal.append({ id, at: 1, station: v7(), alarmId: v7(), type: 'acknowledged', by });
  if (isOnDisk) writeSync(1, `${id}\n`);
}

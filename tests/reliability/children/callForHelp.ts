/** Presses for help as fast as it can and writes each call that was said to be on disk to standard output, until it is killed. */
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { startAlarm } from '../../../electron/host/alarm/alarm.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { memoryTransportPair } from '../../../electron/host/rpc/transports.ts';
import { stationMessage } from '../../../shared/alarm/protocol.ts';

const [, , dataDir] = process.argv;
if (dataDir === undefined) throw new Error('usage: callForHelp.ts DIR');
const alarm = startAlarm({ dataDir, ports: createSystemPorts(), log: pino({ level: 'silent' }) });
const [near, far] = memoryTransportPair();
alarm.serve(far, 'staff');
const windowId = v7();
const person = { name: 'Sari', staffId: null };
const place = { counterId: null, name: 'Loket 1' };
const press = () => near.send({ t: 'press', alarmId: v7(), windowId, kind: 'help', place, by: person });
near.onMessage((data) => {
  const message = stationMessage.parse(data);
  if (message.t !== 'journalled') return;
  if (message.onDisk) writeSync(1, `${message.alarmId}\n`);
  setImmediate(press);
});
writeSync(1, 'ready\n');
near.send({ t: 'hello', windowId, person, roles: ['petugas'], place, guardPost: false });
press();

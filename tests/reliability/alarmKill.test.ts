/**
 * Half-way through a call the process is killed with SIGKILL. Whatever a window was told to be on disk is live again after
 * the restart, and a guard's window shows it. LOKET_KILLS sets how often.
 */
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startAlarm } from '../../electron/host/alarm/alarm.ts';
import { createSystemPorts } from '../../electron/host/ports.ts';
import { isLive } from '../../shared/alarm/fold.ts';
import { openAlarmWindow, settle } from '../fixtures/alarmWindow.ts';
import { temporaryDirectory } from '../fixtures/tally.ts';
import { runAndKill } from './killed.ts';

const kills = Number(process.env['LOKET_KILLS'] ?? 20);
const child = fileURLToPath(new URL('./children/callForHelp.ts', import.meta.url));

test(`${kills} kills in the middle of calls lose none that was journalled`, { timeout: 60_000 + kills * 4000 }, async () => {
  let journalled = 0;
  for (let round = 0; round < kills; round += 1) {
    using directory = temporaryDirectory();
    const calls = await runAndKill(child, [directory.path], 1 + Math.floor(Math.random() * 30));
    journalled += calls.length;
    const alarm = startAlarm({ dataDir: directory.path, ports: createSystemPorts(), log: pino({ level: 'silent' }) });
    const guard = openAlarmWindow(alarm, { name: 'Agus', roles: ['keamanan'] });
    await settle();
    const live = new Set(alarm.history(1000).flatMap((call) => (isLive(call) ? [call.alarmId] : [])));
    expect(calls.filter((call) => !live.has(call))).toEqual([]);
    expect(guard.alerts().map(({ alarmId }) => alarmId)).toEqual(expect.arrayContaining(calls));
    alarm.close();
  }
  expect(journalled).toBeGreaterThan(kills);
});

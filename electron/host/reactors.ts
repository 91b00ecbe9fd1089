import { startAlarmIncidents } from './reactors/alarmIncidents.ts';
import { startBookPrinting } from './reactors/bookPrinting.ts';
import { startComplaintDeadlines } from './reactors/complaintDeadlines.ts';
import { startDailyBackups } from './reactors/dailyBackup.ts';
import { startLateRegistry } from './reactors/lateRegistry.ts';
import { startLostNumbers } from './reactors/lostNumbers.ts';
import { startPrintingReactor } from './reactors/printing.ts';
import { startStationRegistry } from './reactors/stationRegistry.ts';
import { startVaultUpkeep } from './reactors/vaultUpkeep.ts';
import type { Services } from './services.ts';

/** Starts what works by itself beside the calls of windows; each answers how to stop it. One line per reactor. */
const reactors: readonly ((services: Services) => () => void)[] = [
  ({ dayRollover }) => dayRollover.start(),
  startLostNumbers,
  startVaultUpkeep,
  startDailyBackups,
  startPrintingReactor,
  // Behind the printers: what it asks for is heard by them.
  startBookPrinting,
  startComplaintDeadlines,
  startAlarmIncidents,
  startStationRegistry,
  startLateRegistry,
];

/** @returns how to stop them all, in reverse order. */
export function startReactors(services: Services): () => void {
  const stops = reactors.map((start) => start(services));
  return () => {
    for (const stop of stops.toReversed()) stop();
  };
}

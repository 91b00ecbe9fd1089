import type { OfficeState } from '../../../shared/domain/office/state.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createAnswersOnce } from '../access/answersOnce.ts';
import { printerStatus } from '../printing/status.ts';
import { today } from '../reactors/dailyBackup.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { stationHere } from './stationViews.ts';

const warnAheadMs = 60 * 24 * 60 * 60 * 1000;

/** What the program says about itself: the status line, recovery, backups, further windows. */
export function createSystemHandlers(services: Services): Handlers {
  const { storage } = services;
  const once = createAnswersOnce(50);
  return {
    'system.status': () => ok(status(services)),
    'system.acknowledgeRecovery': (input, call) =>
      once(call, 'system.acknowledgeRecovery', input, () => {
        storage.acknowledgeRecovery();
        return Promise.resolve(ok({}));
      }),
    'system.backUpNow': (input, call) =>
      once(call, 'system.backUpNow', input, async () => {
        const made = await storage.backUp('manual', today(services));
        if (!made.ok) return refuse({ type: 'backupFailed' as const, cause: made.error });
        const { name, manifest } = made.value;
        return ok({ file: `backups/${name}`, bytes: manifest.station.bytes + (manifest.vault?.bytes ?? 0), events: manifest.events });
      }),
    'system.newWindowUrl': (input, call) =>
      once(call, 'system.newWindowUrl', input, () =>
        Promise.resolve(
          services.newWindowUrl === undefined
            ? refuse({ type: 'notInBrowserMode' as const })
            : ok({ url: services.newWindowUrl(input.surface) }),
        ),
      ),
  };
}

function status(services: Services): Output<'system.status'> {
  const { engine, keyStore, ports, storage } = services;
  return {
    station: stationHere(services),
    printer: printerStatus(services),
    lastBackup: storage.lastBackup(),
    recovery: storage.recovery(),
    storage: storage.state(),
    clock: services.dayRollover.clockStatus(),
    keyProtection: keyStore.protection,
    unconfirmedHolidayYears: unconfirmedYears(engine.states.office, ports.clock.now()),
    replay: null,
  };
}

/** Years that begin within the next 60 days, or are running, and whose holidays nobody confirmed (DOMAIN section 4). */
export function unconfirmedYears({ profile, holidays }: OfficeState, now: number): number[] {
  if (profile === null) return [];
  const yearAt = (at: number) => Number(officeDate(at, profile.zone).slice(0, 4));
  const confirmed = new Set(holidays.filter((year) => year.confirmed).map(({ year }) => year));
  return [...new Set([yearAt(now), yearAt(now + warnAheadMs)])].filter((year) => !confirmed.has(year));
}

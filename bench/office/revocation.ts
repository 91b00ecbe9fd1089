import { now } from './clock.ts';
import type { Station } from './startOffice.ts';

/** Milliseconds from the press of "revoke" at the lead until the station says so itself and nobody has a link to it any more. */
export async function revoke(lead: Station, others: readonly Station[], revoked: Station): Promise<number> {
  const admin = await lead.open();
  await admin.logIn('Ratna Admin');
  const watchers = await Promise.all(
    others.map(async (station) => {
      const window = await station.open();
      await window.logIn('Dewi Lestari');
      return window;
    }),
  );
  const isCutOff = async (window: typeof admin) => {
    const { stations } = await window.ask('stations.list', {});
    return stations.some(({ stationId, connected }) => stationId === revoked.id && !connected);
  };
  const itself = revoked.desk.window;
  for (const window of [admin, ...watchers]) if (await isCutOff(window)) throw new Error('it was not linked before');
  const pressed = now();
  await admin.done('stations.revoke', { stationId: revoked.id });
  await Promise.all([
    ...[admin, ...watchers].map((window) => window.holds('the link to the revoked station is closed', () => isCutOff(window))),
    itself.holds('it was told', async () => (await itself.ask('stations.here', {})).role === 'revoked'),
  ]);
  return now() - pressed;
}

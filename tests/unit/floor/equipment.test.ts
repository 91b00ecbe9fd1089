import { expect, it } from 'vitest';
import { stationsOf } from '../../../electron/host/floor/equipment.ts';

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const minute = 60_000;

/** Five stations: the lead here, and others with one trouble each. */
function parts() {
  const stations = [1, 2, 3, 4, 5, 6].map((n) => ({
    id: uuid(n),
    letter: ' BCDEF'[n - 1]?.trim() ?? '',
    name: `Stasiun ${n}`,
    revoked: n === 6,
  }));
  const clocks: Record<string, number> = { [uuid(2)]: 4 * minute, [uuid(3)]: -6 * minute };
  return {
    station: { id: uuid(1), letter: '' },
    storage: { state: () => 'failing' },
    lan: {
      state: () => ({ roster: { stations } }),
      isConnected: (id: string) => id !== uuid(4),
      health: (id: string) => ({ lastHeardAt: 0, clockOffMs: clocks[id] ?? 0 }),
    },
    office: {
      standing: () => ({
        mode: 'lead',
        leadId: uuid(1),
        peers: [{ stationId: uuid(5), isLevel: false, problem: { kind: 'forked', stationId: uuid(5) } }],
      }),
    },
  } as unknown as Parameters<typeof stationsOf>[0];
}

it('shows each station with its health: disk, reach, copies, and a clock that is more than five minutes off', () => {
  expect(stationsOf(parts()).map(({ letter, role, health, trouble }) => ({ letter, role, health, trouble }))).toEqual([
    { letter: '', role: 'lead', health: 'bad', trouble: 'failing' },
    { letter: 'B', role: 'follower', health: 'good', trouble: 'none' },
    { letter: 'C', role: 'follower', health: 'warning', trouble: 'clock' },
    { letter: 'D', role: 'follower', health: 'bad', trouble: 'unreachable' },
    { letter: 'E', role: 'follower', health: 'bad', trouble: 'notCopied' },
  ]);
});

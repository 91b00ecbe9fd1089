import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { lastEndOf } from '../queries/printJobRows.ts';
import type { Services } from '../services.ts';

type StationView = FloorView['stations'][number];

/** Stations of the office with their health: this one by its storage, the others by whether they are reached. */
export function stationsOf({ station, storage, lan, office }: Pick<Services, 'station' | 'storage' | 'lan' | 'office'>): StationView[] {
  const roster = lan.state()?.roster.stations ?? [];
  const { mode, leadId } = office.standing();
  const state = storage.state();
  const trouble = state === 'sound' ? 'none' : state;
  const role = (id: string) => (mode === 'alone' ? 'alone' : id === leadId ? 'lead' : 'follower');
  const own: StationView = {
    letter: station.letter,
    name: roster.find(({ id }) => id === station.id)?.name ?? '',
    role: role(station.id),
    self: true,
    health: trouble === 'none' ? 'good' : trouble === 'checking' ? 'warning' : 'bad',
    trouble,
  };
  const others = roster.filter(({ id, revoked }) => id !== station.id && !revoked);
  return [
    own,
    ...others.map(({ id, letter, name }): StationView => {
      const isReached = lan.isConnected(id);
      return { letter, name, role: role(id), self: false, health: isReached ? 'good' : 'bad', trouble: isReached ? 'none' : 'unreachable' };
    }),
  ];
}

/** Every printer by the last paper that came out of it, or did not; nobody asks a printer in advance. */
export const printersOf = ({ db, engine }: Pick<Services, 'db' | 'engine'>): FloorView['printers'] =>
  engine.states.office.printers.map(({ id, name }) => {
    const last = lastEndOf(db, id);
    const state = last === null ? 'unknown' : last.outcome === 'failed' ? 'failing' : 'ready';
    return { printerId: id, name, state, endedAt: last?.endedAt ?? null };
  });

import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { lastEndOf } from '../queries/printJobRows.ts';
import type { Services } from '../services.ts';

type StationView = FloorView['stations'][number];

/** A clock that differs by more is told to people (RELIABILITY 20). */
const mostClockOffMs = 5 * 60_000;

/** Stations of the office with their health: this one by its storage, the others by whether they are reached. */
export function stationsOf({ station, storage, lan, office }: Pick<Services, 'station' | 'storage' | 'lan' | 'office'>): StationView[] {
  const roster = lan.state()?.roster.stations ?? [];
  const { mode, leadId, peers } = office.standing();
  const troubleOf = (id: string): StationView['trouble'] => {
    if (!lan.isConnected(id)) return 'unreachable';
    if (peers.some(({ stationId, problem }) => stationId === id && problem !== null)) return 'notCopied';
    return Math.abs(lan.health(id)?.clockOffMs ?? 0) > mostClockOffMs ? 'clock' : 'none';
  };
  const state = storage.state();
  const ownTrouble = state === 'sound' ? 'none' : state;
  const role = (id: string) => (mode === 'alone' ? 'alone' : id === leadId ? 'lead' : 'follower');
  const own: StationView = {
    letter: station.letter,
    name: roster.find(({ id }) => id === station.id)?.name ?? '',
    role: role(station.id),
    self: true,
    health: ownTrouble === 'none' ? 'good' : ownTrouble === 'checking' ? 'warning' : 'bad',
    trouble: ownTrouble,
  };
  const others = roster.filter(({ id, revoked }) => id !== station.id && !revoked);
  return [
    own,
    ...others.map(({ id, letter, name }): StationView => {
      const trouble = troubleOf(id);
      const health = trouble === 'none' ? 'good' : trouble === 'clock' ? 'warning' : 'bad';
      return { letter, name, role: role(id), self: false, health, trouble };
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

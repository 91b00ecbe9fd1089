import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { lastEndOf } from '../queries/printJobRows.ts';
import type { Services } from '../services.ts';

type StationView = FloorView['stations'][number];

/** Stations of the office with their health: this one, which is alone until others join; each that joins adds a row. */
export function stationsOf({ station, storage }: Pick<Services, 'station' | 'storage'>): StationView[] {
  const state = storage.state();
  const trouble = state === 'sound' ? 'none' : state;
  const health = trouble === 'none' ? 'good' : trouble === 'checking' ? 'warning' : 'bad';
  return [{ letter: station.letter, name: '', role: 'alone', self: true, health, trouble }];
}

/** Every printer by the last paper that came out of it, or did not; nobody asks a printer in advance. */
export const printersOf = ({ db, engine }: Pick<Services, 'db' | 'engine'>): FloorView['printers'] =>
  engine.states.office.printers.map(({ id, name }) => {
    const last = lastEndOf(db, id);
    const state = last === null ? 'unknown' : last.outcome === 'failed' ? 'failing' : 'ready';
    return { printerId: id, name, state, endedAt: last?.endedAt ?? null };
  });

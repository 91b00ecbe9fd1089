import type { Writer } from '../database/open.ts';
import type { Random } from '../ports.ts';
import type { Station } from './eventStore.ts';

/** Who this station is; made at the first start and never changed. The founding lead's letter is empty. */
export function ensureStation(db: Writer, random: Random): Station {
  const known = db.prepare<[], Station>('SELECT id, letter FROM station').get();
  if (known !== undefined) return known;
  const station: Station = { id: random.uuid(), letter: '' };
  db.prepare('INSERT INTO station (only, id, letter) VALUES (1, ?, ?)').run(station.id, station.letter);
  return station;
}

import type { Writer } from '../database/open.ts';
import type { Random } from '../ports.ts';
import type { Station } from './eventStore.ts';

/**
 * Who this station is; made at the first start. The founding lead's letter is empty; a station that joins an office starts
 * again with the letter it was given, which its database takes over while this station has decided nothing.
 * @param joined what the station was given when it joined; `null`: it is alone.
 */
export function ensureStation(
  db: Writer,
  random: Random,
  joined: { readonly stationId: string; readonly letter: string } | null = null,
): Station {
  const known = db.prepare<[], Station>('SELECT id, letter FROM station').get();
  if (known !== undefined) {
    if (joined === null || joined.stationId !== known.id || joined.letter === known.letter) return known;
    if (db.prepare('SELECT 1 FROM event WHERE origin = ? LIMIT 1').get(known.id) !== undefined) return known;
    db.prepare('UPDATE station SET letter = ?').run(joined.letter);
    return { id: known.id, letter: joined.letter };
  }
  const station: Station = joined === null ? { id: random.uuid(), letter: '' } : { id: joined.stationId, letter: joined.letter };
  db.prepare('INSERT INTO station (only, id, letter) VALUES (1, ?, ?)').run(station.id, station.letter);
  return station;
}

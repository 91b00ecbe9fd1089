import { describe, expect, test } from 'vitest';
import {
  decideStations,
  type EnteredStation,
  enterFoundingLead,
  enterStation,
  type StationCommand,
} from '../../../shared/domain/stations/decide.ts';
import type { StationEvent } from '../../../shared/domain/stations/events.ts';
import { evolveStations } from '../../../shared/domain/stations/evolve.ts';
import { nextLetter } from '../../../shared/domain/stations/letters.ts';
import { surfacesOf } from '../../../shared/domain/stations/surfaces.ts';
import type { StationEntry } from '../../../shared/domain/stations/types.ts';

const mark = (n: number) => String(n).padStart(64, '0');
const station = (n: number, name = `Stasiun ${n}`): EnteredStation => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  fingerprint: mark(n),
  name,
  place: '',
  roles: ['board', 'counter', 'board'],
});
const lead = station(0, 'Induk');
const [first, second] = [station(1), station(2)];

/** The registry after commands that must be accepted. */
const given = (...commands: readonly StationCommand[]): readonly StationEntry[] =>
  commands.reduce<readonly StationEntry[]>((stations, command) => {
    const decided = decideStations(command, stations, lead.id);
    if (!decided.ok) throw new Error(decided.error.type);
    return decided.value.reduce((state, event: StationEvent) => evolveStations(state, event), stations);
  }, []);
const founded: StationCommand = { method: enterFoundingLead, input: lead };
const enters = (input: EnteredStation): StationCommand => ({ method: enterStation, input });
const revokes = ({ id }: EnteredStation): StationCommand => ({ method: 'stations.revoke', input: { stationId: id } });
const changes = ({ id }: EnteredStation, name: string): StationCommand => ({
  method: 'stations.change',
  input: { stationId: id, name, place: 'Lantai 2', roles: ['kiosk'] },
});
const when = (stations: readonly StationEntry[], command: StationCommand) => decideStations(command, stations, lead.id);

describe('the registry of stations', () => {
  test('the founding lead has no letter and is entered once; others get A, B, … and their roles once each, in order', () => {
    const stations = given(founded, founded, enters(first), enters(second));
    expect(stations.map(({ letter, name }) => [letter, name])).toEqual([
      ['', 'Induk'],
      ['A', 'Stasiun 1'],
      ['B', 'Stasiun 2'],
    ]);
    expect(stations[1]?.roles).toEqual(['counter', 'board']);
  });

  test('a letter of a revoked station is never given again', () => {
    const stations = given(founded, enters(first), revokes(first), enters(second), enters(station(3)));
    expect(stations.map(({ letter }) => letter)).toEqual(['', 'A', 'B', 'C']);
  });

  test('letters: A…Z, AA…ZZ, then no more', () => {
    const all: string[] = [];
    for (let letter = nextLetter(all); letter !== null; letter = nextLetter(all)) all.push(letter);
    expect([all.length, all[0], all[25], all[26], all[701]]).toEqual([702, 'A', 'Z', 'AA', 'ZZ']);
    expect(new Set(all).size).toBe(702);
    const full: StationEntry[] = all.map((letter, n) => ({ ...station(n + 1), roles: ['counter'], letter, revoked: true }));
    expect(when(full, enters(station(9999)))).toEqual({ ok: false, error: { type: 'noLetterLeft' } });
  });

  test('a station that crashed while joining joins again with the same letter; a copied key or id does not', () => {
    const stations = given(founded, enters(first), enters({ ...first, name: 'Loket 9' }));
    expect(stations.map(({ letter, name }) => [letter, name])).toEqual([
      ['', 'Induk'],
      ['A', 'Loket 9'],
    ]);
    expect(when(stations, enters({ ...first, fingerprint: mark(77), name: 'X' }))).toEqual({
      ok: false,
      error: { type: 'stationUnknown' },
    });
    expect(when(stations, enters({ ...second, fingerprint: first.fingerprint, name: 'X' }))).toEqual({
      ok: false,
      error: { type: 'stationUnknown' },
    });
  });

  test.each([
    ['a revoked one joins again', enters(first), 'stationRevoked'],
    ['its key under another id', enters({ ...station(5), fingerprint: first.fingerprint }), 'stationRevoked'],
    ['a revoked one is changed', changes(first, 'Neu'), 'stationRevoked'],
    ['an unknown one is changed', changes(station(8), 'Neu'), 'stationUnknown'],
    ['an unknown one is revoked', revokes(station(8)), 'stationUnknown'],
    ['the deciding one is revoked', revokes(lead), 'stationIsLead'],
    ['a name that is taken, in other capitals', changes(second, ' iNDuk'.trim()), 'stationNameTaken'],
    ['a new one with a name that is taken', enters(station(8, 'stasiun 2')), 'stationNameTaken'],
  ])('refused: %s', (_what, command, type) => {
    const decided = when(given(founded, enters(first), enters(second), revokes(first)), command);
    expect(decided.ok ? null : decided.error.type).toBe(type);
  });

  test('a rename that changes nothing, and a second revocation, are accepted without an event', () => {
    const stations = given(founded, enters(first), changes(first, 'Kios'));
    expect(when(stations, changes(first, 'Kios'))).toEqual({ ok: true, value: [] });
    expect(when(given(founded, enters(first), revokes(first)), revokes(first))).toEqual({ ok: true, value: [] });
  });

  test('a name of a revoked station is free again', () => {
    expect(when(given(founded, enters(first), revokes(first)), enters(station(4, 'Stasiun 1'))).ok).toBe(true);
  });

  test('roles decide which windows open', () => {
    expect(surfacesOf(['counter', 'guard', 'supervisor'])).toEqual(['staff']);
    expect(surfacesOf(['kiosk', 'board'])).toEqual(['kiosk', 'board']);
  });
});

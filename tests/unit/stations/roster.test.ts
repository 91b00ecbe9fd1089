import { describe, expect, test } from 'vitest';
import { mergedRoster, others, rosterFrom, stationOf, withAddress } from '../../../electron/host/lan/roster.ts';
import type { LanState, Roster, RosterStation } from '../../../electron/host/lan/stateFile.ts';

const station = (id: string, more: Partial<RosterStation> = {}): RosterStation => ({
  id,
  letter: '',
  name: id,
  place: '',
  roles: ['counter'],
  fingerprint: id.padEnd(64, '0'),
  revoked: false,
  addresses: [],
  ...more,
});
const roster = (...stations: RosterStation[]): Roster => ({ leadId: 'lead', stations });
const near = { host: '10.0.0.1', port: 4718 };
const far = { host: '10.0.0.2', port: 4718 };

describe('the roster of a station', () => {
  test('takes the lead’s, and keeps first where it reached others itself', () => {
    const own = roster(station('lead', { addresses: [near] }), station('a'));
    const told = roster(station('lead', { addresses: [far, near] }), station('a', { name: 'Loket 2' }), station('b'));
    expect(mergedRoster(own, told)).toEqual(
      roster(station('lead', { addresses: [near, far] }), station('a', { name: 'Loket 2' }), station('b')),
    );
  });

  test('never forgets a station and never takes a revocation back, whoever lags behind', () => {
    const own = roster(station('lead'), station('a', { revoked: true }), station('b'));
    expect(mergedRoster(own, roster(station('lead'), station('a')))).toEqual(own);
    expect(rosterFrom('lead', [station('lead')], own)).toEqual(roster(station('lead'), station('a', { revoked: true }), station('b')));
  });

  test('keeps eight addresses, the newest first, each once', () => {
    let known = roster(station('a'));
    for (let n = 0; n < 12; n += 1) known = withAddress(known, 'a', { host: `10.0.0.${n % 10}`, port: 4718 });
    const hosts = known.stations[0]?.addresses.map(({ host }) => host) ?? [];
    expect([hosts.length, hosts[0], new Set(hosts).size]).toEqual([8, '10.0.0.1', 8]);
  });

  test('names others that count, and whose a certificate is', () => {
    const state: LanState = {
      version: 1,
      self: { stationId: 'a', letter: 'A' },
      revokedAt: null,
      roster: roster(station('lead'), station('a'), station('b', { revoked: true })),
    };
    expect(others(state).map(({ id }) => id)).toEqual(['lead']);
    expect(stationOf(state, 'b'.padEnd(64, '0'))?.revoked).toBe(true);
    expect(stationOf(state, 'c'.padEnd(64, '0'))).toBeUndefined();
    expect(stationOf(null, 'b'.padEnd(64, '0'))).toBeUndefined();
  });
});

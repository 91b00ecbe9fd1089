import { beforeEach, expect, test } from 'vitest';
import { createNeighbourhood, type Neighbourhood } from '../../../electron/host/lan/neighbourhood.ts';
import type { Announcement, FoundStation } from '../../../electron/host/lan/network/network.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const roundMs = 20_000;
const at = (mark: string, host: string): FoundStation => ({ mark, joining: true, addresses: [{ host, port: 4718 }] });
const identity = { certificate: '', privateKey: '', fingerprint: 'ab'.repeat(32) };

let ports: TestPorts;
let hosts: readonly string[];
let said: Announcement[];
let found: readonly FoundStation[];
let rounds: ((found: readonly FoundStation[]) => void)[];
let running: number;
let neighbourhood: Neighbourhood;
beforeEach(() => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  hosts = ['192.168.1.20'];
  said = [];
  found = [];
  rounds = [];
  running = 0;
  const lan = {
    ...ports.lan,
    ownHosts: () => hosts,
    announce(announcement: Announcement) {
      said.push(announcement);
      return () => {};
    },
    browse(onChange: (next: readonly FoundStation[]) => void) {
      rounds.push(onChange);
      running += 1;
      return () => {
        running -= 1;
      };
    },
  };
  neighbourhood = createNeighbourhood({ lan, timers: ports.timers }, (next) => {
    found = next;
  });
});

test('given every station got another address by DHCP, then it is found at the new one in the next round', () => {
  neighbourhood.watch();
  rounds[0]?.([at('a', '192.168.1.20'), at('b', '192.168.1.21')]);
  ports.advance(roundMs);
  expect([rounds.length, running]).toEqual([2, 1]);
  rounds[1]?.([at('a', '10.0.0.20')]);
  // The other one has not answered yet.
  expect(found).toEqual([at('a', '10.0.0.20'), at('b', '192.168.1.21')]);
  ports.advance(roundMs);
  expect(found).toEqual([at('a', '10.0.0.20')]);
});

test('given this computer got another address, then it is announced again, and only then', () => {
  neighbourhood.announce({ identity, port: 4718, joining: false });
  ports.advance(3 * roundMs);
  expect(said).toHaveLength(1);
  hosts = ['10.0.0.20'];
  ports.advance(roundMs);
  expect(said).toHaveLength(2);
  neighbourhood.announce(null);
  hosts = [];
  ports.advance(roundMs);
  expect(said).toHaveLength(2);
});

test('whoever looks for a lead to join stops looking after ten minutes', () => {
  expect(neighbourhood.nearby()).toEqual([]);
  rounds[0]?.([at('abcd0000', '192.168.1.20')]);
  expect(neighbourhood.nearby()).toEqual([{ name: 'Loket ABCD', address: { host: '192.168.1.20', port: 4718 } }]);
  ports.advance(10 * 60_000);
  expect(running).toBe(0);
});

test('closed, it neither looks nor announces any more', () => {
  neighbourhood.watch();
  neighbourhood.announce({ identity, port: 4718, joining: false });
  neighbourhood.close();
  hosts = ['10.0.0.20'];
  ports.advance(3 * roundMs);
  expect([running, rounds.length, said.length]).toEqual([0, 1, 1]);
});

test('given a window asks for leads once more while its station ends, then nothing is opened that would keep the process alive', () => {
  neighbourhood.nearby();
  neighbourhood.announce({ identity, port: 4718, joining: true });
  expect(running).toBe(1);
  neighbourhood.close();
  expect(running).toBe(0);
  expect(neighbourhood.nearby()).toEqual([]);
  neighbourhood.watch();
  neighbourhood.announce({ identity, port: 4718, joining: false });
  expect([running, said.length]).toEqual([0, 1]);
});

import { expect, test } from 'vitest';
import { createDialer } from '../../../electron/host/lan/dialer.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const fingerprint = 'ab'.repeat(32);
const known = { host: '192.168.1.20', port: 4718 };
const station = { id: 'a', letter: '', name: 'Induk', place: '', roles: [], fingerprint, revoked: false, addresses: [known] };
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** A station that has lost its lead. @returns the hosts that it dials, in order. */
async function dialled(found: readonly string[]): Promise<readonly string[]> {
  const ports = createTestPorts('2026-11-23T01:00:00Z');
  const hosts: string[] = [];
  const lan = {
    ...ports.lan,
    dial({ to }: Parameters<typeof ports.lan.dial>[0]) {
      hosts.push(to.host);
      return Promise.reject(new Error('nobody there'));
    },
  };
  const dialer = createDialer({
    ports: { ...ports, lan },
    identity: () => ({ certificate: '', privateKey: '', fingerprint: '' }),
    missing: () => ({ selfId: 'b', stations: [station] }),
    onConnection: () => {},
  });
  dialer.setFound([{ mark: fingerprint.slice(0, 16), joining: false, addresses: found.map((host) => ({ host, port: 4718 })) }]);
  for (let n = 0; n < 200; n += 1) {
    ports.advance(200);
    await turn();
  }
  dialer.close();
  return hosts;
}

test('given it is heard at a new address, then that comes first', async () => {
  expect((await dialled(['10.0.0.20'])).slice(0, 3)).toEqual(['10.0.0.20', known.host, '10.0.0.20']);
});

test('given somebody announces it at hundreds of addresses, then the known one is tried soon and again', async () => {
  const invented = Array.from({ length: 300 }, (_, n) => `10.0.${n >> 8}.${n & 255}`);
  const hosts = await dialled(invented);
  expect(hosts[1]).toBe(known.host);
  expect(hosts.filter((host) => host === known.host).length).toBeGreaterThan(1);
  expect(new Set(hosts).size).toBeLessThanOrEqual(9);
});

test('given it is not heard, then the known addresses take turns', async () => {
  expect(new Set(await dialled([]))).toEqual(new Set([known.host]));
});

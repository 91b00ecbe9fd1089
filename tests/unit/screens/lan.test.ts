import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { isLanCaller, lanAddresses, mdnsName } from '../../../electron/host/screens/lan.ts';

const card = (address: string, prefix = 24, more: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo =>
  ({ address, netmask: '', family: 'IPv4', mac: '', internal: false, cidr: `${address}/${prefix}`, ...more }) as NetworkInterfaceInfo;
const lo = card('127.0.0.1', 8, { internal: true });

describe('addresses to listen at', () => {
  test('are those of the cards of the machine: no loopback, no IPv6, no tunnel, no bridge of containers', () => {
    const interfaces = {
      lo: [lo],
      eth0: [card('192.168.1.20'), card('fe80::1', 64, { family: 'IPv6' } as never)],
      wlan0: [card('10.0.0.7')],
      tun0: [card('10.8.0.2')],
      docker0: [card('172.17.0.1')],
      'vEthernet (WSL)': [card('172.30.0.1')],
      tailscale0: [card('100.64.0.1')],
    };
    expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '10.0.0.7']);
  });

  test('come with a self-given one last, each once, and are none without a network', () => {
    expect(lanAddresses({ a: [card('169.254.3.4', 16)], b: [card('192.168.1.20'), card('192.168.1.20')] })).toEqual([
      '192.168.1.20',
      '169.254.3.4',
    ]);
    expect(lanAddresses({ lo: [lo] })).toEqual([]);
    expect(lanAddresses({ gone: undefined })).toEqual([]);
  });
});

describe('who is in the building', () => {
  const interfaces = { eth0: [card('203.0.113.20', 25)], tun0: [card('198.51.100.1', 24)] };

  test.each(['127.0.0.1', '10.1.2.3', '172.16.0.9', '172.31.255.255', '192.168.77.1', '169.254.1.1', '203.0.113.99', '::ffff:192.168.1.4'])(
    '%s is',
    (address) => expect(isLanCaller(address, interfaces)).toBe(true),
  );

  test.each([
    '203.0.113.200',
    '198.51.100.7',
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '::1',
    'fe80::2',
    '',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
  ])('%s is not', (address) => expect(isLanCaller(address, interfaces)).toBe(false));

  test('an unknown address is not', () => expect(isLanCaller(undefined, interfaces)).toBe(false));
});

describe('the name over mDNS', () => {
  test.each([
    ['LOKET-1', 'loket-1.local'],
    ['loket-1.kantor.example', 'loket-1.local'],
    ['localhost', null],
    ['', null],
    ['pc kasir', null],
    ['-x', null],
    ['evil"host', null],
  ])('of %j is %j', (name, expected) => expect(mdnsName(name)).toBe(expected));
});

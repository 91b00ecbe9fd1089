import { expect, test } from 'vitest';
import { isPublicAddress, PrivateAddressError, reachable } from '../../../server/outbox/addresses.ts';

test('only addresses of the public internet are public', () => {
  for (const address of ['8.8.8.8', '103.10.60.1', '192.0.1.1', '2606:4700:4700::1111', '2a03:2880:f10c::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  for (const address of [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1'],
    ...['224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8', '::ffff:10.0.0.1', 'fe80::1', 'fd00::1', 'ff02::1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', '2001:0:a00:1::', '2001:db8::1', 'contoh.id', ''],
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
});

test('a name is refused when any of its addresses leads inside, unless the operator listed it', async () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'luar.contoh.id': ['8.8.8.8', '2606:4700:4700::1111'],
    'campur.contoh.id': ['8.8.8.8', '10.0.0.5'],
    'dalam.contoh.id': ['10.0.0.5'],
  };
  const resolve = async (name: string) => (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  expect(await reachable('luar.contoh.id', [], resolve)).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700:4700::1111', family: 6 },
  ]);
  await expect(reachable('campur.contoh.id', [], resolve)).rejects.toThrow(PrivateAddressError);
  await expect(reachable('dalam.contoh.id', ['lain.contoh.id'], resolve)).rejects.toThrow(PrivateAddressError);
  expect(await reachable('Dalam.Contoh.id', ['dalam.contoh.id'], resolve)).toEqual([{ address: '10.0.0.5', family: 4 }]);
  await expect(reachable('[::1]', [], resolve)).rejects.toThrow(PrivateAddressError);
});

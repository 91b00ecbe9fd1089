import { expect, test } from 'vitest';
import { foundFrom } from '../../../electron/host/lan/network/mdns.ts';

const txt = { v: '1', f: '0123456789abcdef', j: '1' };

test('a station is found at the address that answered, then at those it names', () => {
  expect(foundFrom({ port: 4718, addresses: ['10.0.0.9', 'fe80::1'], referer: { address: '10.0.0.5' }, txt })).toEqual([
    {
      mark: '0123456789abcdef',
      joining: true,
      addresses: [
        { host: '10.0.0.5', port: 4718 },
        { host: '10.0.0.9', port: 4718 },
      ],
    },
  ]);
});

test.each([
  ['no text', { port: 4718, addresses: ['10.0.0.9'] }],
  ['another program’s text', { port: 4718, addresses: ['10.0.0.9'], txt: { f: 'x' } }],
  ['a mark that is no text', { port: 4718, addresses: ['10.0.0.9'], txt: { f: 7 } }],
  ['no port', { port: 0, addresses: ['10.0.0.9'], txt }],
  ['no address', { port: 4718, addresses: [], txt }],
  ['an address that is none', { port: 4718, addresses: ['evil; rm -rf'], txt }],
])('left out: %s', (_what, service) => expect(foundFrom(service)).toEqual([]));

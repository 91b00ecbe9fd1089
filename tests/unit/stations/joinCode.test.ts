import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { joinTicket, parseAddress, parseJoinTicket } from '../../../shared/domain/stations/address.ts';
import { groupedJoinCode, joinCodeBits, makeJoinCode, parseJoinCode } from '../../../shared/domain/stations/joinCode.ts';

const { random } = createSystemPorts();
const newCode = () => makeJoinCode(random.bytes);
const alphabet = Array.from('23456789ABCDEFGHJKMNPQRSTUVWXYZ');

describe('the code of joining', () => {
  test('carries at least 80 random bits and none of the characters that look alike', () => {
    expect(joinCodeBits).toBeGreaterThanOrEqual(80);
    for (let n = 0; n < 500; n += 1) expect(newCode()).toMatch(/^[2-9A-HJKMNP-Z]{20}$/u);
  });

  test('every character comes at every place about equally often', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 4000; n += 1)
      for (const character of newCode().slice(0, 19)) counts.set(character, (counts.get(character) ?? 0) + 1);
    const mean = (4000 * 19) / alphabet.length;
    for (const character of alphabet) expect(Math.abs((counts.get(character) ?? 0) - mean) / mean).toBeLessThan(0.12);
  });

  test('is read in any case, with any separators', () => {
    const code = newCode();
    expect(groupedJoinCode(code)).toMatch(/^(?:.{4}-){4}.{4}$/u);
    for (const typed of [
      code,
      groupedJoinCode(code),
      groupedJoinCode(code).toLowerCase(),
      ` ${groupedJoinCode(code).replaceAll('-', ' – ')} `,
      groupedJoinCode(code).replaceAll('-', '\u2011'),
      groupedJoinCode(code).replaceAll('-', '\u00A0'),
    ])
      expect(parseJoinCode(typed)).toBe(code);
  });

  test('one wrong character, or two exchanged, is found in every code', () => {
    const place = fc.integer({ min: 0, max: 18 });
    const misread = fc.property(place, place, fc.constantFrom(...alphabet), (at, other, character) => {
      const code = newCode();
      const wrong = code.slice(0, at) + character + code.slice(at + 1);
      const letters = Array.from(code);
      [letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? ''];
      return [wrong, letters.join('')].every((typed) => (parseJoinCode(typed) === code) === (typed === code));
    });
    expect(fc.check(misread, { numRuns: 2000 }).counterexample).toBeNull();
  });

  test.each(['', 'ABCD', 'x'.repeat(400), '0'.repeat(20), '😀'.repeat(10), 'I'.repeat(20)])('%s is none', (typed) => {
    expect(parseJoinCode(typed)).toBeNull();
  });
});

describe('the address of a lead', () => {
  test.each([
    ['192.168.1.10', { host: '192.168.1.10', port: 4718 }],
    [' 192.168.1.10:5000 ', { host: '192.168.1.10', port: 5000 }],
    ['loket-induk.local', { host: 'loket-induk.local', port: 4718 }],
    ['192.168.1.10 : 5000', { host: '192.168.1.10', port: 5000 }],
    ['192. 168 .1.10', { host: '192.168.1.10', port: 4718 }],
    ['LOKET_INDUK', { host: 'LOKET_INDUK', port: 4718 }],
    ['loket-induk.local.', { host: 'loket-induk.local', port: 4718 }],
    ['[fe80::1]:4719', { host: 'fe80::1', port: 4719 }],
    ['[fe80::1%eth0]:4719', { host: 'fe80::1%eth0', port: 4719 }],
    ['fe80::1%12', { host: 'fe80::1%12', port: 4718 }],
    ['::1', { host: '::1', port: 4718 }],
    ['2001:db8::7', { host: '2001:db8::7', port: 4718 }],
  ])('%s', (typed, address) => expect(parseAddress(typed)).toEqual(address));

  test.each([
    '',
    'http://x',
    '1.2.3.4:0',
    '1.2.3.4:70000',
    '1.2.3.4:',
    'a b',
    '-x',
    'x/..',
    ':',
    'x:y',
    '[]:1',
    '[zz]:4',
    '[::1',
    'a@b',
    'x:99999999',
  ])('"%s" is none', (typed) => expect(parseAddress(typed)).toBeNull());

  test('a scanned QR code is taken apart; anything else is not', () => {
    const code = groupedJoinCode(newCode());
    expect(parseJoinTicket(joinTicket({ host: '10.0.0.2', port: 4718 }, code))).toEqual({ address: '10.0.0.2:4718', code });
    for (const text of [code, '', 'LOKET-GABUNG', 'LOKET-GABUNG a b c']) expect(parseJoinTicket(text)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { newToken, tokenHash, tokenTyped } from '../../../electron/host/screens/token.ts';

const { random } = createSystemPorts();

describe('a token', () => {
  test('has at least 128 bits, all letters alike often, and is never the same', () => {
    const tokens = Array.from({ length: 2000 }, () => newToken(random));
    expect(new Set(tokens).size).toBe(2000);
    const letters = new Map<string, number>();
    for (const letter of tokens.join('')) letters.set(letter, (letters.get(letter) ?? 0) + 1);
    expect(letters.size).toBe(32);
    expect(26 * Math.log2(32)).toBeGreaterThanOrEqual(128);
    // 52,000 letters, 1,625 of each expected: five standard deviations are 200.
    expect(Math.max(...letters.values()) - Math.min(...letters.values())).toBeLessThan(400);
  });

  test('is found however a person types it', () => {
    const token = '0123456789abcdefghjkmnpqrs';
    expect(tokenTyped(token)).toBe(token);
    expect(tokenTyped('O123-4567-89AB-CDEF-GHJK-MNPQ-RS')).toBe(token);
    expect(tokenTyped('oI23456789abcdefghjkmnpqrs')).toBe(token);
    expect(tokenTyped('0L23456789abcdefghjkmnpqrs')).toBe(token);
  });

  test('is nothing else', () => {
    for (const text of ['', 'x', 'u'.repeat(26), '0'.repeat(25), '0'.repeat(27), `${'0'.repeat(25)}%`, '../../../../etc/passwd.....'])
      expect([text, tokenTyped(text)]).toEqual([text, null]);
    fc.assert(fc.property(fc.string(), (text) => tokenTyped(text) === null || tokenTyped(text)?.length === 26));
  });

  test('is kept as a hash that is not the token', () => {
    const token = newToken(random);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/u);
    expect(tokenHash(token)).toBe(tokenHash(token));
    expect(tokenHash(newToken(random))).not.toBe(tokenHash(token));
  });
});

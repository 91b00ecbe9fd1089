import { describe, expect, it } from 'vitest';
import { createPins } from '../../../electron/host/complaints/pins.ts';
import { normalisedPin } from '../../../shared/domain/complaints/number.ts';
import { searchedNumberEnd } from '../../../shared/domain/documents/number.ts';
import { asTyped, followPage, followUrl } from '../../../shared/papers/follow.ts';
import { idOf } from '../../fixtures/documents.ts';

const central = { publicUrl: 'https://layanan.sukamaju.go.id/', officeCode: 'DKC-SKM' };

describe('where the public follows', () => {
  it('is the page of the office with the number, and nowhere when it is not enrolled', () => {
    expect(followPage(central)).toBe('https://layanan.sukamaju.go.id/k/DKC-SKM/status');
    expect(followUrl(central, 'B-2026-000123')).toBe('https://layanan.sukamaju.go.id/k/DKC-SKM/status?n=B-2026-000123');
    expect([followPage(null), followUrl(null, 'B-2026-000123')]).toEqual([null, null]);
  });

  it.each(['B-2026-000123', 'PB-2026-1234567'])('is read back by the search at the counter: %s', (number) =>
    expect(searchedNumberEnd(followUrl({ publicUrl: 'http://127.0.0.1:8137', officeCode: 'a b/ü' }, number) ?? '')).toBe(number),
  );

  it('is printed as one types it', () => {
    expect([asTyped('https://a.go.id/k/A/status'), asTyped('http://127.0.0.1/k/A/status')]).toEqual([
      'a.go.id/k/A/status',
      'http://127.0.0.1/k/A/status',
    ]);
  });
});

describe('the PIN of a document', () => {
  const keyStore = (byte: number) => ({ key: () => new Uint8Array(32).fill(byte) });

  it('is the same at every station that has the office’s key, and another for every document and office', () => {
    const pin = createPins(keyStore(1)).ofDocument(idOf(1));
    expect(pin).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(createPins(keyStore(1)).ofDocument(idOf(1))).toBe(pin);
    const others = Array.from({ length: 500 }, (_, n) => createPins(keyStore(1)).ofDocument(idOf(n)));
    expect(new Set(others).size).toBe(500);
    expect(createPins(keyStore(2)).ofDocument(idOf(1))).not.toBe(pin);
    expect(normalisedPin(pin)).toHaveLength(8);
  });
});

import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcementOf, clipNames, counterNumberWords } from '../../../shared/domain/queue/announcement.ts';

const sounds = join(import.meta.dirname, '../../../resources/sounds');

describe('announcement', () => {
  test('says the sentence of the brief (DOMAIN section 3)', () => {
    const { sentence, clips } = announcementOf('A-012', 3);
    expect(sentence).toBe('Nomor antrean A nol satu dua, silakan menuju loket tiga.');
    expect(clips).toEqual(['chime', 'nomor-antrean', 'letter-a', 'digit-0', 'digit-1', 'digit-2', 'silakan-menuju-loket', 'end-3']);
  });

  test('names the letter of the deciding station as well (DESIGN decision 7)', () => {
    expect(announcementOf('AB-001', 12).sentence).toBe('Nomor antrean A B nol nol satu, silakan menuju loket dua belas.');
  });

  test.each([
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [31, 'tiga puluh satu'],
    [99, 'sembilan puluh sembilan'],
    [100, 'satu nol nol'],
  ])('counter %i is "%s"', (number, words) => {
    expect(counterNumberWords(number)).toBe(words);
  });

  test('counters 1–99 all sound different', () => {
    const words = Array.from({ length: 99 }, (_, at) => counterNumberWords(at + 1));
    expect(new Set(words).size).toBe(99);
  });

  const ticketNumber = fc
    .tuple(fc.stringMatching(/^[A-Z]{1,3}$/u), fc.integer({ min: 1, max: 9999 }))
    .map(([prefix, sequence]) => `${prefix}-${String(sequence).padStart(3, '0')}`);

  test('every announcement is made of shipped clips and speaks every letter and digit', () => {
    fc.assert(
      fc.property(ticketNumber, fc.integer({ min: 1, max: 99 }), (number, counter) => {
        const { clips } = announcementOf(number, counter);
        for (const clip of clips) expect(clipNames).toContain(clip);
        const spoken = clips.slice(2, clips.indexOf('silakan-menuju-loket')).map((clip) => clip.split('-')[1]?.toUpperCase());
        expect(spoken.join('')).toBe(number.replace('-', ''));
      }),
    );
  });

  test('each clip is a file, all of them together at most 120 KB', () => {
    const sizes = clipNames.map((name) => statSync(join(sounds, `${name}.ogg`)).size);
    expect(Math.min(...sizes)).toBeGreaterThan(500);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(120 * 1024);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduleClips } from '../../../renderer/audio/clipSchedule.ts';
import { announcementOf, type ClipName } from '../../../shared/domain/queue/announcement.ts';

const clip = (duration: number) => ({ duration });
const names = announcementOf('A-012', 3).clips;

const loaded = (missing: readonly ClipName[]) =>
  names.map((name) => [name, missing.includes(name) ? null : { duration: 0.4, name }] as const);

const played = (missing: readonly ClipName[]) => {
  const { sounds, complete } = scheduleClips(loaded(missing));
  return { names: sounds.map(({ buffer }) => buffer.name), complete };
};

describe('clips of a sentence', () => {
  test('follow one another without overlapping, with no gap longer than a breath', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 3, noNaN: true }), { minLength: names.length, maxLength: names.length }),
        (lengths) => {
          const { sounds, seconds } = scheduleClips(names.map((name, at) => [name, clip(lengths[at] ?? 0)] as const));
          expect(sounds).toHaveLength(names.length);
          sounds.forEach((sound, at) => {
            const end = sound.at + sound.buffer.duration;
            const next = sounds[at + 1]?.at ?? seconds;
            expect(next).toBeGreaterThanOrEqual(end - 1e-9);
            expect(next - end).toBeLessThanOrEqual(0.3 + 1e-9);
          });
        },
      ),
    );
  });

  test('given a digit that cannot be loaded, then only the chime sounds: a wrong number is worse than none', () => {
    expect(played(['digit-1'])).toEqual({ names: ['chime'], complete: false });
    expect(played(['letter-a'])).toEqual({ names: ['chime'], complete: false });
    expect(played(['end-3'])).toEqual({ names: ['chime'], complete: false });
  });

  test('given a phrase or the chime that cannot be loaded, then the number is still said', () => {
    expect(played(['chime'])).toEqual({ names: names.slice(1), complete: true });
    expect(played(['nomor-antrean']).names).toEqual(names.filter((name) => name !== 'nomor-antrean'));
  });

  test('given nothing at all, then there is nothing to play', () => {
    expect(scheduleClips(names.map((name) => [name, null] as const))).toEqual({ sounds: [], seconds: 0, complete: false });
  });
});

import { describe, expect, test } from 'vitest';
import type { ClipPlayer } from '../../../renderer/audio/clipPlayer.ts';
import { createPerform } from '../../../renderer/audio/perform.ts';
import type { SpeechVoice } from '../../../renderer/audio/speechVoice.ts';

const call = { order: 1, number: 'B-007', counterNumber: 2, counterName: 'Loket 2', at: 0, recall: false };
const words = ['nomor-antrean', 'letter-b', 'digit-0', 'digit-0', 'digit-7', 'silakan-menuju-loket', 'end-2'];

/** What was heard and waited for, in order. */
function listen({ clips = true, speech }: { clips?: boolean; speech?: 'spoken' | 'silent' }) {
  const heard: string[] = [];
  const player: ClipPlayer = {
    preload() {},
    async play(names) {
      heard.push(names.join(' '));
      return clips;
    },
  };
  const voice: SpeechVoice = {
    available: () => speech !== undefined,
    async speak(sentence) {
      heard.push(sentence);
      return speech ?? 'silent';
    },
  };
  const shown: number[] = [];
  const perform = createPerform({
    clips: player,
    speech: voice,
    wait: async (ms) => void shown.push(ms),
  });
  return { heard, shown, perform: () => perform(call, new AbortController().signal) };
}

describe('one announcement', () => {
  test('given no voice on the machine, then chime and clips sound in one go', async () => {
    const { heard, perform } = listen({});
    await perform();
    expect(heard).toEqual([['chime', ...words].join(' ')]);
  });

  test('given an Indonesian voice, then it speaks after the chime', async () => {
    const { heard, perform } = listen({ speech: 'spoken' });
    await perform();
    expect(heard).toEqual(['chime', 'Nomor antrean B nol nol tujuh, silakan menuju loket dua.']);
  });

  test('given a voice that stays silent, then the clips say the sentence', async () => {
    const { heard, perform } = listen({ speech: 'silent' });
    await perform();
    expect(heard.at(-1)).toBe(words.join(' '));
  });

  test('given blocked sound, then the announcement lasts until it was seen', async () => {
    const waited: number[] = [];
    let seen: (() => void) | undefined;
    const perform = createPerform({
      clips: null,
      speech: { available: () => false, speak: async () => 'silent' },
      wait: (ms) => {
        waited.push(ms);
        return new Promise((resolve) => {
          seen = resolve;
        });
      },
    });
    const performing = perform(call, new AbortController().signal);
    const first = await Promise.race([performing, Promise.resolve('still going on')]);
    expect(first).toBe('still going on');
    seen?.();
    await performing;
    expect(waited).toEqual([5000]);
  });
});

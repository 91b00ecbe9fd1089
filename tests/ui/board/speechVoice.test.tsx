import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSpeechVoice, speechLimitMs } from '../../../renderer/audio/speechVoice.ts';

class Utterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

const voiceOf = (lang: string, localService = true) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice;
const indonesian = voiceOf('id-ID');
const sentence = 'Nomor antrean A nol satu dua, silakan menuju loket tiga.';

/** A speech engine that answers each utterance with the given events and never does more than that. */
function fakeSynthesis(voices: readonly SpeechSynthesisVoice[], events: readonly string[] = []) {
  const cancel = vi.fn<() => void>();
  const speak = vi.fn<(utterance: Utterance) => void>((utterance) => {
    for (const name of events) utterance.dispatchEvent(new Event(name));
  });
  return { getVoices: () => voices, speak, cancel };
}
const voiceFrom = (synthesis: ReturnType<typeof fakeSynthesis>) => createSpeechVoice(synthesis as unknown as SpeechSynthesis);

beforeEach(() => {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the machine's own voice", () => {
  test('is used when it is Indonesian and lives on this machine', async () => {
    const synthesis = fakeSynthesis([voiceOf('en-US'), indonesian], ['start', 'end']);
    const voice = voiceFrom(synthesis);
    expect(voice.available()).toBe(true);
    expect(await voice.speak(sentence, new AbortController().signal)).toBe('spoken');
    expect(synthesis.speak.mock.calls[0]?.[0]).toMatchObject({ text: sentence, voice: indonesian });
  });

  test.each([
    ['no voice at all', []],
    ['only foreign voices', [voiceOf('en-US'), voiceOf('idx')]],
    ['an Indonesian voice from the network', [voiceOf('id-ID', false)]],
  ])('given %s, then the clips speak', async (_, voices) => {
    const synthesis = fakeSynthesis(voices);
    const voice = voiceFrom(synthesis);
    expect(voice.available()).toBe(false);
    expect(await voice.speak(sentence, new AbortController().signal)).toBe('silent');
    expect(synthesis.speak).not.toHaveBeenCalled();
  });

  test('given an engine that begins and never ends, then it counts as spoken after the time the sentence takes', async () => {
    const synthesis = fakeSynthesis([indonesian], ['start']);
    const spoken = voiceFrom(synthesis).speak(sentence, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(speechLimitMs(sentence) - 1);
    expect(synthesis.cancel).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await spoken).toBe('spoken');
    expect(synthesis.cancel).toHaveBeenCalledOnce();
  });

  test('given an engine that never makes a sound, then the clips take over, after two tries for good', async () => {
    const voice = voiceFrom(fakeSynthesis([indonesian]));
    for (const available of [true, false]) {
      const spoken = voice.speak(sentence, new AbortController().signal);
      await vi.advanceTimersByTimeAsync(speechLimitMs(sentence));
      expect(await spoken).toBe('silent');
      expect(voice.available()).toBe(available);
    }
  });

  test('given an error before it begins, then it is silent at once', async () => {
    expect(await voiceFrom(fakeSynthesis([indonesian], ['error'])).speak(sentence, new AbortController().signal)).toBe('silent');
  });

  test('given an abort, then it is cut off', async () => {
    const synthesis = fakeSynthesis([indonesian], ['start']);
    const cut = new AbortController();
    const spoken = voiceFrom(synthesis).speak(sentence, cut.signal);
    cut.abort();
    await spoken;
    expect(synthesis.cancel).toHaveBeenCalledOnce();
  });
});

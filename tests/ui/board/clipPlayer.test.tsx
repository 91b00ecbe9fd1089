import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClipPlayer } from '../../../renderer/audio/clipPlayer.ts';
import type { ClipName } from '../../../shared/domain/queue/announcement.ts';

/** A sound card whose clock the test moves: sources end when their time has come. */
function fakeSoundCard(state: AudioContextState = 'running') {
  const started: { at: number; stopped: boolean }[] = [];
  const silences: { until: number; source: EventTarget }[] = [];
  class Source extends EventTarget {
    connect() {}
  }
  class BufferSource extends Source {
    readonly entry = { at: Number.NaN, stopped: false };
    start(at: number) {
      this.entry.at = at;
      started.push(this.entry);
    }
    stop() {
      this.entry.stopped = true;
    }
  }
  class Silence extends Source {
    start() {}
    stop(until: number) {
      silences.push({ until, source: this });
    }
  }
  vi.stubGlobal('AudioBufferSourceNode', BufferSource);
  vi.stubGlobal('ConstantSourceNode', Silence);
  const context = { state, currentTime: 10, destination: {}, decodeAudioData: async () => ({ duration: 1 }) };
  return {
    context: context as unknown as AudioContext,
    started,
    silences,
    reachEnd: () => silences.forEach(({ source }) => source.dispatchEvent(new Event('ended'))),
  };
}

const names: readonly ClipName[] = ['chime', 'digit-1'];
const load = vi.fn<(name: ClipName) => Promise<ArrayBuffer>>();
/** Until the sentence is scheduled: loading and decoding are promises. */
const scheduled = (card: ReturnType<typeof fakeSoundCard>) => vi.waitFor(() => expect(card.silences).toHaveLength(1));

beforeEach(() => {
  load.mockReset();
  load.mockResolvedValue(new ArrayBuffer(1));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('clips through the sound card', () => {
  test('are scheduled together, one behind the other, and end after a breath', async () => {
    const card = fakeSoundCard();
    const playing = createClipPlayer(card.context, load).play(names, new AbortController().signal);
    await scheduled(card);
    const [chime, digit] = card.started;
    expect(chime?.at).toBeGreaterThanOrEqual(10);
    expect(digit?.at).toBeGreaterThanOrEqual((chime?.at ?? 0) + 1);
    expect(card.silences[0]?.until).toBeGreaterThan((digit?.at ?? 0) + 1.5);
    card.reachEnd();
    expect(await playing).toBe(true);
  });

  test('given blocked sound, then nothing is scheduled: a burst must not sound all at once later', async () => {
    const card = fakeSoundCard('suspended');
    expect(await createClipPlayer(card.context, load).play(names, new AbortController().signal)).toBe(false);
    expect(card.started).toEqual([]);
  });

  test('given an abort, then all clips stop', async () => {
    const card = fakeSoundCard();
    const cut = new AbortController();
    const playing = createClipPlayer(card.context, load).play(names, cut.signal);
    await scheduled(card);
    cut.abort();
    expect(await playing).toBe(false);
    expect(card.started.map(({ stopped }) => stopped)).toEqual([true, true]);
  });

  test('each clip is loaded once, a failed one again at the next announcement', async () => {
    const card = fakeSoundCard();
    const player = createClipPlayer(card.context, load);
    load.mockImplementationOnce(() => Promise.reject(new Error('the host restarts')));
    for (const complete of [true, true, true]) {
      card.silences.length = 0;
      const playing = player.play(names, new AbortController().signal);
      await scheduled(card);
      card.reachEnd();
      expect(await playing).toBe(complete);
    }
    expect(load.mock.calls.map(([name]) => name)).toEqual(['chime', 'digit-1', 'chime']);
  });
});

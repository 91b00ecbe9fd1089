import type { ClipName } from '../../shared/domain/queue/announcement.ts';
import { scheduleClips } from './clipSchedule.ts';

export interface ClipPlayer {
  /**
   * Plays the clips without gaps; resolves when the last has ended, at once when sound is blocked or `signal` aborts.
   * Answers whether the whole sentence sounded.
   */
  play(names: readonly ClipName[], signal: AbortSignal): Promise<boolean>;
  /** Loads clips before they are needed. */
  preload(names: readonly ClipName[]): void;
}

/** Enough for the sound card to start on time, seconds. */
const leadIn = 0.05;

/** Plays shipped clips through Web Audio: each is decoded once, all of a sentence are scheduled together. */
export function createClipPlayer(context: AudioContext, load: (name: ClipName) => Promise<ArrayBuffer>): ClipPlayer {
  const decoded = new Map<ClipName, Promise<AudioBuffer | null>>();

  const bufferOf = (name: ClipName): Promise<AudioBuffer | null> => {
    const known = decoded.get(name);
    if (known !== undefined) return known;
    const loading = load(name)
      .then((data) => context.decodeAudioData(data))
      .catch((error: unknown) => {
        // Tried again at the next announcement: the host may have been restarting.
        decoded.delete(name);
        console.warn(`Clip ${name} cannot be played`, error);
        return null;
      });
    decoded.set(name, loading);
    return loading;
  };

  return {
    preload(names) {
      for (const name of names) void bufferOf(name);
    },
    async play(names, signal) {
      const clips = await Promise.all(names.map(async (name) => [name, await bufferOf(name)] as const));
      if (signal.aborted || context.state !== 'running') return false;
      const { sounds, complete } = scheduleClips(clips);
      const start = context.currentTime + leadIn;
      const sources = sounds.map(({ buffer, at }) => {
        const source = new AudioBufferSourceNode(context, { buffer });
        source.connect(context.destination);
        source.start(start + at);
        return source;
      });
      await ended(sources.at(-1), () => sources.forEach((source) => source.stop()), signal);
      return complete && sources.length > 0 && !signal.aborted;
    },
  };
}

/** Waits for the sound card, not for a timer: browsers slow the timers of a hidden tab down. */
function ended(last: AudioScheduledSourceNode | undefined, stop: () => void, signal: AbortSignal): Promise<void> {
  if (last === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    last.addEventListener('ended', () => resolve(), { once: true });
    signal.addEventListener(
      'abort',
      () => {
        stop();
        resolve();
      },
      { once: true },
    );
  });
}

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
/** Silence after a sentence, so that two announcements are heard as two, seconds. */
const breath = 0.8;

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
      const { sounds, seconds, complete } = scheduleClips(clips);
      const start = context.currentTime + leadIn;
      const sources = sounds.map(({ buffer, at }) => {
        const source = new AudioBufferSourceNode(context, { buffer });
        source.connect(context.destination);
        source.start(start + at);
        return source;
      });
      if (sources.length === 0) return false;
      await silence(context, start + seconds + breath, signal);
      if (signal.aborted) for (const source of sources) source.stop();
      return complete && !signal.aborted;
    },
  };
}

/**
 * Waits until a time of the sound card's clock, or until `signal` aborts. Not by a timer: browsers slow the timers of a
 * hidden tab down, but a source that sounds (here: silence) ends on time.
 */
function silence(context: AudioContext, until: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const source = new ConstantSourceNode(context, { offset: 0 });
    source.connect(context.destination);
    source.addEventListener('ended', () => resolve(), { once: true });
    signal.addEventListener('abort', () => resolve(), { once: true });
    source.start();
    source.stop(until);
  });
}

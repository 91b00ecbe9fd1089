import { announcementOf } from '../../shared/domain/queue/announcement.ts';
import type { Call } from './announcementQueue.ts';
import type { Perform } from './announcer.ts';
import type { ClipPlayer } from './clipPlayer.ts';
import type { SpeechVoice } from './speechVoice.ts';

/** An announcement that nobody can hear is still shown this long, ms. */
const shownMs = 5000;
/** Silence after a spoken sentence, so that two announcements are heard as two, ms. */
const breathMs = 800;

/**
 * Chime, then the sentence by the machine's own Indonesian voice or else by the shipped clips. Without any sound the
 * announcement lasts as long as people need to see it.
 */
export function createPerform({ clips, speech, wait = waitFor }: PerformParts): Perform {
  const say = async (call: Call, signal: AbortSignal): Promise<boolean> => {
    if (clips === null) return false;
    const { sentence, clips: names } = announcementOf(call.number, call.counterNumber);
    const [chime, ...words] = names;
    if (chime === undefined || !speech.available()) return clips.play(names, signal);
    await clips.play([chime], signal);
    if ((await speech.speak(sentence, signal)) === 'silent') return clips.play(words, signal);
    await wait(breathMs, signal);
    return true;
  };

  return async (call, signal) => {
    const shown = new AbortController();
    const minimum = wait(shownMs, AbortSignal.any([signal, shown.signal]));
    const heard = await say(call, signal);
    if (!heard) await minimum;
    shown.abort();
  };
}

export interface PerformParts {
  readonly clips: ClipPlayer | null;
  readonly speech: SpeechVoice;
  /** Resolves after `ms`, at once when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

import { announcementOf } from '../../shared/domain/queue/announcement.ts';
import type { Perform } from './announcer.ts';
import type { ClipPlayer } from './clipPlayer.ts';
import type { SpeechVoice } from './speechVoice.ts';

/** An announcement that nobody can hear is still shown this long, ms. */
const shownMs = 5000;

/**
 * Chime, then the sentence by the machine's own Indonesian voice or else by the shipped clips. Without any sound the
 * announcement lasts as long as people need to see it.
 */
export function createPerform(options: {
  readonly clips: ClipPlayer | null;
  readonly speech: SpeechVoice;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}): Perform {
  const { clips, speech, wait = waitFor } = options;
  return async (call, signal) => {
    const shown = new AbortController();
    const minimum = wait(shownMs, AbortSignal.any([signal, shown.signal]));
    const heard = clips !== null && (await say(clips, speech, call, signal));
    if (!heard) await minimum;
    shown.abort();
  };
}

async function say(
  clips: ClipPlayer,
  speech: SpeechVoice,
  call: { readonly number: string; readonly counterNumber: number },
  signal: AbortSignal,
): Promise<boolean> {
  const { sentence, clips: names } = announcementOf(call.number, call.counterNumber);
  const [chime, ...words] = names;
  if (chime === undefined || !speech.available()) return clips.play(names, signal);
  await clips.play([chime], signal);
  return (await speech.speak(sentence, signal)) === 'spoken' || clips.play(words, signal);
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

/** How an attempt to speak ended; `silent` means that nobody heard anything and the clips should speak instead. */
export type Spoken = 'spoken' | 'silent';

export interface SpeechVoice {
  /** There is an Indonesian voice on this machine that has not proved broken. */
  available(): boolean;
  speak(sentence: string, signal: AbortSignal): Promise<Spoken>;
}

/** After this many attempts in a row without a sound the voice counts as broken and the clips take over for good. */
const patience = 2;

/**
 * The operating system's Indonesian voice, where one is installed. Only voices of this machine: one from the network
 * would fall silent with it. Some engines never tell that they ended, so each sentence has a time limit by its length.
 */
export function createSpeechVoice(synthesis: SpeechSynthesis | undefined): SpeechVoice {
  let failures = 0;
  // Browsers load the list of voices when first asked.
  synthesis?.getVoices();
  const usable = () => (failures < patience ? synthesis?.getVoices().find(isIndonesian) : undefined);
  return {
    available: () => usable() !== undefined,
    async speak(sentence, signal) {
      const voice = usable();
      if (synthesis === undefined || voice === undefined || signal.aborted) return 'silent';
      const outcome = await speakWith(synthesis, voice, sentence, signal);
      failures = outcome === 'spoken' ? 0 : failures + 1;
      return outcome;
    },
  };
}

const isIndonesian = ({ lang, localService }: SpeechSynthesisVoice) => localService && /^(id|in)(?:[-_]|$)/iu.test(lang);

/** Upper bound of the time that a sentence takes, ms: slow speech is about ten characters a second. */
export const speechLimitMs = (sentence: string): number => 3000 + sentence.length * 130;

function speakWith(synthesis: SpeechSynthesis, voice: SpeechSynthesisVoice, sentence: string, signal: AbortSignal): Promise<Spoken> {
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  return new Promise((resolve) => {
    let begun = false;
    const settle = () => {
      clearTimeout(limit);
      signal.removeEventListener('abort', cut);
      resolve(begun ? 'spoken' : 'silent');
    };
    const cut = () => {
      synthesis.cancel();
      settle();
    };
    const limit = setTimeout(cut, speechLimitMs(sentence));
    signal.addEventListener('abort', cut);
    utterance.addEventListener('start', () => {
      begun = true;
    });
    utterance.addEventListener('end', () => {
      begun = true;
      settle();
    });
    utterance.addEventListener('error', settle);
    synthesis.speak(utterance);
  });
}

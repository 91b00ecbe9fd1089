import { type Announcer, createAnnouncer } from './announcer.ts';
import type { Call, Observation } from './announcementQueue.ts';
import { loadMemory, saveMemory } from './memory.ts';
import { createPerform } from './perform.ts';
import { openSound, type Sound, type SoundState } from './sound.ts';
import { createSpeechVoice } from './speechVoice.ts';

export interface AnnouncementsView {
  readonly current: Call | null;
  /** How many calls wait for their announcement. */
  readonly waiting: number;
  readonly sound: SoundState;
}

/** The announcements of one window: sound, voice, queue, and what it remembers over a reload. */
export interface Announcements {
  view(): AnnouncementsView;
  onChange(listener: () => void): () => void;
  observe(observation: Observation): void;
  enableSound(): void;
  /** Opens the sound; answers how to end it. */
  start(): () => void;
}

const silent: AnnouncementsView = { current: null, waiting: 0, sound: 'starting' };

export function createAnnouncements(): Announcements {
  const listeners = new Set<() => void>();
  let running: { readonly sound: Sound; readonly announcer: Announcer } | null = null;
  let view = silent;

  const update = () => {
    const queue = running?.announcer.queue();
    view =
      running === null || queue === undefined
        ? silent
        : { current: queue.current, waiting: queue.waiting.length, sound: running.sound.state() };
    for (const listener of listeners) listener();
  };

  return {
    view: () => view,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    observe(observation) {
      if (running === null) return;
      running.announcer.observe(observation);
      saveMemory(running.announcer.queue().memory);
    },
    enableSound: () => running?.sound.enable(),
    start() {
      const sound = openSound();
      const speech = createSpeechVoice(typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis);
      const announcer = createAnnouncer({ perform: createPerform({ clips: sound.clips, speech }), memory: loadMemory() });
      const stopWatching = [sound.onState(update), announcer.onChange(update)];
      running = { sound, announcer };
      update();
      return () => {
        for (const stop of stopWatching) stop();
        announcer.stop();
        sound.close();
        running = null;
      };
    },
  };
}

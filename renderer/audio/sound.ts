import { clipNames } from '../../shared/domain/queue/announcement.ts';
import { fetchClip } from './clipFiles.ts';
import { type ClipPlayer, createClipPlayer } from './clipPlayer.ts';

/** `blocked`: the browser wants a gesture first. `off`: this window has no sound at all. */
export type SoundState = 'starting' | 'on' | 'blocked' | 'off';

export interface Sound {
  readonly clips: ClipPlayer | null;
  state(): SoundState;
  onState(listener: () => void): () => void;
  /** Call from a gesture of the person. */
  enable(): void;
  close(): void;
}

/** How long a browser may take to start sound before it counts as blocked, ms. */
const patienceMs = 1000;

/** The window's sound. Starts at once where autoplay is allowed (the desktop program), else after the first gesture. */
export function openSound(): Sound {
  const context = createContext();
  const listeners = new Set<() => void>();
  let state: SoundState = context === null ? 'off' : 'starting';
  const update = (next: SoundState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const clips = context === null ? null : createClipPlayer(context, fetchClip);
  clips?.preload(clipNames);

  const follow = () => update(context?.state === 'running' ? 'on' : 'blocked');
  // The promise stays open while the browser waits for a gesture, and rejects when the context was closed meanwhile.
  const enable = () => void context?.resume().catch(() => undefined);
  const timer = setTimeout(() => {
    if (state === 'starting') follow();
  }, patienceMs);
  context?.addEventListener('statechange', follow);
  enable();
  const gestures = ['pointerdown', 'keydown'] as const;
  for (const gesture of gestures) window.addEventListener(gesture, enable);

  return {
    clips,
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    enable,
    close() {
      clearTimeout(timer);
      listeners.clear();
      for (const gesture of gestures) window.removeEventListener(gesture, enable);
      context?.removeEventListener('statechange', follow);
      void context?.close();
    },
  };
}

function createContext(): AudioContext | null {
  try {
    return typeof AudioContext === 'undefined' ? null : new AudioContext({ latencyHint: 'playback' });
  } catch (error) {
    console.warn('This window has no sound', error);
    return null;
  }
}

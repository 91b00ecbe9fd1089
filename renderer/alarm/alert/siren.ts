/** `blocked`: the browser wants a gesture of a person first. `off`: this window has no sound at all. */
export type SirenState = 'ready' | 'blocked' | 'off';
export type SirenSound = 'alarm' | 'drill';

export interface Siren {
  state(): SirenState;
  onState(listener: () => void): () => void;
  /** What calls ask for: sounds until stopped; the same sound again changes nothing. */
  sound(what: SirenSound | null): void;
  /** Tries the siren; a call that comes meanwhile takes it over and the end of the trial does not silence it. */
  test(on: boolean): void;
  /** Call from a gesture of the person. */
  enable(): void;
  close(): void;
}

/** One sweep up and down a second for a real call; two quiet tones for a drill, so that nobody mistakes one for the other. */
const shapes: Readonly<Record<SirenSound, { readonly volume: number; readonly hertz: readonly number[]; readonly stepSeconds: number }>> = {
  alarm: { volume: 0.5, hertz: [650, 1400, 650], stepSeconds: 0.5 },
  drill: { volume: 0.12, hertz: [660, 660, 520, 520, 660], stepSeconds: 0.4 },
};
/** Scheduled so far ahead, so that it sounds on while the page is busy; a person can always stop it. */
const aheadSeconds = 600;

/** The siren of a window, made by the browser itself: nothing to load when the host is gone. */
export function openSiren(): Siren {
  const context = createContext();
  const listeners = new Set<() => void>();
  let playing: { readonly what: SirenSound; readonly stop: () => void } | null = null;
  let wanted: SirenSound | null = null;
  let testing = false;
  const told = () => listeners.forEach((listener) => listener());
  const enable = () => void context?.resume().catch(() => undefined);
  context?.addEventListener('statechange', told);
  const update = () => {
    const what = wanted ?? (testing ? 'alarm' : null);
    if ((playing?.what ?? null) === what || context === null) return;
    playing?.stop();
    playing = what === null ? null : { what, stop: play(context, what) };
    if (what !== null) enable();
  };
  const gestures = ['pointerdown', 'keydown'] as const;
  for (const gesture of gestures) window.addEventListener(gesture, enable, { capture: true });
  return {
    state: () => (context === null ? 'off' : context.state === 'running' ? 'ready' : 'blocked'),
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sound(what) {
      wanted = what;
      update();
    },
    test(on) {
      testing = on;
      update();
    },
    enable,
    close() {
      playing?.stop();
      for (const gesture of gestures) window.removeEventListener(gesture, enable, { capture: true });
      context?.removeEventListener('statechange', told);
      listeners.clear();
      void context?.close();
    },
  };
}

/** @returns how to stop it. */
function play(context: AudioContext, what: SirenSound): () => void {
  const { volume, hertz, stepSeconds } = shapes[what];
  const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hertz[0] ?? 440 });
  const gain = new GainNode(context, { gain: volume });
  const start = context.currentTime;
  const stepsAtOnce = hertz.length - 1;
  for (let at = 0; at < aheadSeconds; at += stepsAtOnce * stepSeconds) {
    hertz.slice(1).forEach((value, step) => oscillator.frequency.linearRampToValueAtTime(value, start + at + (step + 1) * stepSeconds));
  }
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  return () => {
    oscillator.stop();
    gain.disconnect();
  };
}

function createContext(): AudioContext | null {
  try {
    return typeof AudioContext === 'undefined' ? null : new AudioContext();
  } catch (error) {
    console.warn('This window has no sound', error);
    return null;
  }
}

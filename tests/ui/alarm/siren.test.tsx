import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSiren, type Siren } from '../../../renderer/alarm/alert/siren.ts';

let sounding = 0;
class FakeOscillator {
  frequency = { linearRampToValueAtTime() {} };
  connect = (node: unknown) => node;
  start = () => void (sounding += 1);
  stop = () => void (sounding -= 1);
}
class FakeGain {
  connect() {}
  disconnect() {}
}
class FakeContext extends EventTarget {
  state = 'running';
  currentTime = 0;
  resume = () => Promise.resolve();
  close = () => Promise.resolve();
}

let siren: Siren;
beforeEach(() => {
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('OscillatorNode', FakeOscillator);
  vi.stubGlobal('GainNode', FakeGain);
  sounding = 0;
  siren = openSiren();
});
afterEach(() => {
  siren.close();
  vi.unstubAllGlobals();
});

describe('the siren', () => {
  it('sounds for a trial and is silent after it', () => {
    siren.test(true);
    expect(sounding).toBe(1);
    siren.test(false);
    expect(sounding).toBe(0);
  });

  it('that a call needs is not silenced by the end of a trial', () => {
    siren.test(true);
    siren.sound('alarm');
    siren.test(false);
    expect(sounding).toBe(1);
    siren.sound(null);
    expect(sounding).toBe(0);
  });

  it('for a drill gives way to a call', () => {
    siren.sound('drill');
    siren.sound('alarm');
    expect(sounding).toBe(1);
  });
});

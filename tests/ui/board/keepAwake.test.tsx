import { render } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { useKeepAwake } from '../../../renderer/ui/useKeepAwake.ts';

function Screen() {
  useKeepAwake();
  return null;
}

const settle = () => new Promise((resolve) => void setTimeout(resolve));
const sentinel = () => ({ released: false, release: vi.fn<() => Promise<void>>(() => Promise.resolve()) });

function wakeLockOf(request: () => Promise<unknown>) {
  const asked = vi.fn<() => Promise<unknown>>(request);
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: asked } });
  return asked;
}
afterEach(() => {
  Reflect.deleteProperty(navigator, 'wakeLock');
  vi.restoreAllMocks();
});

describe('keeping the screen on', () => {
  test('asks when shown, again when the window comes back, and lets go at the end', async () => {
    const lock = sentinel();
    const asked = wakeLockOf(() => Promise.resolve(lock));
    const { unmount } = render(<Screen />);
    await settle();
    expect(asked).toHaveBeenCalledTimes(1);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked).toHaveBeenCalledTimes(1);
    // The browser takes it back when the window is hidden.
    lock.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(asked).toHaveBeenCalledTimes(2);
    unmount();
    await settle();
    expect(lock.release).toHaveBeenCalledTimes(1);
  });

  test('goes on without, where the browser has none or refuses', async () => {
    render(<Screen />).unmount();
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    wakeLockOf(() => Promise.reject(new DOMException('battery', 'NotAllowedError')));
    render(<Screen />);
    await settle();
    expect(info).toHaveBeenCalledTimes(1);
  });
});

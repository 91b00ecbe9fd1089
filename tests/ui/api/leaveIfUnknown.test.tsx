import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openWebSocketTransport } from '../../../renderer/api/transport.ts';

/** A socket that the host refuses, as it does for a link that was revoked. */
class RefusedSocket extends EventTarget {
  constructor() {
    super();
    queueMicrotask(() => this.dispatchEvent(new Event('close')));
  }
}

const reload = vi.fn<() => void>();
const answers = (status: number | 'nobody') =>
  vi.stubGlobal(
    'fetch',
    vi.fn<() => Promise<unknown>>(() => (status === 'nobody' ? Promise.reject(new TypeError('gone')) : Promise.resolve({ status }))),
  );

beforeEach(() => {
  vi.stubGlobal('WebSocket', RefusedSocket);
  vi.stubGlobal('location', { href: 'http://192.168.1.20:4719/papan', reload });
});
afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockReset();
});

const refused = async (surface: 'staff' | 'kiosk' | 'board') => {
  await expect(openWebSocketTransport(surface)).rejects.toThrow('cannot be reached');
  await new Promise((resolve) => void setTimeout(resolve));
};

describe('a host that refuses the connection', () => {
  test.each(['board', 'kiosk'] as const)(
    'and does not know this %s any more: the page is loaded, which says what to do',
    async (surface) => {
      answers(401);
      await refused(surface);
      expect(reload).toHaveBeenCalledTimes(1);
    },
  );

  test.each([200, 503, 'nobody'] as const)('while it answers %s: the screen stays and tries again', async (status) => {
    answers(status);
    await refused('board');
    expect(reload).not.toHaveBeenCalled();
  });

  test('leaves a staff window as it is: somebody may be typing', async () => {
    answers(401);
    await refused('staff');
    expect(reload).not.toHaveBeenCalled();
  });
});

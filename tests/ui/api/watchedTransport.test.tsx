import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askAfterMs, lostAfterMs, watchedTransport } from '../../../renderer/api/watchedTransport.ts';
import { callMessage, type Transport } from '../../../shared/rpc/protocol.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aTransport() {
  const sent: unknown[] = [];
  const messageListeners: ((message: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const close = vi.fn<() => void>();
  const transport: Transport = {
    send: (message) => void sent.push(message),
    onMessage: (listener) => void messageListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close,
  };
  const hear = (message: unknown) => messageListeners.forEach((listener) => listener(message));
  return { transport, sent, hear, hangUp: () => closeListeners.forEach((listener) => listener()), close };
}

describe('a connection that may vanish without a word', () => {
  test('while it speaks it is not asked; silent, it is, by a call that the protocol knows', () => {
    const { transport, sent, hear } = aTransport();
    watchedTransport(transport);
    for (let n = 0; n < 10; n += 1) {
      vi.advanceTimersByTime(askAfterMs - 1000);
      hear({ t: 'changed', topics: ['queue'] });
    }
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(askAfterMs);
    expect(sent).not.toEqual([]);
    for (const message of sent) expect(callMessage.parse(message)).toMatchObject({ method: 'office.profile' });
  });

  test('answered, it stays; unanswered, it is over at once, and is told once', () => {
    const { transport, hear, close, hangUp } = aTransport();
    const watched = watchedTransport(transport);
    const closed = vi.fn<() => void>();
    const heard = vi.fn<(message: unknown) => void>();
    watched.onClose(closed);
    watched.onMessage(heard);
    vi.advanceTimersByTime(lostAfterMs - 1000);
    hear({ t: 'answer' });
    vi.advanceTimersByTime(lostAfterMs - 1000);
    expect(closed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledTimes(1);
    hangUp();
    hear({ t: 'late' });
    vi.advanceTimersByTime(60_000);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('hung up by the other end, it is over and asks nothing more', () => {
    const { transport, sent, hangUp } = aTransport();
    const closed = vi.fn<() => void>();
    watchedTransport(transport).onClose(closed);
    hangUp();
    expect(closed).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(sent).toEqual([]);
  });
});

import type { CallMessage, Transport } from '../../shared/rpc/protocol.ts';

/** Nothing heard for this long: the host is asked something, ms. */
export const askAfterMs = 5000;
/** Nothing heard for this long although it was asked: the connection is as good as lost, ms. */
export const lostAfterMs = 12_000;

/**
 * A connection over a network whose other end may vanish without a word: a pulled cable, a station without power. A screen on a
 * wall sends nothing by itself and would show old numbers as new until somebody noticed. So it asks, and when no answer comes
 * the transport counts as closed at once: a browser waits a minute for the farewell of an end that is gone.
 */
export function watchedTransport(transport: Transport): Transport {
  const listeners: (() => void)[] = [];
  let heardAt = performance.now();
  let open = true;
  // Of no call of the client, whose numbers count up from 0: its answer is a sign of life and nothing else.
  let n = Number.MAX_SAFE_INTEGER;

  const end = () => {
    if (!open) return;
    open = false;
    window.clearInterval(timer);
    transport.close();
    for (const listener of listeners) listener();
  };
  const look = () => {
    const silent = performance.now() - heardAt;
    if (silent >= lostAfterMs) return end();
    if (silent >= askAfterMs) transport.send({ t: 'call', n: n--, method: 'office.profile', input: {} } satisfies CallMessage);
  };
  const timer = window.setInterval(look, 1000);
  transport.onMessage(() => {
    heardAt = performance.now();
  });
  transport.onClose(end);

  return {
    send(message) {
      if (open) transport.send(message);
    },
    onMessage: (listener) =>
      transport.onMessage((message) => {
        if (open) listener(message);
      }),
    onClose: (listener) => void listeners.push(listener),
    close: end,
  };
}

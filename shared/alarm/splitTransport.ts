import type { Transport } from '../rpc/protocol.ts';

/**
 * One connection, two paths: the contract's calls, and the security call. Messages of the alarm travel as
 * `{ t: 'alarm', m }` and are taken out before anything else looks at them, so the alarm works over every transport
 * without a session, an engine or a router behind it.
 */
export function splitTransport(transport: Transport): { readonly rpc: Transport; readonly alarm: Transport } {
  const rpcListeners: ((message: unknown) => void)[] = [];
  const alarmListeners: ((message: unknown) => void)[] = [];
  let listening = false;
  const listen = () => {
    if (listening) return;
    listening = true;
    transport.onMessage((message) => {
      const inner = alarmMessage(message);
      if (inner === undefined) for (const listener of rpcListeners) listener(message);
      else for (const listener of alarmListeners) listener(inner.m);
    });
  };
  const half = (listeners: ((message: unknown) => void)[], send: (message: unknown) => void): Transport => ({
    send,
    onMessage(listener) {
      listeners.push(listener);
      listen();
    },
    onClose: (listener) => transport.onClose(listener),
    close: () => transport.close(),
  });
  return {
    rpc: half(rpcListeners, (message) => transport.send(message)),
    alarm: half(alarmListeners, (message) => transport.send({ t: 'alarm', m: message })),
  };
}

function alarmMessage(message: unknown): { readonly m: unknown } | undefined {
  const isAlarm = typeof message === 'object' && message !== null && 't' in message && message.t === 'alarm' && 'm' in message;
  return isAlarm ? { m: message.m } : undefined;
}

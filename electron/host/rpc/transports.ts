/** The transports of a host's end (DESIGN decision 11); all pass the one conformance suite in `tests/contract`. */
import type { RawData, WebSocket } from 'ws';
import type { Transport } from '../../../shared/rpc/protocol.ts';

/** What Electron's `MessagePortMain` and Node's `MessagePort` have in common. */
export interface PortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** JSON text over a WebSocket. A frame that is not JSON is handed on as `undefined`, which no protocol accepts. */
export function webSocketTransport(socket: WebSocket): Transport {
  return {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (listener) => void socket.on('message', (data, isBinary) => listener(isBinary ? undefined : parse(data))),
    onClose: (listener) => void socket.once('close', listener),
    close: () => socket.close(),
  };
}

/** Structured clones over a message port. Electron wraps the message as `{ data }`, Node hands it over bare. */
export function portTransport(port: PortLike): Transport {
  let open = true;
  port.on('close', () => {
    open = false;
  });
  return {
    send(message) {
      if (open) port.postMessage(message);
    },
    onMessage(listener) {
      port.on('message', (message) => listener(isWrapped(message) ? message.data : message));
      port.start();
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}

/** Two ends in one process; messages are cloned and delivered in order, each in a microtask of its own. */
export function memoryTransportPair(): readonly [Transport, Transport] {
  const ends = [createEnd(), createEnd()] as const;
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    for (const end of ends) for (const listener of end.closeListeners) listener();
  };
  const transport = (own: number): Transport => ({
    send(message) {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        if (open) for (const listener of ends[1 - own]?.messageListeners ?? []) listener(copy);
      });
    },
    onMessage: (listener) => void ends[own]?.messageListeners.push(listener),
    onClose: (listener) => void ends[own]?.closeListeners.push(listener),
    close,
  });
  return [transport(0), transport(1)];
}

const createEnd = () => ({ messageListeners: [] as ((message: unknown) => void)[], closeListeners: [] as (() => void)[] });

function parse(data: RawData): unknown {
  try {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Uint8Array);
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const isWrapped = (message: unknown): message is { data: unknown } => typeof message === 'object' && message !== null && 'data' in message;

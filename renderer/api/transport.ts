import type { Transport } from '../../shared/rpc/protocol.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import { watchedTransport } from './watchedTransport.ts';

/** The surface that a path belongs to; `/kios` and `/papan` run without a login. */
export function surfaceOfPath(path: string): Surface {
  if (path.startsWith('/kios')) return 'kiosk';
  if (path.startsWith('/papan')) return 'board';
  return 'staff';
}

/** JSON over the WebSocket of browser mode. Resolves once open, rejects when the host cannot be reached. */
export function openWebSocketTransport(surface: Surface): Promise<Transport> {
  const url = new URL('/rpc', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('surface', surface);
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const transport: Transport = {
      send(message) {
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
      },
      onMessage: (listener) => socket.addEventListener('message', ({ data }) => listener(parse(data))),
      onClose: (listener) => socket.addEventListener('close', () => listener()),
      close: () => socket.close(),
    };
    // A staff window is on the computer of its host, where nothing vanishes without a word.
    socket.addEventListener('open', () => resolve(surface === 'staff' ? transport : watchedTransport(transport)));
    socket.addEventListener('close', () => {
      if (surface !== 'staff') void leaveIfUnknown();
      reject(new Error('The host cannot be reached'));
    });
  });
}

/**
 * A host that answers, but does not know this browser any more: the link was revoked, or the cookie is too old. A socket does
 * not tell, so the page is asked for; loading it says what to do. Only on screens where nobody types anything.
 */
async function leaveIfUnknown(): Promise<void> {
  const answer = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer?.status === 401) window.location.reload();
}

/** Structured clones over the message port that the preload hands over in the desktop program. */
export function messagePortTransport(port: MessagePort): Transport {
  const closeListeners: (() => void)[] = [];
  port.addEventListener('close', () => closeListeners.forEach((listener) => listener()));
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.addEventListener('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => void closeListeners.push(listener),
    close() {
      port.close();
      closeListeners.forEach((listener) => listener());
    },
  };
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as unknown) : undefined;
  } catch {
    // Not JSON: handed on as nothing, which the protocol's check drops.
    return undefined;
  }
}

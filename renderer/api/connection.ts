import { createRpcClient, type Introduction, type RpcClient } from '../../shared/rpc/client.ts';
import type { Transport } from '../../shared/rpc/protocol.ts';
import { loketShell } from '../ui/printing/shell.ts';
import { openShellTransport } from './shellTransport.ts';
import { openWebSocketTransport, surfaceOfPath } from './transport.ts';

export interface ConnectionState {
  readonly online: boolean;
  /** When the connection was lost, ms since the epoch; what is on the screen is as old as this. */
  readonly lostAt: number | null;
}

export interface HostConnection {
  readonly client: RpcClient;
  state(): ConnectionState;
  onState(listener: () => void): () => void;
  /** Runs on every new connection before anything else is sent, to resume the session. */
  introduce(run: (send: Introduction) => Promise<void>): void;
}

/** The desktop program hands over a port; a browser opens a socket and says which surface it is. */
function openTransport(): Promise<Transport> {
  const shell = loketShell();
  return shell === null ? openWebSocketTransport(surfaceOfPath(window.location.pathname)) : openShellTransport(shell);
}

const retryDelays = [200, 500, 1000, 2000, 4000];

/** Opens transports to the host for the life of the window: reconnects by itself, repeats what was not answered. */
export function connectToHost(open: () => Promise<Transport> = openTransport): HostConnection {
  const client = createRpcClient();
  const listeners = new Set<() => void>();
  let state: ConnectionState = { online: false, lostAt: null };
  let introduction: (send: Introduction) => Promise<void> = () => Promise.resolve();
  let attempt = 0;

  const set = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const connect = async () => {
    try {
      const transport = await open();
      transport.onClose(() => {
        set({ online: false, lostAt: Date.now() });
        retry();
      });
      if (!(await client.attach(transport, introduction))) return;
      attempt = 0;
      set({ online: true, lostAt: null });
    } catch {
      // The host is restarting or the cable is out: the screen shows it through `state`, and we try again.
      if (state.online) set({ online: false, lostAt: Date.now() });
      retry();
    }
  };
  const retry = () => {
    const delay = retryDelays[Math.min(attempt++, retryDelays.length - 1)] ?? 4000;
    window.setTimeout(() => void connect(), delay);
  };
  // After the caller had its turn to register `introduce`.
  queueMicrotask(() => void connect());

  return {
    client,
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    introduce(run) {
      introduction = run;
    },
  };
}

import { splitTransport } from '../../shared/alarm/splitTransport.ts';
import { createRpcClient, type Introduction, type RpcClient } from '../../shared/rpc/client.ts';
import type { StandbyMessage, Transport } from '../../shared/rpc/protocol.ts';
import { loketShell } from '../ui/printing/shell.ts';
import { openShellTransport } from './shellTransport.ts';
import { openWebSocketTransport, surfaceOfPath } from './transport.ts';

export interface ConnectionState {
  readonly online: boolean;
  /** When the connection was lost, ms since the epoch; what is on the screen is as old as this. */
  readonly lostAt: number | null;
  /** The host is here without its data: the security call works, nothing else does. */
  readonly standby: Pick<StandbyMessage, 'progress' | 'problem'> | null;
}

export interface HostConnection {
  readonly client: RpcClient;
  state(): ConnectionState;
  onState(listener: () => void): () => void;
  /** Runs on every new connection before anything else is sent, to resume the session. */
  introduce(run: (send: Introduction) => Promise<void>): void;
  /** Hears of every new connection's half of the security call, the present one at once. */
  onTransport(listener: (alarm: Transport) => void): () => void;
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
  const alarmListeners = new Set<(alarm: Transport) => void>();
  let alarmHalf: Transport | null = null;
  let state: ConnectionState = { online: false, lostAt: null, standby: null };
  let introduction: (send: Introduction) => Promise<void> = () => Promise.resolve();
  let attempt = 0;

  const set = (next: ConnectionState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  client.onStandby((standby) => {
    attempt = 0;
    set({ ...state, online: false, standby });
  });

  const connect = async () => {
    try {
      const transport = await open();
      const { rpc, alarm } = splitTransport(transport);
      alarmHalf = alarm;
      for (const listener of alarmListeners) listener(alarm);
      transport.onClose(() => {
        alarmHalf = null;
        // Who waits for the data since long ago has not lost the connection just now.
        set({ online: false, lostAt: state.lostAt ?? Date.now(), standby: null });
        retry();
      });
      if (!(await client.attach(rpc, introduction))) return;
      attempt = 0;
      set({ online: true, lostAt: null, standby: null });
    } catch {
      // The host is restarting or the cable is out: the screen shows it through `state`, and we try again.
      if (state.online) set({ online: false, lostAt: Date.now(), standby: null });
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
    onTransport(listener) {
      alarmListeners.add(listener);
      if (alarmHalf !== null) listener(alarmHalf);
      return () => void alarmListeners.delete(listener);
    },
  };
}

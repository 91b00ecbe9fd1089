import type { UtilityProcess } from 'electron';
import type { StandbyProblem } from '../shared/rpc/protocol.ts';
import type { Surface } from '../shared/rpc/roles.ts';
import type { HostState } from '../shared/shell.ts';
import { createBackOff } from './backOff.ts';
import type { ElectronApi, WebContents } from './electronApi.ts';
import { hostStateChannel, portChannel } from './channelNames.ts';
import type { Clock, Timers } from './host/ports.ts';
import type { SharedKeys } from './host/keyStore.ts';
import { fromHost, type HostConfig, type StartFailure, type ToHost } from './hostProtocol.ts';

export interface HostSupervisor {
  /** Starts the host; also again after it was given up. */
  start(): void;
  /** Gives a window its connection as soon as the host runs. */
  connect(contents: WebContents, surface: Surface): void;
  lockSessions(): void;
  /** Ends the host and resolves when its process is gone; kills it when it does not close in time. */
  stop(): Promise<void>;
  readonly state: HostState | 'stopped' | 'starting';
}

export interface SupervisorParts {
  readonly electron: Pick<ElectronApi, 'utilityProcess' | 'MessageChannelMain'>;
  /** File of the host's process. */
  readonly entry: string;
  readonly config: HostConfig;
  readonly clock: Clock;
  readonly timers: Timers;
  /** The pages to tell about the host's state. */
  pages(): readonly WebContents[];
  /** Stores the keys of the office that the station joins. @returns whether they are stored. */
  adoptKeys(keys: SharedKeys): boolean;
  onReady(): void;
  onReplay(done: number, total: number): void;
  /** The disk keeps the data closed, and the host waits on standby; `null`: it is over. */
  onProblem(problem: StandbyProblem | null): void;
  /** The start was refused, or the host crashed too often: somebody must be told. */
  onGivenUp(failure: StartFailure | null): void;
  log(message: string, details: Readonly<Record<string, unknown>>): void;
}

const restartDelays = [200, 500, 1000, 2000, 4000];
/** This many crashes within a minute are no accident. */
const giveUpAfter = 6;
const stopLimitMs = 10_000;

/** Keeps the host's process running: starts it, restarts it after a crash, tells the windows, ends it in order. */
export function createHostSupervisor(parts: SupervisorParts): HostSupervisor {
  const { electron, timers, log } = parts;
  const backOff = createBackOff({ delays: restartDelays, windowMs: 60_000, giveUpAfter, monotonic: () => parts.clock.monotonic() });
  const waiting = new Map<WebContents, Surface>();
  let state: HostSupervisor['state'] = 'stopped';
  let child: UtilityProcess | null = null;
  /** The host takes windows: whole, or on standby for the security call alone. */
  let takesWindows = false;
  let stopping: Promise<void> | null = null;
  let cancelRestart = () => {};
  let { config } = parts;

  const tell = (told: HostState) => {
    for (const page of parts.pages()) page.send(hostStateChannel, told);
  };

  const post = (message: ToHost, ports: Parameters<UtilityProcess['postMessage']>[1] = []) => child?.postMessage(message, ports);

  const bridge = (contents: WebContents, surface: Surface) => {
    if (contents.isDestroyed()) return;
    const { port1, port2 } = new electron.MessageChannelMain();
    post({ t: 'connect', windowId: contents.id, surface }, [port1]);
    contents.postMessage(portChannel, null, [port2]);
  };

  const letIn = () => {
    takesWindows = true;
    for (const [contents, surface] of waiting) bridge(contents, surface);
    waiting.clear();
  };

  const becomeReady = () => {
    state = 'running';
    tell('running');
    letIn();
    parts.onReady();
  };

  const giveUp = (failure: StartFailure | null) => {
    state = 'failed';
    tell('failed');
    parts.onGivenUp(failure);
  };

  const fork = () => {
    state = 'starting';
    let refused: StartFailure | null = null;
    let again = false;
    const forked = electron.utilityProcess.fork(parts.entry, [], { serviceName: 'Loket host', stdio: 'inherit' });
    child = forked;
    forked.on('message', (data: unknown) => {
      if (child !== forked) return;
      const message = fromHost.safeParse(data);
      if (!message.success) return log('message outside the host protocol', {});
      switch (message.data.t) {
        case 'standby':
          return letIn();
        case 'problem':
          return parts.onProblem(message.data.problem);
        case 'replay':
          return parts.onReplay(message.data.done, message.data.total);
        case 'ready':
          return becomeReady();
        case 'adoptKeys': {
          const { keys } = message.data;
          const ok = parts.adoptKeys(keys);
          if (ok) config = { ...config, keys: { ...config.keys, ...keys } };
          return post({ t: 'keysAdopted', ok });
        }
        case 'restart':
          again = true;
          return;
        case 'startFailed':
          refused = message.data.failure;
      }
    });
    forked.on('exit', (code) => {
      if (child !== forked) return;
      child = null;
      takesWindows = false;
      if (stopping !== null) return;
      if (again) beginAgain();
      else ended(code, refused);
    });
    post({ t: 'start', config });
  };

  /** The host asked for it: no crash, no pause. */
  const beginAgain = () => {
    state = 'restarting';
    tell('restarting');
    fork();
  };

  const ended = (code: number, refused: StartFailure | null) => {
    log('host ended', { code, refused: refused?.name ?? null });
    if (refused !== null) return giveUp(refused);
    const pause = backOff.failed();
    if (pause === null) return giveUp(null);
    state = 'restarting';
    tell('restarting');
    cancelRestart = timers.after(pause, fork);
  };

  const stop = () =>
    new Promise<void>((resolve) => {
      cancelRestart();
      state = 'stopped';
      const ending = child;
      if (ending === null) return resolve();
      const cancelKill = timers.after(stopLimitMs, () => {
        log('host did not close in time and is killed', {});
        ending.kill();
      });
      ending.once('exit', () => {
        cancelKill();
        resolve();
      });
      post({ t: 'stop' });
    });

  return {
    get state() {
      return state;
    },
    start() {
      if (child !== null || stopping !== null) return;
      cancelRestart();
      backOff.reset();
      fork();
    },
    connect(contents, surface) {
      if (takesWindows) bridge(contents, surface);
      else waiting.set(contents, surface);
      if (state === 'failed') contents.send(hostStateChannel, 'failed');
    },
    lockSessions: () => post({ t: 'lock' }),
    stop: () => (stopping ??= stop()),
  };
}

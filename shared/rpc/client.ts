import { v7 } from 'uuid';
import { contract, type CommandMethod, type Input, type Method, type Output, type QueryMethod, type RefusalOfMethod } from './contract.ts';
import type { Topic } from './define.ts';
import { type Answer, type Failure, hostMessage, type StandbyMessage, type Transport } from './protocol.ts';

/** What a call came back with, as a value: screens decide what to show. */
export type Reply<M extends Method> =
  | { readonly kind: 'done'; readonly output: Output<M> }
  | { readonly kind: 'refused'; readonly refusal: RefusalOfMethod<M> }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface RpcClient {
  query<M extends QueryMethod>(method: M, input: Input<M>): Promise<Reply<M>>;
  /** Sends a command; resolves when it is on disk. After a reconnect an unanswered one is sent again with the same id. */
  command<M extends CommandMethod>(method: M, input: Input<M>, commandId?: string): Promise<Reply<M>>;
  onChanged(listener: (topics: readonly Topic[]) => void): () => void;
  onSession(listener: (state: 'locked' | 'ended') => void): () => void;
  /** The host is here, but its data is not open yet. */
  onStandby(listener: (standby: StandbyMessage) => void): () => void;
  /**
   * Uses this transport from now on. `introduce` says first who is at the window (it resumes the session); only then
   * is repeated what was not answered, so that no command arrives as a stranger's.
   * @returns whether the transport was still the one in use when that was done.
   */
  attach(transport: Transport, introduce?: (send: Introduction) => Promise<void>): Promise<boolean>;
  readonly unanswered: number;
}

/** Sends a command at once, before everything that waits. It is not repeated when the connection is lost. */
export type Introduction = RpcClient['command'];

interface Waiting {
  readonly method: Method;
  readonly message: {
    readonly t: 'call';
    readonly n: number;
    readonly method: Method;
    readonly input: unknown;
    readonly commandId?: string;
  };
  readonly resolve: (reply: Answer) => void;
  /** The transport that an introduction belongs to; `null` for everything that is repeated on the next one. */
  readonly only: Transport | null;
}

/** A window's end of the contract. Validates what the host answers; a wrong answer is a failure, never shown. */
export function createRpcClient(): RpcClient {
  const waiting = new Map<number, Waiting>();
  const changedListeners = new Set<(topics: readonly Topic[]) => void>();
  const sessionListeners = new Set<(state: 'locked' | 'ended') => void>();
  const standbyListeners = new Set<(standby: StandbyMessage) => void>();
  let transport: Transport | null = null;
  let introduced = false;
  let next = 0;

  const receive = (data: unknown) => {
    const message = hostMessage.safeParse(data);
    if (!message.success) return;
    switch (message.data.t) {
      case 'answer': {
        const call = waiting.get(message.data.n);
        waiting.delete(message.data.n);
        call?.resolve(checked(call.method, message.data.answer));
        return;
      }
      case 'changed':
        for (const listener of changedListeners) listener(message.data.topics);
        return;
      case 'session':
        for (const listener of sessionListeners) listener(message.data.state);
        return;
      case 'standby':
        for (const listener of standbyListeners) listener(message.data);
    }
  };

  const call = (method: Method, input: unknown, commandId?: string, only: Transport | null = null): Promise<Answer> =>
    new Promise((resolve) => {
      const n = next++;
      const message = { t: 'call' as const, n, method, input, ...(commandId === undefined ? {} : { commandId }) };
      waiting.set(n, { method, message, resolve, only });
      if (only !== null) only.send(message);
      else if (introduced) transport?.send(message);
    });

  const lost = (closed: Transport) => {
    if (transport === closed) {
      transport = null;
      introduced = false;
    }
    for (const [n, { only, resolve }] of waiting) {
      if (only !== closed) continue;
      waiting.delete(n);
      resolve({ kind: 'failed', failure: { type: 'internal', reference: 'closed' } });
    }
  };

  const subscribe = <Listener>(set: Set<Listener>, listener: Listener) => {
    set.add(listener);
    return () => void set.delete(listener);
  };

  return {
    query: (method, input) => call(method, input) as Promise<Reply<typeof method>>,
    command: (method, input, commandId = v7()) => call(method, input, commandId) as Promise<Reply<typeof method>>,
    onChanged: (listener) => subscribe(changedListeners, listener),
    onSession: (listener) => subscribe(sessionListeners, listener),
    onStandby: (listener) => subscribe(standbyListeners, listener),
    async attach(attached, introduce) {
      transport = attached;
      introduced = false;
      attached.onMessage((data) => {
        if (transport === attached) receive(data);
      });
      attached.onClose(() => lost(attached));
      await introduce?.((method, input, commandId = v7()) => call(method, input, commandId, attached) as Promise<Reply<typeof method>>);
      if (transport !== attached) return false;
      introduced = true;
      for (const { message, only } of waiting.values()) if (only === null) attached.send(message);
      return true;
    },
    get unanswered() {
      return waiting.size;
    },
  };
}

function checked(method: Method, given: Answer): Answer {
  if (given.kind !== 'done') return given;
  const output = contract[method].output.safeParse(given.output);
  return output.success ? { kind: 'done', output: output.data } : { kind: 'failed', failure: { type: 'internal', reference: 'answer' } };
}

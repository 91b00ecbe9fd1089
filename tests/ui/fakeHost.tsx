import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { HostConnection } from '../../renderer/api/connection.ts';
import { HostProvider } from '../../renderer/api/HostProvider.tsx';
import { theme } from '../../renderer/ui/theme.ts';
import { createRpcClient, type Reply } from '../../shared/rpc/client.ts';
import { contract, isMethod, type Input, type Method, type Output } from '../../shared/rpc/contract.ts';
import type { Topic } from '../../shared/rpc/define.ts';
import { type Answer, callMessage } from '../../shared/rpc/protocol.ts';

type Answerer<M extends Method> = (input: Input<M>) => Reply<M> | Promise<Reply<M>>;

/** A host for component tests: the real client and protocol, the contract's validation, answers from the test. */
export interface FakeHost {
  readonly connection: HostConnection;
  /** From now on `method` answers `output`. */
  answers<M extends Method>(method: M, output: Output<M>): void;
  /** From now on `method` is answered by `answer`, also with a refusal or a failure. */
  replies<M extends Method>(method: M, answer: Answerer<M>): void;
  /** Inputs that came for a method, in order, validated as the real host would. */
  sent<M extends Method>(method: M): readonly Input<M>[];
  /** A commit elsewhere touched these topics. */
  changed(...topics: Topic[]): void;
  /** The host locked or ended the session of this window. */
  session(state: 'locked' | 'ended'): void;
  /** The connection is lost (`false`) or back (`true`). */
  online(online: boolean): void;
}

/** A method nobody prepared answers `unknownMethod`, so that a test notices a call it did not expect. */
export function createFakeHost(): FakeHost {
  const answerers = new Map<Method, (input: never) => Answer | Promise<Answer>>();
  const calls: { method: Method; input: unknown }[] = [];
  const stateListeners = new Set<() => void>();
  let state: ReturnType<HostConnection['state']> = { online: true, lostAt: null, standby: null };
  let deliver: (message: unknown) => void = () => {};

  const answerTo = async (method: string, input: unknown): Promise<Answer> => {
    const answerer = isMethod(method) ? answerers.get(method) : undefined;
    if (!isMethod(method) || answerer === undefined) return { kind: 'failed', failure: { type: 'unknownMethod', method } };
    const parsed = contract[method].input.safeParse(input);
    calls.push({ method, input: parsed.success ? parsed.data : input });
    if (parsed.success) return answerer(parsed.data as never);
    const issues = parsed.error.issues.map(({ path, code }) => ({ path: path.join('.'), code }));
    return { kind: 'failed', failure: { type: 'invalidInput', issues } };
  };

  const client = createRpcClient();
  void client.attach({
    send(message) {
      const { n, method, input } = callMessage.parse(structuredClone(message));
      void answerTo(method, input).then((answer) => deliver({ t: 'answer', n, answer: structuredClone(answer) }));
    },
    onMessage(listener) {
      deliver = listener;
    },
    onClose() {},
    close() {},
  });

  return {
    connection: {
      client,
      state: () => state,
      onState(listener) {
        stateListeners.add(listener);
        return () => void stateListeners.delete(listener);
      },
      introduce() {},
      onTransport: () => () => {},
    },
    answers: (method, output) => void answerers.set(method, () => ({ kind: 'done', output })),
    replies: (method, answer) => void answerers.set(method, answer),
    sent: <M extends Method>(method: M) => calls.filter((call) => call.method === method).map(({ input }) => input as Input<M>),
    session: (session) => deliver({ t: 'session', state: session }),
    changed: (...topics) => deliver({ t: 'changed', topics }),
    online(online) {
      state = { online, lostAt: online ? null : Date.now(), standby: null };
      for (const listener of stateListeners) listener();
    },
  };
}

/** Renders a screen as the window would: theme, notices, connection. The router is the test's own. */
export function renderWithHost(host: FakeHost, children: ReactNode): RenderResult {
  return render(
    <MantineProvider theme={theme} env="test">
      <Notifications />
      <HostProvider connection={host.connection}>{children}</HostProvider>
    </MantineProvider>,
  );
}

import { useCallback, useState } from 'react';
import type { Reply } from '../../shared/rpc/client.ts';
import type { Input, QueryMethod } from '../../shared/rpc/contract.ts';
import { useTellProblem } from '../ui/useTellProblem.tsx';
import { useHost } from './HostProvider.tsx';

export interface HostQuestion<M extends QueryMethod> {
  /** Asks once. The answer is not kept in the window's memory: for questions about a person. */
  ask(input: Input<M>): Promise<Reply<M>>;
  readonly pending: boolean;
}

/** A question that a person asks by a button, answered once and not kept (personal data stays out of the query cache). */
export function useAsk<M extends QueryMethod>(method: M): HostQuestion<M> {
  const { client } = useHost();
  const tellProblem = useTellProblem();
  const [running, setRunning] = useState(0);
  const ask = useCallback(
    async (input: Input<M>) => {
      setRunning((n) => n + 1);
      try {
        const reply = await client.query(method, input);
        if (reply.kind !== 'done') tellProblem(reply);
        return reply;
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [client, method, tellProblem],
  );
  return { ask, pending: running > 0 };
}

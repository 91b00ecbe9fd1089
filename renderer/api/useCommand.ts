import { useCallback, useState } from 'react';
import type { CommandMethod, Input } from '../../shared/rpc/contract.ts';
import type { Reply } from '../../shared/rpc/client.ts';
import { useTellProblem } from '../ui/useTellProblem.tsx';
import { useHost } from './HostProvider.tsx';

export interface HostCommand<M extends CommandMethod> {
  /**
   * Sends it once; resolves when it is on disk, was refused, or failed. Problems are told to the person unless `quiet`.
   * The same `commandId` again (a retry after a failure) has no second effect.
   */
  send(input: Input<M>, commandId?: string): Promise<Reply<M>>;
  readonly pending: boolean;
}

/** One command of the contract for a button or a form. */
export function useCommand<M extends CommandMethod>(method: M, options: { quiet?: boolean } = {}): HostCommand<M> {
  const { client } = useHost();
  const tellProblem = useTellProblem();
  const [running, setRunning] = useState(0);
  const quiet = options.quiet ?? false;
  const send = useCallback(
    async (input: Input<M>, commandId?: string) => {
      setRunning((n) => n + 1);
      try {
        const reply = await client.command(method, input, commandId);
        if (!quiet && reply.kind !== 'done') tellProblem(reply);
        return reply;
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [client, method, quiet, tellProblem],
  );
  return { send, pending: running > 0 };
}

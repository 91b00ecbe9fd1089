import { useQuery } from '@tanstack/react-query';
import { contract, type Input, type Output, type QueryMethod, type RefusalOfMethod } from '../../shared/rpc/contract.ts';
import type { Failure } from '../../shared/rpc/protocol.ts';
import { useConnectionState, useHost } from './HostProvider.tsx';

export interface HostQuery<M extends QueryMethod> {
  /** The newest answer; kept on the screen while the host is away (`stale`). */
  readonly data: Output<M> | undefined;
  readonly refusal: RefusalOfMethod<M> | undefined;
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  /** The connection is lost: what is shown may have changed. */
  readonly stale: boolean;
}

/** Asks one question of the contract and keeps the answer fresh. Input must be JSON; equal inputs share one answer. */
export function useHostQuery<M extends QueryMethod>(method: M, input: Input<M>, options: { enabled?: boolean } = {}): HostQuery<M> {
  const { client } = useHost();
  const { online } = useConnectionState();
  const result = useQuery({
    queryKey: [method, input],
    queryFn: async () => {
      const reply = await client.query(method, input);
      // Behind the screen lock the last answer stays, so that unsaved work is still there after unlocking.
      if (reply.kind === 'failed' && reply.failure.type === 'locked') throw new ScreenLockedError();
      return reply;
    },
    enabled: (options.enabled ?? true) && online,
    meta: { topics: contract[method].topics },
    placeholderData: (previous, previousQuery) => (previousQuery?.queryKey[0] === method ? previous : undefined),
  });
  const reply = result.data;
  return {
    data: reply?.kind === 'done' ? reply.output : undefined,
    refusal: reply?.kind === 'refused' ? reply.refusal : undefined,
    failure: reply?.kind === 'failed' ? reply.failure : undefined,
    loading: reply === undefined,
    stale: !online,
  };
}

class ScreenLockedError extends Error {}

import { useEffect, useState } from 'react';
import type { Input, Output, QueryMethod } from '../../../../../shared/rpc/contract.ts';
import { useHost } from '../../../../api/HostProvider.tsx';

/**
 * Asks once typing has paused for `delayMs`, and keeps the newest answer as long as there is something to ask (`null`:
 * nothing). Quiet: nothing found, a refusal and a failure all leave the form alone. The answers are about people, so they
 * stay in this component and not in the window's memory of answers.
 */
export function useFound<M extends QueryMethod>(method: M, input: Input<M> | null, delayMs: number): Output<M> | null {
  const { client } = useHost();
  const [found, setFound] = useState<Output<M> | null>(null);
  const key = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    if (key === null) return undefined;
    let left = false;
    const find = async () => {
      const reply = await client.query(method, JSON.parse(key) as Input<M>);
      if (!left) setFound(reply.kind === 'done' ? reply.output : null);
    };
    const timer = window.setTimeout(() => void find(), delayMs);
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [client, method, key, delayMs]);
  return key === null ? null : found;
}

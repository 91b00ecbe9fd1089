import { useEffect, useState } from 'react';
import type { Output } from '../../../../../shared/rpc/contract.ts';
import { useConnectionState, useHost } from '../../../../api/HostProvider.tsx';
import { useStaffSession } from '../../../../ui/staff/StaffContext.tsx';

export type OwnDraft = Output<'draft.mine'>[number];

/**
 * The officer's open drafts as they are now; `null` until they are known. Never an older answer: whether a new form begins
 * at once depends on it.
 */
export function useOwnDrafts(): readonly OwnDraft[] | null {
  const { client } = useHost();
  const { online } = useConnectionState();
  const { locked } = useStaffSession();
  const [drafts, setDrafts] = useState<readonly OwnDraft[] | null>(null);
  useEffect(() => {
    if (!online || locked) return undefined;
    let left = false;
    const ask = async () => {
      const reply = await client.query('draft.mine', {});
      if (!left && reply.kind === 'done') setDrafts(reply.output);
    };
    void ask();
    const stop = client.onChanged((topics) => {
      if (topics.includes('drafts')) void ask();
    });
    return () => {
      left = true;
      stop();
    };
  }, [client, online, locked]);
  return drafts;
}

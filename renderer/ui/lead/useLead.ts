import type { Output } from '../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useStaffSession } from '../staff/StaffContext.tsx';

export type LeadStanding = Output<'lead.standing'>;
export type QueueNotice = Output<'queue.notices'>[number];

/** Whether the person at this window may say who leads. */
export const useMayLead = (): boolean => useStaffSession().roles.some((role) => role === 'pengawas' || role === 'admin');

/** What people must know after healings; nobody but those who work the queue. */
export function useNotices(): readonly QueueNotice[] {
  const { roles } = useStaffSession();
  const { data } = useHostQuery('queue.notices', {}, { enabled: roles.some((role) => role !== 'keamanan') });
  return data ?? none;
}

const none: readonly QueueNotice[] = [];

/** Where who leads is shown and changed, and where the notices are. */
export const leadPath = '/induk';

import { type ReactNode, useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { useTellProblem } from '../../../ui/useTellProblem.tsx';
import { ClockDialog } from './ClockDialog.tsx';

interface Dates {
  readonly clockDate: string;
  readonly openDate: string;
}

/** Opening the office day. When the clock is under suspicion a person confirms the date first, in `dialog`. */
export function useOpenDay(): { open(): Promise<void>; askClock(dates: Dates): void; pending: boolean; dialog: ReactNode } {
  const { send, pending } = useCommand('queue.openDay', { quiet: true });
  const tellProblem = useTellProblem();
  const [dates, setDates] = useState<Dates | null>(null);
  const open = async (confirmed: boolean) => {
    const reply = await send(confirmed ? { confirmClock: true } : {});
    if (reply.kind === 'refused' && reply.refusal.type === 'clockSuspect' && !confirmed) return setDates(reply.refusal);
    setDates(null);
    // Somebody else opened it in the meantime: that is what was wanted.
    if (reply.kind === 'refused' && reply.refusal.type === 'dayAlreadyOpen') return;
    if (reply.kind !== 'done') tellProblem(reply);
  };
  return {
    open: () => open(false),
    askClock: setDates,
    pending,
    dialog: dates && <ClockDialog {...dates} pending={pending} onConfirm={() => void open(true)} onClose={() => setDates(null)} />,
  };
}

import { useState } from 'react';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useCommand } from '../../../api/useCommand.ts';

interface Mine {
  readonly ids: readonly string[];
  /** On disk: the next view that comes holds it. Views that came before may be older. */
  readonly answered: boolean;
}

/** Ticks of the checklist: shown at once, saved as a whole list, taken back when refused. */
export function useRequirements(counterId: string, ticket: TicketView) {
  const { send } = useCommand('queue.setRequirements');
  const [mine, setMine] = useState<Mine | null>(null);
  const saved = ticket.receivedRequirementIds;
  const [seen, setSeen] = useState(saved);
  if (saved !== seen) {
    setSeen(saved);
    if (mine?.answered === true) setMine(null);
  }
  const received = mine?.ids ?? saved;

  const toggle = async (requirementId: string) => {
    const ids = received.includes(requirementId) ? received.filter((id) => id !== requirementId) : [...received, requirementId];
    setMine({ ids, answered: false });
    const reply = await send({ counterId, ticketId: ticket.id, receivedRequirementIds: ids });
    // A newer tick may be under way; only the newest decides.
    setMine((newest) => (newest?.ids !== ids ? newest : reply.kind === 'done' ? { ids, answered: true } : null));
  };
  return { received, toggle, isSaving: mine?.answered === false };
}

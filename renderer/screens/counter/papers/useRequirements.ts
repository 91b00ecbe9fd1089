import { useState } from 'react';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useCommand } from '../../../api/useCommand.ts';

interface Mine {
  readonly ids: readonly string[];
  /** The host's list when this was ticked; once the host shows a newer one, that counts. */
  readonly basedOn: readonly string[];
}

/** Ticks of the checklist: shown at once, saved as a whole list, taken back when refused. */
export function useRequirements(counterId: string, ticket: TicketView) {
  const { send, pending } = useCommand('queue.setRequirements');
  const [mine, setMine] = useState<Mine | null>(null);
  const saved = ticket.receivedRequirementIds;
  const received = mine !== null && (pending || mine.basedOn === saved) ? mine.ids : saved;

  const toggle = async (requirementId: string) => {
    const ids = received.includes(requirementId) ? received.filter((id) => id !== requirementId) : [...received, requirementId];
    setMine({ ids, basedOn: saved });
    const reply = await send({ counterId, ticketId: ticket.id, receivedRequirementIds: ids });
    if (reply.kind !== 'done') setMine(null);
  };
  return { received, toggle };
}

import { useRef } from 'react';
import { v7 } from 'uuid';
import type { ComplaintForm } from '../../../../shared/domain/complaints/form.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Origin } from './model/openDraft.ts';

export interface Register {
  /** Saves the form as a complaint. @returns whether it is one now. */
  register(form: ComplaintForm): Promise<boolean>;
  readonly pending: boolean;
}

/** Turns the draft into a complaint of the same id: sent again after a lost answer it is the same complaint. */
export function useRegister(complaintId: string, { counterId, ticketId }: Origin): Register {
  const { send, pending } = useCommand('complaint.register');
  const commandId = useRef(v7());
  return {
    pending,
    async register(form) {
      const reply = await send({ complaintId, channel: form.channel, counterId, ticketId, form }, commandId.current);
      if (reply.kind === 'done') return true;
      // The host answers a command once: what was mended is another command.
      if (reply.kind === 'refused') commandId.current = v7();
      return reply.kind === 'refused' && reply.refusal.type === 'complaintAlreadyRegistered';
    },
  };
}

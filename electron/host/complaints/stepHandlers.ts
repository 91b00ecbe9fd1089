import type { ComplaintCommand } from '../../../shared/domain/complaints/commands.ts';
import { refuse } from '../../../shared/result.ts';
import type { CommandMethod, Input } from '../../../shared/rpc/contract.ts';
import { complaintsArea } from '../areas/complaints.ts';
import type { Execute } from '../rpc/execute.ts';
import type { Answered, Call, Handlers } from '../rpc/handlers.ts';
import { wouldDecide } from '../rpc/wouldDecide.ts';
import type { Services } from '../services.ts';

/** Steps of a complaint's life whose text goes into the vault first. `optional`: nothing need be written. */
const writtenSteps = [
  'complaint.requestCompletion',
  'complaint.recordCompletion',
  'complaint.note',
  'complaint.recordMeasure',
  'complaint.answer',
  'complaint.askComplainant',
  'complaint.recordReply',
  'complaint.reopen',
  'complaint.refer',
  'complaint.recordStatusReport',
] as const;
const optionalSteps = ['complaint.verify', 'complaint.assign', 'complaint.close'] as const;
type Step = (typeof writtenSteps)[number] | (typeof optionalSteps)[number];

/** One rule for all of them: the words under an id of their own in the vault, then the event that names the id. */
export function createStepHandlers(services: Services, execute: Execute): Handlers {
  const { vault } = services;

  const step =
    <M extends Step>(method: M) =>
    ({ text, textId, ...rest }: Input<M>, call: Call): Answered<M> => {
      const first = execute.first(method, call);
      if (first !== null) return first;
      const input = { ...rest, textId: text === '' ? null : textId };
      return stored({ id: textId, text }, { method, input }, call) ?? execute(method, input, call);
    };

  /** Stores the text of a command that will be accepted. A refusal: it cannot be stored; `null`: go on. */
  const stored = <M extends CommandMethod>(
    { id, text }: { readonly id: string; readonly text: string },
    command: { readonly method: M; readonly input: unknown },
    call: Call,
  ): Answered<M> | null => {
    if (text === '' || !wouldDecide(services, complaintsArea, command, call)) return null;
    // An id that already names a text is never written over.
    const isFree = !vault.holds('note', id) && vault.putNote(id, text);
    return isFree ? null : (refuse({ type: 'textNotStored' }) as Answered<M>);
  };

  return {
    ...(Object.fromEntries([...writtenSteps, ...optionalSteps].map((method) => [method, step(method)])) as Handlers),
    'complaint.proposeStructural': ({ text, ...input }, call) => {
      const first = execute.first('complaint.proposeStructural', call);
      if (first !== null) return first;
      const command: ComplaintCommand = { method: 'complaint.proposeStructural', input };
      return stored({ id: input.proposalId, text }, command, call) ?? execute(command.method, input, call);
    },
  };
}

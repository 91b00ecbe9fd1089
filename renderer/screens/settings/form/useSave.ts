import { useCommand } from '../../../api/useCommand.ts';
import { useProblemWords } from '../../../ui/useProblemWords.ts';
import { useTellProblem } from '../../../ui/useTellProblem.tsx';
import type { CommandMethod, Input, RefusalOfMethod } from '../../../../shared/rpc/contract.ts';
import type { Draft } from './useDraft.ts';

/** Where a refusal's words belong in the form; refusals without a place are told as a notice. */
export type RefusalPlaces<M extends CommandMethod> = Partial<Record<RefusalOfMethod<M>['type'], string>>;

export interface Save<M extends CommandMethod> {
  readonly pending: boolean;
  /** Resolves to whether it is on disk. */
  save(draft: Pick<Draft<never>, 'refuse'>, input: Input<M>): Promise<boolean>;
}

/** A form's command: refusals go to the field they are about. */
export function useSave<M extends CommandMethod>(method: M, places: RefusalPlaces<M> = {}): Save<M> {
  const command = useCommand(method, { quiet: true });
  const words = useProblemWords();
  const tell = useTellProblem();
  return {
    pending: command.pending,
    async save(draft, input) {
      const reply = await command.send(input);
      if (reply.kind === 'done') return true;
      const place = reply.kind === 'refused' ? places[reply.refusal.type as RefusalOfMethod<M>['type']] : undefined;
      if (place === undefined) tell(reply);
      else draft.refuse(place, words(reply));
      return false;
    },
  };
}

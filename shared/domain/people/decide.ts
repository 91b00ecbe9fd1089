import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { RefusalOfMethod } from '../../rpc/contract.ts';
import type { DataReason, PeopleEvent } from './events.ts';

/** Exports of personal data that an office may make in one day (RELIABILITY 33). */
export const exportsPerDay = 20;

/** Commands as they reach `decide`; which notes belong to the person was looked up before. */
export type PeopleCommand =
  | {
      readonly method: 'people.export';
      readonly input: { readonly personId: string; readonly exportId: string; readonly reason: DataReason };
    }
  | {
      readonly method: 'people.erase';
      readonly input: { readonly personId: string; readonly noteIds: readonly string[]; readonly reason: DataReason };
    };

export interface PeopleState {
  /** Whether an event has erased the person of the command. */
  readonly erased: boolean;
  /** When the latest exports were made, newest first; at least `exportsPerDay` of them if there were so many. */
  readonly exportTimes: readonly number[];
}

export interface PeopleContext {
  /** Whether the vault knows the person, or knows that her key was destroyed. */
  isKnown(personId: string): boolean;
  /** First millisecond of the office's today. */
  readonly dayStartsAt: number;
}

type Decision = Result<readonly PeopleEvent[], RefusalOfMethod<'people.export'> | RefusalOfMethod<'people.erase'>>;

/** Decides the export or erasure of a person's data (UU 27/2022 art. 7–8: copy and erasure on request). */
export function decidePeople({ method, input }: PeopleCommand, state: PeopleState, context: PeopleContext): Decision {
  if (state.erased || !context.isKnown(input.personId)) return refuse({ type: 'personUnknown' });
  switch (method) {
    case 'people.export': {
      // An export that a clock set back has moved into tomorrow counts as today's.
      const today = state.exportTimes.filter((at) => at >= context.dayStartsAt).length;
      if (today >= exportsPerDay) return refuse({ type: 'exportLimitReached', perDay: exportsPerDay });
      return ok([{ type: 'personDataExported.v1', data: input }]);
    }
    case 'people.erase':
      return ok([{ type: 'personErased.v1', data: input }]);
    default:
      return unreachable(method);
  }
}

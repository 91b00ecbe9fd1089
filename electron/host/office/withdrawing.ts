import type { Logger } from 'pino';
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Answer } from '../../../shared/rpc/protocol.ts';
import type { Reader } from '../database/open.ts';
import type { Engine } from '../engine/engine.ts';
import type { Ports } from '../ports.ts';

/** Calls a visitor of the main line to a counter. */
const callMethods: ReadonlySet<Method> = new Set<Method>(['queue.callNext', 'queue.callTicket']);

interface Parts {
  readonly db: Reader;
  readonly stationId: string;
  /** What this station decided up to this number is on another disk. */
  readonly safeUpTo: () => number;
  readonly engine: Pick<Engine<unknown>, 'execute'>;
  readonly ports: Pick<Ports, 'random'>;
  readonly log: Logger;
}

/** A call that the lead decided and then found nobody in reach, so that its successor would not know of it (decision 0016, rule 3). */
export interface Withdrawing {
  /** Takes it back, if it was one of the main line. @returns the answer, or that the call was taken back. */
  orKept(command: { readonly method: Method; readonly commandId: string }, answer: Answer): Answer;
  /** What was said of a call that was taken back, for a window that asks again; `undefined`: it was not. */
  takenBack(commandId: string): Answer | undefined;
}

export function createWithdrawing({ db, stationId, safeUpTo, engine, ports, log }: Parts): Withdrawing {
  // The answer of a command that is asked again is an old one.
  const isNew = db.prepare<[string, number, string]>('SELECT 1 FROM event WHERE origin = ? AND origin_seq > ? AND command_id = ?');
  const taken = new Map<string, Answer>();
  return {
    takenBack: (commandId) => taken.get(commandId),
    orKept({ method, commandId }, answer) {
      if (!callMethods.has(method) || answer.kind !== 'done') return answer;
      if (isNew.get(stationId, safeUpTo(), commandId) === undefined) return answer;
      const { ticketId, number } = answer.output as { readonly ticketId: string; readonly number: string };
      const given = engine.execute({
        method: 'queue.withdrawCall',
        input: { ticketId },
        commandId: ports.random.uuid(),
        actor: { kind: 'system' },
        roles: ['system'],
      });
      if (given.kind !== 'done' || !(given.output as { readonly withdrawn: boolean }).withdrawn) return answer;
      log.warn({ ticketId }, 'a call that no other station has was taken back');
      const refused: Answer = { kind: 'refused', refusal: { type: 'callTakenBack', number } };
      taken.set(commandId, refused);
      return refused;
    },
  };
}

import type { Logger } from 'pino';
import type { Method } from '../../../shared/rpc/contract.ts';
import type { Answer } from '../../../shared/rpc/protocol.ts';
import type { Engine } from '../engine/engine.ts';
import type { Ports } from '../ports.ts';

/** Calls a visitor of the main line to a counter. */
const callMethods: ReadonlySet<Method> = new Set<Method>(['queue.callNext', 'queue.callTicket']);

interface Parts {
  readonly engine: Pick<Engine<unknown>, 'execute'>;
  readonly ports: Pick<Ports, 'random'>;
  readonly log: Logger;
}

/** A call that the lead decided and then found nobody in reach, so that its successor would not know of it (decision 0016, rule 3). */
export interface Withdrawing {
  /** Takes it back, if it was one of the main line. @returns the answer, or that the call was taken back. */
  orKept(method: Method, answer: Answer): Answer;
}

export function createWithdrawing({ engine, ports, log }: Parts): Withdrawing {
  return {
    orKept(method, answer) {
      if (!callMethods.has(method) || answer.kind !== 'done') return answer;
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
      return { kind: 'refused', refusal: { type: 'callTakenBack', number } };
    },
  };
}

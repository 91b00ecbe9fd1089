import { ok, refuse } from '../../../shared/result.ts';
import type { CommandMethod } from '../../../shared/rpc/contract.ts';
import type { Engine } from '../engine/engine.ts';
import type { Callers } from './connection.ts';
import type { Answered, Call } from './handlers.ts';

/** Runs commands in the engine on behalf of a call; used by handlers that do something before `decide`. */
export interface Execute {
  /** Decides and stores. `input` may be less than the contract's: secrets and personal data were taken out before. */
  <M extends CommandMethod>(method: M, input: unknown, call: Call): Answered<M>;
  /** The answer that this very command got before, if it was executed before. */
  first<M extends CommandMethod>(method: M, call: Call): Answered<M> | null;
}

export function createExecute(engine: Pick<Engine<unknown>, 'execute' | 'receipt'>, callers: Callers): Execute {
  const execute = <M extends CommandMethod>(method: M, input: unknown, { connection, commandId }: Call) =>
    answered<M>(
      engine.execute({
        method,
        input,
        commandId,
        stationId: connection.caller?.stationId,
        actor: callers.actorOf(connection),
        roles: callers.rolesOf(connection),
      }),
    );
  const first = <M extends CommandMethod>(method: M, { connection, commandId }: Call) => {
    const receipt = engine.receipt(commandId, method, callers.actorOf(connection));
    return receipt === null ? null : answered<M>(receipt);
  };
  return Object.assign(execute, { first });
}

type EngineAnswer = ReturnType<Engine<unknown>['execute']>;

/** The engine answers with values of the contract's shape; the router checks them again on the way out. */
function answered<M extends CommandMethod>(answer: EngineAnswer): Answered<M> {
  switch (answer.kind) {
    case 'done':
      return ok(answer.output) as Answered<M>;
    case 'refused':
      return refuse(answer.refusal) as Answered<M>;
    case 'failed':
      throw new Error('the engine answers with a value or a refusal');
  }
}

import { hash } from 'node:crypto';
import { CommandIdReusedError } from '../engine/engine.ts';
import type { Call } from '../rpc/handlers.ts';

/**
 * One effect per `commandId` for commands that carry a secret or answer with a token: neither may be on disk, so their
 * answers are remembered in memory only, the latest few hundred. Repeating one means sending the very same input again;
 * with another input the id gets nothing of the first answer.
 */
export interface AnswersOnce {
  <Answer>(call: Call, method: string, input: unknown, run: () => Promise<Answer>): Promise<Answer>;
}

interface Entry {
  readonly key: string;
  readonly answer: Promise<unknown>;
}

export function createAnswersOnce(capacity = 500): AnswersOnce {
  const entries = new Map<string, Entry>();
  return <Answer>({ commandId, connection }: Call, method: string, input: unknown, run: () => Promise<Answer>) => {
    const key = hash('sha256', JSON.stringify([connection.surface, method, input]));
    const first = entries.get(commandId);
    if (first !== undefined) {
      if (first.key !== key) return Promise.reject(new CommandIdReusedError(`commandId ${commandId} was used before`));
      return first.answer as Promise<Answer>;
    }
    const answer = run();
    entries.set(commandId, { key, answer });
    const oldest = entries.keys().next().value;
    if (entries.size > capacity && oldest !== undefined) entries.delete(oldest);
    // A thrown error is no answer: the next try may succeed.
    answer.catch(() => entries.delete(commandId));
    return answer;
  };
}

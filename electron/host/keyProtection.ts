import { recordWeakKeyStoreMethod } from './areas/keyProtection.ts';
import type { Engine } from './engine/engine.ts';

/** The opt-in as the shell keeps it beside the keys: the id makes it one event however often the program starts. */
export interface WeakKeyStoreOptIn {
  readonly optInId: string;
  /** The key store's own name, `basic_text`. */
  readonly backend: string;
}

/** Writes the opt-in to a weak key store into the audit log, once. @throws I/O errors of the database. */
export function recordWeakKeyStore(engine: Pick<Engine<unknown>, 'execute'>, { optInId, backend }: WeakKeyStoreOptIn): void {
  const answer = engine.execute({
    method: recordWeakKeyStoreMethod,
    input: { backend },
    commandId: optInId,
    actor: { kind: 'system' },
    roles: ['system'],
  });
  if (answer.kind !== 'done') throw new Error('The opt-in to a weak key store could not be recorded');
}

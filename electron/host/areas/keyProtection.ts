import type { NewEvent } from '../../../shared/domain/decider.ts';
import { ok } from '../../../shared/result.ts';
import type { States } from '../areas.ts';
import type { Area } from '../engine/areas.ts';

/** An administrator of the computer accepted a key store that the operating system does not protect (RELIABILITY 8). */
export type KeyProtectionEvent = NewEvent<'weakKeyStoreAccepted.v1', { readonly backend: string }>;

/** The host's own command, sent at start; not in the contract, so no window can send it. */
export const recordWeakKeyStoreMethod = 'keyProtection.recordWeakKeyStore';

/** The audit of how the keys are kept: what was accepted is recorded, nothing is decided. */
export const keyProtectionArea: Area<States, null, KeyProtectionEvent> = {
  name: 'keyProtection',
  topics: ['system'],
  owns: (stream) => stream === 'keyProtection',
  methods: [recordWeakKeyStoreMethod],
  source: { kind: 'loaded', load: () => null },
  decider: {
    initial: null,
    decide: ({ input }) => ok([{ type: 'weakKeyStoreAccepted.v1', data: { backend: (input as { readonly backend: string }).backend } }]),
    evolve: (state) => state,
  },
  streamFor: () => 'keyProtection',
  reply: () => ({}),
};

import { type AccessEvent, accessStream } from '../../../shared/domain/access/events.ts';
import { ok } from '../../../shared/result.ts';
import type { States } from '../areas.ts';
import type { Area } from '../engine/areas.ts';

/** The host's own command by which the access module writes its audit; not in the contract, so no window can send it. */
export const recordAccess = 'access.record';

/** The audit of access: nothing is decided here, what happened is recorded. */
export const accessArea: Area<States, null, AccessEvent> = {
  name: 'access',
  topics: ['access'],
  owns: (stream) => stream.startsWith('access/'),
  methods: [recordAccess],
  source: { kind: 'loaded', load: () => null },
  decider: { initial: null, decide: ({ input }) => ok([input as AccessEvent]), evolve: (state) => state },
  streamFor: (_command, _state, { now }) => accessStream(now),
  reply: () => ({}),
};

import { type CentralCommand, centralMethods, type CentralRefusal, decideCentral } from '../../../shared/domain/central/decide.ts';
import { type CentralEvent, centralStream } from '../../../shared/domain/central/events.ts';
import { type CentralState, evolveCentral, initialCentral } from '../../../shared/domain/central/state.ts';
import type { States } from '../areas.ts';
import type { Area } from '../engine/areas.ts';

/** How the office stands with the central server, and what came of the server's orders. */
export const centralArea: Area<States, CentralState, CentralEvent, CentralRefusal> = {
  name: 'central',
  topics: ['central'],
  owns: (stream) => stream === centralStream,
  methods: centralMethods,
  source: { kind: 'folded', currentStream: () => centralStream },
  decider: {
    initial: initialCentral,
    decide: (command, state, { actor }) => decideCentral(command as CentralCommand, state, { actor }),
    evolve: evolveCentral,
  },
  streamFor: () => centralStream,
  reply: () => ({}),
};

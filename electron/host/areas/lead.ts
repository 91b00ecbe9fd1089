import { type LeadEvent, leadStream } from '../../../shared/domain/lead/events.ts';
import {
  decideLead,
  evolveLead,
  initialLead,
  type LeadCommand,
  type LeadRefusal,
  type LeadState,
} from '../../../shared/domain/lead/lead.ts';
import type { States } from '../areas.ts';
import type { Area } from '../engine/areas.ts';

/** Who leads the office. The commands are the host's own; no window can send them. */
export const leadArea: Area<States, LeadState, LeadEvent, LeadRefusal> = {
  name: 'lead',
  topics: ['system'],
  owns: (stream) => stream === leadStream,
  methods: ['lead.appoint', 'lead.keep'],
  decider: {
    initial: initialLead,
    decide: (command, state) => decideLead(command as LeadCommand, state),
    evolve: evolveLead,
  },
  source: { kind: 'folded', currentStream: () => leadStream },
  streamFor: () => leadStream,
  reply: () => ({}),
};

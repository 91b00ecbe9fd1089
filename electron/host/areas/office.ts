import {
  decidedByOffice,
  type OfficeCommand,
  type OfficeContext,
  type OfficeRefusal,
  decideOffice,
} from '../../../shared/domain/office/decide.ts';
import { type OfficeEvent, officeStream } from '../../../shared/domain/office/events.ts';
import { evolveOffice } from '../../../shared/domain/office/evolve.ts';
import { initialOffice, type OfficeState } from '../../../shared/domain/office/state.ts';
import { allTickets, deskOf, isLiving } from '../../../shared/domain/queue/state.ts';
import type { States } from '../areas.ts';
import type { Area, DecideContext } from '../engine/areas.ts';

/** The office's configuration and its staff: folded from one stream, small enough to stay in memory. */
export const officeArea: Area<States, OfficeState, OfficeEvent, OfficeRefusal> = {
  name: 'office',
  topics: ['office', 'staff', 'stations'],
  owns: (stream) => stream === officeStream,
  methods: decidedByOffice,
  source: { kind: 'folded', currentStream: () => officeStream },
  decider: {
    initial: initialOffice,
    decide: (command, state, context) => decideOffice(command as OfficeCommand, state, queueAsSeen(context)),
    evolve: evolveOffice,
  },
  streamFor: () => officeStream,
  reply: () => ({}),
};

function queueAsSeen({ states, station }: DecideContext<States>): OfficeContext {
  const { queue } = states;
  return {
    stationId: station.id,
    livingTickets: (serviceId) =>
      [...allTickets(queue)].filter((ticket) => ticket.serviceId === serviceId && isLiving(ticket.status)).length,
    isCounterOpen: (counterId) => deskOf(queue, counterId).status !== 'closed',
  };
}

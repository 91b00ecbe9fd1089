import {
  decideIncident,
  evolveIncident,
  type IncidentCommand,
  type IncidentMethod,
  type IncidentRefusal,
  type IncidentState,
} from '../../../shared/domain/incidents/decide.ts';
import { type IncidentEvent, incidentStream } from '../../../shared/domain/incidents/events.ts';
import type { States } from '../areas.ts';
import type { Area } from '../engine/areas.ts';
import { incidentById } from '../queries/incidentRows.ts';
import { counterAtWork, ticketAtWork } from './queueAsSeen.ts';

const methods: readonly IncidentMethod[] = [
  'incident.open',
  'incident.openFromAlarm',
  'incident.setLevel',
  'incident.requestHelp',
  'incident.acknowledgeHelp',
  'incident.withdrawHelp',
  'incident.finish',
  'incident.completeReport',
];

/** Conflicts at counters: one stream each. */
export const incidentsArea: Area<States, IncidentState, IncidentEvent, IncidentRefusal> = {
  name: 'incidents',
  topics: ['incidents'],
  owns: (stream) => stream.startsWith('incident/'),
  methods,
  source: { kind: 'loaded', load: (db, command) => incidentById(db, (command as IncidentCommand).input.incidentId) },
  decider: {
    initial: null,
    decide: (command, state, { now, actor, states }) =>
      decideIncident(command as IncidentCommand, state, {
        now,
        actor,
        counterName: (counterId) => counterAtWork(states, counterId)?.name ?? null,
        ticketNumber: (ticketId) => ticketAtWork(states, ticketId)?.number ?? null,
      }),
    evolve: evolveIncident,
  },
  streamFor: (command) => incidentStream((command as IncidentCommand).input.incidentId),
  reply: () => ({}),
};

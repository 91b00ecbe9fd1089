import type { Actor } from '../../../shared/domain/decider.ts';
import { enterFoundingLead, enterStation, type EnteredStation } from '../../../shared/domain/stations/decide.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { refusals } from '../lan/joining/protocol.ts';
import { others } from '../lan/roster.ts';
import type { Services } from '../services.ts';

type EnterRefusal = { readonly type: (typeof refusals)[number] };

/** Keeps the LAN in step with the registry, and lets it write a station that proved the code into it. */
export function startStationRegistry(services: Services): () => void {
  const { engine, office, station, lan, ports } = services;
  const self = { stationId: station.id, letter: station.letter };
  const tell = () => lan.setRegistry(self, engine.states.office.stations);
  const enter = async (input: EnteredStation, actor: Actor): Promise<Result<null, EnterRefusal>> => {
    if (!takesStationsIn(services)) return refuse({ type: 'notLead' });
    const answer = engine.execute({
      method: enterStation,
      input,
      commandId: ports.random.uuid(),
      actor,
      roles: ['system'],
    });
    if (answer.kind === 'done') {
      // A lead that died now would leave a station that nobody else knows.
      await office.secured();
      return ok(null);
    }
    const type = answer.kind === 'refused' ? answer.refusal.type : '';
    return refuse({ type: type === 'stationNameTaken' || type === 'stationRevoked' ? type : 'codeRefused' });
  };
  const tellLead = () => {
    const { leadId } = office.standing();
    if (leadId !== null) lan.setLead(leadId);
  };
  const stops = [
    engine.onCommit(({ events }) => {
      if (events.some(({ type }) => type === 'leadAppointed.v1')) tellLead();
      if (events.some(({ type }) => type.startsWith('station'))) tell();
    }),
    lan.onChange(() => engine.announce(['stations', 'system'])),
  ];
  tell();
  tellLead();
  lan.attachOffice({ self, enter, leads: () => office.standing().holdsLease });
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Whether this station may take another in: it decides as the lead. Two that both did, cut off from each other, would give one
 * letter twice. A station that was never reached since it joined leads nowhere, so nobody need wait for it.
 */
export function takesStationsIn({ office, station, lan }: Pick<Services, 'office' | 'station' | 'lan'>): boolean {
  if (office.decidesHere('stations.change')) return true;
  const state = lan.state();
  const { leadId, mode } = office.standing();
  return mode === 'ownOnly' && leadId === station.id && state !== null && others(state).every(({ addresses }) => addresses.length === 0);
}

/** The founding lead stands first in the registry from the moment it lets others in. @returns false when it could not. */
export async function ensureFoundingLead({ engine, station, lan, ports }: Services, name: string, actor: Actor): Promise<boolean> {
  if (engine.states.office.stations.length > 0) return true;
  const { fingerprint } = await lan.identity();
  const input: EnteredStation = { id: station.id, fingerprint, name, place: '', roles: ['counter'] };
  const answer = engine.execute({
    method: enterFoundingLead,
    input,
    commandId: ports.random.uuid(),
    actor,
    roles: ['system'],
  });
  return answer.kind === 'done';
}

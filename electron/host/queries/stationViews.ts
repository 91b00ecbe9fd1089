import { addressWords } from '../../../shared/domain/stations/address.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { others } from '../lan/roster.ts';
import type { RosterStation } from '../lan/stateFile.ts';
import type { Services } from '../services.ts';

type Parts = Pick<Services, 'lan' | 'station'>;

/** What this station is at the moment, in the words of every window. */
export function stationHere({ lan, station }: Parts): Output<'stations.here'> {
  const state = lan.state();
  if (state === null) {
    return {
      role: 'alone',
      letter: station.letter,
      name: '',
      roles: [],
      others: 0,
      connected: 0,
      leadName: '',
      isLeadConnected: false,
    };
  }
  const { leadId, stations } = state.roster;
  const own = stations.find(({ id }) => id === state.self.stationId);
  const lead = stations.find(({ id }) => id === leadId);
  const rest = others(state);
  const isLead = leadId === state.self.stationId;
  return {
    role: state.revokedAt !== null ? 'revoked' : !isLead ? 'follower' : rest.length === 0 ? 'alone' : 'lead',
    letter: station.letter,
    name: own?.name ?? '',
    roles: own?.roles ?? [],
    others: rest.length,
    connected: rest.filter(({ id }) => lan.isConnected(id)).length,
    leadName: lead?.name ?? '',
    isLeadConnected: isLead || lan.isConnected(leadId),
  };
}

/** Every station that ever joined, in the order of joining. */
export function stationList({ lan }: Parts): Pick<Output<'stations.list'>, 'stations' | 'port' | 'portTaken'> {
  const state = lan.state();
  const view = ({ id, letter, name, place, roles, revoked, addresses }: RosterStation) => {
    const isSelf = id === state?.self.stationId;
    const health = lan.health(id);
    return {
      stationId: id,
      letter,
      name,
      place,
      roles,
      isSelf,
      isLead: id === state?.roster.leadId,
      revoked,
      connected: lan.isConnected(id),
      lastHeardAt: isSelf ? null : (health?.lastHeardAt ?? null),
      clockOffMs: isSelf || !lan.isConnected(id) ? null : (health?.clockOffMs ?? null),
      address: isSelf || addresses[0] === undefined ? null : addressWords(addresses[0]),
    };
  };
  return { stations: state?.roster.stations.map(view) ?? [], ...lan.listening() };
}

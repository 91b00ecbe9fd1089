import { unreachable } from '../../result.ts';
import type { StationEvent } from './events.ts';
import type { StationEntry } from './types.ts';

/** Folds one event into the registry. Stations stay in the order in which they joined. */
export function evolveStations(stations: readonly StationEntry[], event: StationEvent): readonly StationEntry[] {
  switch (event.type) {
    case 'stationJoined.v1':
      return [...stations.filter(({ id }) => id !== event.data.id), { ...event.data, revoked: false }];
    case 'stationChanged.v1':
      return stations.map((station) => (station.id === event.data.id ? { ...station, ...event.data } : station));
    case 'stationRevoked.v1':
      return stations.map((station) => (station.id === event.data.id ? { ...station, revoked: true } : station));
    default:
      return unreachable(event);
  }
}

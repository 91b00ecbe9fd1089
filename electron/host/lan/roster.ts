import type { StationAddress } from '../../../shared/domain/stations/address.ts';
import type { StationEntry } from '../../../shared/domain/stations/types.ts';
import type { LanState, Roster, RosterStation } from './stateFile.ts';

const mostAddresses = 8;

/** The registry as the lead's own events have it, with the addresses that are known. */
export function rosterFrom(leadId: string, entries: readonly StationEntry[], known: Roster | null): Roster {
  const addressesOf = (id: string) => known?.stations.find((station) => station.id === id)?.addresses ?? [];
  return { leadId, stations: entries.map((entry) => ({ ...entry, roles: [...entry.roles], addresses: addressesOf(entry.id) })) };
}

/** The lead's roster; where this station reached others itself comes first. */
export function mergedRoster(own: Roster, told: Roster): Roster {
  const stations = told.stations.map((station) => {
    const seen = own.stations.find(({ id }) => id === station.id)?.addresses ?? [];
    return { ...station, addresses: distinct([...seen, ...station.addresses]) };
  });
  return { ...told, stations };
}

/** The address at which a station was reached just now, first of its addresses. */
export function withAddress(roster: Roster, stationId: string, address: StationAddress): Roster {
  const stations = roster.stations.map((station) =>
    station.id === stationId ? { ...station, addresses: distinct([address, ...station.addresses]) } : station,
  );
  return { ...roster, stations };
}

function distinct(addresses: readonly StationAddress[]): StationAddress[] {
  return addresses
    .filter(({ host, port }, at) => addresses.findIndex((other) => other.host === host && other.port === port) === at)
    .slice(0, mostAddresses);
}

/** Who a certificate belongs to, revoked or not. */
export const stationOf = (state: LanState | null, fingerprint: string): RosterStation | undefined =>
  state?.roster.stations.find((station) => station.fingerprint === fingerprint);

/** The other stations of the office that are not revoked. */
export const others = ({ self, roster }: LanState): readonly RosterStation[] =>
  roster.stations.filter(({ id, revoked }) => id !== self.stationId && !revoked);

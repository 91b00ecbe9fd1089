import type { StationAddress } from '../../../shared/domain/stations/address.ts';
import type { StationEntry } from '../../../shared/domain/stations/types.ts';
import type { LanState, Roster, RosterStation } from './stateFile.ts';

const mostAddresses = 8;

/**
 * A roster only grows: no station ever leaves the registry, and none that was revoked comes back. A copy of the events that
 * lags behind, here or at a new lead, must not make a station forget either.
 */
function grown(known: Roster | null, told: Roster): Roster {
  const before = (id: string) => known?.stations.find((station) => station.id === id);
  const stations = told.stations.map((station) => {
    const own = before(station.id);
    // Where this station reached another itself comes first.
    const addresses = distinct([...(own?.addresses ?? []), ...station.addresses]);
    return { ...station, revoked: station.revoked || own?.revoked === true, addresses };
  });
  const missing = known?.stations.filter(({ id }) => told.stations.every((station) => station.id !== id)) ?? [];
  return { leadId: told.leadId, stations: [...stations, ...missing] };
}

/** The registry as this station's own copy of the events has it. */
export const rosterFrom = (leadId: string, entries: readonly StationEntry[], known: Roster | null): Roster =>
  grown(known, { leadId, stations: entries.map((entry) => ({ ...entry, roles: [...entry.roles], addresses: [] })) });

/** What the lead told, on top of what was known. */
export const mergedRoster = (own: Roster, told: Roster): Roster => grown(own, told);

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

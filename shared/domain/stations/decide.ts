import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { StationEvent } from './events.ts';
import { nextLetter } from './letters.ts';
import { type StationDetails, type StationEntry, stationRoles } from './types.ts';

/** The host's own commands are not in the contract, so no window can send them. */
export const enterFoundingLead = 'stations.enterFoundingLead';
export const enterStation = 'stations.enterStation';
export const stationMethods = [enterFoundingLead, enterStation, 'stations.change', 'stations.revoke'] as const;

/** A station that proved the code, or the founding lead itself. `letter`: one that a replaced lead has given it already. */
export type EnteredStation = StationDetails & { readonly id: string; readonly fingerprint: string; readonly letter?: string };

export type StationCommand =
  | { readonly method: typeof enterFoundingLead | typeof enterStation; readonly input: EnteredStation }
  | { readonly method: 'stations.change'; readonly input: Input<'stations.change'> }
  | { readonly method: 'stations.revoke'; readonly input: Input<'stations.revoke'> };

export type StationRefusal =
  | RefusalOfMethod<'stations.change'>
  | RefusalOfMethod<'stations.revoke'>
  | { readonly type: 'stationRevoked' }
  | { readonly type: 'noLetterLeft' };
type Decision = Result<readonly StationEvent[], StationRefusal>;

/** Decides a change of the registry. @param self id of the station that decides. */
export function decideStations(command: StationCommand, stations: readonly StationEntry[], self: string): Decision {
  switch (command.method) {
    case enterFoundingLead:
      return stations.length > 0 ? ok([]) : ok([joined(command.input, '')]);
    case enterStation:
      return enter(command.input, stations);
    case 'stations.change': {
      const { stationId, ...details } = command.input;
      const station = stations.find(({ id }) => id === stationId);
      if (station === undefined) return refuse({ type: 'stationUnknown' });
      if (station.revoked) return refuse({ type: 'stationRevoked' });
      const changed = tidy(details);
      if (isNameTaken(stations, changed.name, stationId)) return refuse({ type: 'stationNameTaken', name: changed.name });
      const before = tidy(station);
      if (JSON.stringify(before) === JSON.stringify(changed)) return ok([]);
      return ok([{ type: 'stationChanged.v1', data: { id: stationId, ...changed } }]);
    }
    case 'stations.revoke': {
      const { stationId } = command.input;
      const station = stations.find(({ id }) => id === stationId);
      if (station === undefined) return refuse({ type: 'stationUnknown' });
      // The lead that revoked itself would leave an office without anybody to decide.
      if (stationId === self) return refuse({ type: 'stationIsLead' });
      return ok(station.revoked ? [] : [{ type: 'stationRevoked.v1', data: { id: stationId } }]);
    }
    default:
      return unreachable(command);
  }
}

/** A station that joins again, because it crashed before it kept what it was given, gets the same letter. */
function enter(input: EnteredStation, stations: readonly StationEntry[]): Decision {
  const known = stations.find(({ id, fingerprint }) => id === input.id || fingerprint === input.fingerprint);
  if (known?.revoked === true) return refuse({ type: 'stationRevoked' });
  if (isNameTaken(stations, input.name, known?.id ?? input.id)) return refuse({ type: 'stationNameTaken', name: input.name });
  if (known !== undefined) {
    // Another key for a known station, or a known key for another: somebody copied a data directory.
    if (known.id !== input.id || known.fingerprint !== input.fingerprint) return refuse({ type: 'stationUnknown' });
    return ok([{ type: 'stationChanged.v1', data: { id: known.id, ...tidy(input) } }]);
  }
  const given = stations.map((station) => station.letter);
  const letter = input.letter === undefined ? nextLetter(given) : given.includes(input.letter) ? null : input.letter;
  return letter === null ? refuse({ type: 'noLetterLeft' }) : ok([joined(input, letter)]);
}

const joined = ({ id, fingerprint, ...details }: EnteredStation, letter: string): StationEvent => ({
  type: 'stationJoined.v1',
  data: { id, letter, fingerprint, ...tidy(details) },
});

/** Roles once each and in their order, so that equal details have equal JSON. */
const tidy = ({ name, place, roles }: StationDetails): StationDetails => ({
  name,
  place,
  roles: stationRoles.filter((role) => roles.includes(role)),
});

/** Names are unique among stations that are in use, whatever their case. */
export const isNameTaken = (stations: readonly StationEntry[], name: string, exceptId: string): boolean =>
  stations.some((other) => other.id !== exceptId && !other.revoked && folded(other.name) === folded(name));

const folded = (name: string) => name.toLocaleLowerCase('id').replaceAll(/\s+/gu, ' ');

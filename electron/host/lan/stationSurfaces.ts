import { surfacesOf } from '../../../shared/domain/stations/surfaces.ts';
import type { Surface } from '../../../shared/rpc/roles.ts';
import { readLanState } from './stateFile.ts';

/** The windows that a station's roles ask for, before its host runs; none when it is alone or when that cannot be read. */
export function stationSurfaces(dataDir: string): readonly Surface[] {
  try {
    const state = readLanState(dataDir);
    const own = state?.roster.stations.find(({ id }) => id === state.self.stationId);
    // The founding lead opens what its start names, as an office of one station does.
    return own === undefined || own.letter === '' ? [] : surfacesOf(own.roles);
  } catch {
    // The host says what is wrong with the file.
    return [];
  }
}

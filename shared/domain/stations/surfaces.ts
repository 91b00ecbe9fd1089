import type { Surface } from '../../rpc/roles.ts';
import type { StationRole } from './types.ts';

const surfaceOf: Readonly<Record<StationRole, Surface>> = {
  counter: 'staff',
  supervisor: 'staff',
  guard: 'staff',
  kiosk: 'kiosk',
  board: 'board',
};

/** The windows a station opens by itself at a start that names none: one for each kind of work that it does. */
export const surfacesOf = (roles: readonly StationRole[]): readonly Surface[] => [...new Set(roles.map((role) => surfaceOf[role]))];

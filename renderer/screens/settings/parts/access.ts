import { contract, type Method } from '../../../../shared/rpc/contract.ts';
import type { CallerRole, StaffRole } from '../../../../shared/rpc/roles.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';

/** Whether one of these roles may use a method; the contract decides, and the host enforces it anyway. */
export function mayUse(roles: readonly StaffRole[], method: Method): boolean {
  const allowed: readonly CallerRole[] = contract[method].roles;
  return roles.some((role) => allowed.includes(role));
}

/** The roles of the person at this window; `null` while they are not known yet. */
export function useOwnRoles(): readonly StaffRole[] | null {
  const { data } = useHostQuery('access.state', {});
  return data === undefined ? null : (data.session?.roles ?? []);
}

/** `may('office.saveHours')` for the person at this window. */
export function useMay(): (method: Method) => boolean {
  const roles = useOwnRoles() ?? [];
  return (method) => mayUse(roles, method);
}

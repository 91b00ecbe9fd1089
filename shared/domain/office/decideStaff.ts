import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { OfficeEvent } from './events.ts';
import type { OfficeState } from './state.ts';
import type { StaffMember } from './types.ts';

export const staffMethods = ['staff.add', 'staff.change', 'staff.resetSecret', 'access.changeSecret'] as const;

/** Commands on staff accounts, without their secrets: those are in the vault before the command is decided. */
export type StaffCommand =
  | { readonly method: 'staff.add'; readonly input: Omit<Input<'staff.add'>, 'secret'> }
  | { readonly method: 'staff.change'; readonly input: Input<'staff.change'> }
  | { readonly method: 'staff.resetSecret' | 'access.changeSecret'; readonly input: { readonly staffId: string } };

type StaffMethod = StaffCommand['method'];
type Decision = Result<readonly OfficeEvent[], { [M in StaffMethod]: RefusalOfMethod<M> }[StaffMethod]>;

/** Decides a change of the staff. Names are unique among active accounts, whatever their case. */
export function decideStaff(command: StaffCommand, { staff }: Pick<OfficeState, 'staff'>): Decision {
  switch (command.method) {
    case 'staff.add': {
      const { staffId, name, roles } = command.input;
      const member = { id: staffId, name, roles, active: true };
      if (staff.some(({ id }) => id === staffId) || nameTaken(staff, member)) return refuse({ type: 'staffNameTaken', name });
      return ok([{ type: 'staffAdded.v1', data: member }]);
    }
    case 'staff.change':
      return change(command.input, staff);
    case 'staff.resetSecret':
    case 'access.changeSecret': {
      const { staffId } = command.input;
      if (!staff.some(({ id }) => id === staffId)) return refuse({ type: 'staffUnknown' });
      return ok([{ type: 'staffSecretChanged.v1', data: { staffId } }]);
    }
    default:
      return unreachable(command);
  }
}

function change(member: StaffMember, staff: readonly StaffMember[]): Decision {
  const before = staff.find(({ id }) => id === member.id);
  if (before === undefined) return refuse({ type: 'staffUnknown' });
  if (member.active && nameTaken(staff, member)) return refuse({ type: 'staffNameTaken', name: member.name });
  const others = staff.filter(({ id }) => id !== member.id);
  if (!isAdministrator(member) && !others.some(isAdministrator)) return refuse({ type: 'lastAdministrator' });
  return ok(JSON.stringify(before) === JSON.stringify(member) ? [] : [{ type: 'staffChanged.v1', data: member }]);
}

const isAdministrator = ({ active, roles }: StaffMember) => active && roles.includes('admin');

const nameTaken = (staff: readonly StaffMember[], { id, name }: StaffMember) =>
  staff.some((other) => other.id !== id && other.active && folded(other.name) === folded(name));

const folded = (name: string) => name.toLocaleLowerCase('id').replaceAll(/\s+/gu, ' ');

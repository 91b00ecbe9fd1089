/**
 * Who sees what of a complaint. Its owner (who received it or has it), supervisors and administrators see everything;
 * others of the counter see the office's open complaints with the name masked, and without identity and words when the
 * complainant asked for it (anonim hides who, rahasia hides who and what). One that is over they find by its whole number,
 * as a complainant shows it at any counter, or from a person's history.
 */
import { isTheirs, type Person } from '../../../shared/domain/complaints/guards.ts';
import { maskName, maskNik, maskPhone } from '../../../shared/domain/people/mask.ts';
import type { Access } from '../access/access.ts';
import type { Connection } from '../rpc/connection.ts';
import type { Person as VaultPerson, Vault } from '../vault/vault.ts';

interface Hidden {
  readonly person_id: string | null;
  readonly anonymous: number;
  readonly confidential: number;
  readonly received_by: string | null;
  readonly assignee_id: string | null;
}

/** Who is at a window, as far as complaints ask. */
export function personAt({ callers }: Pick<Access, 'callers'>, connection: Connection): Person {
  const actor = callers.actorOf(connection);
  const roles = callers.rolesOf(connection);
  return { staffId: actor.kind === 'staff' ? actor.staffId : null, isSupervisor: roles.includes('pengawas') || roles.includes('admin') };
}

export const isMine = (row: Pick<Hidden, 'received_by' | 'assignee_id'>, person: Person): boolean =>
  isTheirs({ receivedBy: row.received_by, assigneeId: row.assignee_id }, person);

export const maySeeWords = (row: Hidden, person: Person): boolean => isMine(row, person) || row.confidential === 0;
export const maySeeIdentity = (row: Hidden, person: Person): boolean =>
  isMine(row, person) || (row.confidential === 0 && row.anonymous === 0);

/** The complainant as this person may see her; `null`: hidden, erased or never given. */
export function complainantFor(
  row: Hidden,
  person: Person,
  vault: Pick<Vault, 'person'>,
): (VaultPerson & { readonly personId: string }) | null {
  if (row.person_id === null || !maySeeIdentity(row, person)) return null;
  const known = vault.person(row.person_id);
  if (known === null) return null;
  return { personId: row.person_id, ...(isMine(row, person) ? known : masked(known)) };
}

const masked = ({ name, nik, phone }: VaultPerson): VaultPerson => ({
  name: maskName(name),
  nik: maskNik(nik),
  phone: maskPhone(phone),
  address: '',
  email: '',
});

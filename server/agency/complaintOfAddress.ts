import { z } from 'zod';
import { id } from '../../shared/domain/values.ts';
import type { Office } from '../offices.ts';
import type { UserContext } from './context.ts';
import { complaintById, type OneComplaint } from './queries/complaints.ts';
import { officesOf } from './queries/offices.ts';
import { maySee } from './roles.ts';

export interface ComplaintAt {
  readonly office: Office;
  readonly found: OneComplaint;
}

const params = z.object({ office: z.string(), complaint: id });

/** The complaint of the address; `null`: there is none, or it is none of the user's business. */
export async function complaintOfAddress(context: UserContext): Promise<ComplaintAt | null> {
  const { services, agency, user, request } = context;
  const address = params.safeParse(request.params);
  if (!address.success) return null;
  const office = (await officesOf(services.db, agency.officeId, user)).find(({ code }) => code === address.data.office);
  if (office === undefined) return null;
  const found = await services.db.inOffice(office.officeId, (tx) => complaintById(tx, office.officeId, address.data.complaint));
  return found === null || !maySee(user, found) ? null : { office, found };
}

import type { CentralOrder } from '../../shared/sync/orders.ts';
import type { Tx } from '../database/database.ts';
import type { Office } from '../offices.ts';
import { NotEnrolledError, placeOrder } from '../orders.ts';
import type { UserContext } from './context.ts';
import { many } from './pages/forms.ts';
import { officesOfAgency } from './queries/offices.ts';

export interface SentToOffices {
  readonly sent: readonly Office[];
  /** They never enrolled, so nothing can be asked of them. */
  readonly skipped: readonly Office[];
}

/** The open offices ticked in a form; none ticked: all of the agency. */
export async function tickedOffices({ services, agency, request }: UserContext): Promise<readonly Office[]> {
  const ticked = new Set(many((request.body as Record<string, unknown> | null)?.['kantor']));
  const open = (await officesOfAgency(services.db, agency.officeId)).filter(({ closedAt }) => closedAt === null);
  return ticked.size === 0 ? open : open.filter(({ officeId }) => ticked.has(officeId));
}

/** Asks the same of several offices, all in one transaction with `also`. */
export async function sendToOffices(
  context: UserContext,
  offices: readonly Office[],
  { order, subjectId }: { readonly order: CentralOrder; readonly subjectId: string },
  also: (tx: Tx, result: SentToOffices) => Promise<void>,
): Promise<SentToOffices> {
  const { services, agency, user } = context;
  const result = await services.db.inOffices([agency.officeId, ...offices.map(({ officeId }) => officeId)], async (tx) => {
    const sent: Office[] = [];
    const skipped: Office[] = [];
    for (const office of offices) {
      try {
        await placeOrder(tx, office.officeId, order, { actor: `agency:${user.userId}`, subjectId, now: services.now() });
        sent.push(office);
      } catch (error) {
        if (!(error instanceof NotEnrolledError)) throw error;
        skipped.push(office);
      }
    }
    await also(tx, { sent, skipped });
    return { sent, skipped };
  });
  for (const { officeId } of result.sent) services.changes.announce(officeId);
  return result;
}

export interface OfficeOutcome {
  readonly officeId: string;
  /** `null`: not decided. */
  readonly outcome: string | null;
}

/** The last order about a subject at each office. @param tx sees the offices. */
export async function outcomesOf(tx: Tx, officeIds: readonly string[], subjectId: string, kind: string): Promise<readonly OfficeOutcome[]> {
  const { rows } = await tx.query<{ office_id: string; outcome: string | null }>(
    `SELECT DISTINCT ON (office_id) office_id, outcome FROM central_order
     WHERE office_id = ANY ($1::uuid[]) AND subject_id = $2 AND kind = $3 ORDER BY office_id, order_id DESC`,
    [officeIds, subjectId, kind],
  );
  return rows.map(({ office_id: officeId, outcome }) => ({ officeId, outcome }));
}

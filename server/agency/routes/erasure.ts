import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { id, line } from '../../../shared/domain/values.ts';
import { NotEnrolledError, placeOrder } from '../../orders.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { one } from '../pages/forms.ts';
import { erasurePage, erasureReasons } from '../pages/erasure.ts';
import { deleteContentsOf, findForErasure } from '../queries/erasure.ts';
import { officesOfAgency } from '../queries/offices.ts';

const admin = { roles: ['admin'] } as const;

export const erasureRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/penghapusan', access: admin, handle: (context) => show(context, null) },
  { method: 'POST', path: '/penghapusan', access: admin, handle: erase },
];

const query = z.object({ kantor: z.string().max(40).catch(''), nomor: z.string().trim().toUpperCase().max(40).catch('') });

async function openOffices({ services, agency }: UserContext) {
  return (await officesOfAgency(services.db, agency.officeId)).filter(({ closedAt }) => closedAt === null);
}

async function show(context: UserContext, problem: string | null): Promise<FastifyReply> {
  const offices = await openOffices(context);
  const asked = query.parse(context.request.query);
  const office = offices.find(({ code }) => code === asked.kantor);
  const found =
    office === undefined || asked.nomor === ''
      ? null
      : await context.services.db.inOffice(office.officeId, (tx) => findForErasure(tx, office.officeId, asked.nomor));
  return erasurePage(context, { offices, asked, office, found, problem });
}

const order = z.object({ kantor: z.string(), pengaduan: id, alasan: z.enum(erasureReasons), surat: line(60, 0) });

/** The order to the office and the deletion here are one transaction: neither is without the other. */
async function erase(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, words } = context;
  const sent = context.request.body as Record<string, unknown> | null;
  const body = order.safeParse({ ...sent, surat: one(sent, 'surat') });
  if (!body.success) return context.badForm();
  const office = (await openOffices(context)).find(({ code }) => code === body.data.kantor);
  if (office === undefined) return context.notFound();
  const { officeId } = office;
  try {
    const isDone = await services.db.inOffices([officeId, agency.officeId], async (tx) => {
      const { rows } = await tx.query<{ person_id: string | null; number: string }>(
        'SELECT person_id, number FROM complaint WHERE office_id = $1 AND complaint_id = $2',
        [officeId, body.data.pengaduan],
      );
      const personId = rows[0]?.person_id ?? null;
      if (personId === null) return false;
      const actor = `agency:${user.userId}`;
      await placeOrder(tx, officeId, { kind: 'person.erase', personId }, { actor, subjectId: personId, now: services.now() });
      await deleteContentsOf(tx, officeId, personId);
      const letter = body.data.surat === '' ? '' : ` (${body.data.surat})`;
      await context.record(tx, { what: 'personErased', officeId, subject: `${rows[0]?.number ?? ''}${letter}`, detail: body.data.alasan });
      return true;
    });
    if (!isDone) return context.notFound();
  } catch (error) {
    if (error instanceof NotEnrolledError) return show(context, words.sending.erasure.notEnrolled);
    throw error;
  }
  services.changes.announce(officeId);
  return context.goTo('/penghapusan?selesai=1');
}

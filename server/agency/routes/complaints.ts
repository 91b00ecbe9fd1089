import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { z } from 'zod';
import { fits } from '../../../shared/domain/complaints/guards.ts';
import { complaintStage, complaintTag } from '../../../shared/domain/complaints/types.ts';
import { id, line } from '../../../shared/domain/values.ts';
import { filesOf } from '../../files/files.ts';
import type { Office } from '../../offices.ts';
import { NotEnrolledError } from '../../orders.ts';
import { sendAct } from '../acts.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { readTexts } from '../openTexts.ts';
import { complaintPage, type Problem } from '../pages/complaint.ts';
import { one } from '../pages/forms.ts';
import { complaintListPage } from '../pages/complaintList.ts';
import { complaintById, listComplaints, type OneComplaint, ordersAbout, sealedTexts } from '../queries/complaints.ts';
import { officesOf, toldOffices } from '../queries/offices.ts';
import { agencyRoles, complaintAct, mayAct, mayRead, maySee } from '../roles.ts';
import { listUsers } from '../users.ts';

export const complaintRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/pengaduan', access: { roles: agencyRoles }, handle: showList },
  {
    method: 'GET',
    path: '/pengaduan/:office/:complaint',
    access: { roles: agencyRoles },
    handle: (context: UserContext) => showOne(context, null),
  },
  { method: 'POST', path: '/pengaduan/:office/:complaint/:act', access: { roles: ['admin', 'pejabat'] }, handle: act },
];

const text = (max: number) => z.string().trim().max(max).catch('');
const listQuery = z.object({
  kantor: text(40),
  unit: text(64),
  tahap: complaintStage.or(z.literal('')).catch(''),
  lewat: z.literal(['1', '']).catch(''),
  nomor: text(40),
  halaman: z.coerce.number().int().min(1).max(1000).catch(1),
});

async function showList(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request } = context;
  const filters = listQuery.parse(request.query);
  const offices = await officesOf(services.db, agency.officeId, user);
  const all = offices.map(({ officeId }) => officeId);
  const officeIds = filters.kantor === '' ? all : offices.filter(({ code }) => code === filters.kantor).map(({ officeId }) => officeId);
  const orNull = <T extends string>(value: T) => (value === '' ? null : (value as Exclude<T, ''>));
  const found = await services.db.inOffices(all, async (tx) => ({
    told: await toldOffices(tx, all),
    ...(await listComplaints(
      tx,
      user,
      {
        officeIds,
        unitId: orNull(filters.unit),
        stage: orNull(filters.tahap),
        overdue: filters.lewat === '1',
        number: orNull(filters.nomor.toUpperCase()),
        page: filters.halaman,
      },
      services.now(),
    )),
  }));
  return complaintListPage(context, { offices, filters, ...found });
}

const params = z.object({ office: z.string(), complaint: id });

/** The complaint of the address; `null`: there is none, or it is none of the user's business. */
export async function ofAddress(context: UserContext): Promise<{ readonly office: Office; readonly found: OneComplaint } | null> {
  const { services, agency, user, request } = context;
  const address = params.safeParse(request.params);
  if (!address.success) return null;
  const office = (await officesOf(services.db, agency.officeId, user)).find(({ code }) => code === address.data.office);
  if (office === undefined) return null;
  const found = await services.db.inOffice(office.officeId, (tx) => complaintById(tx, office.officeId, address.data.complaint));
  return found === null || !maySee(user, found) ? null : { office, found };
}

async function showOne(context: UserContext, problem: Problem | null): Promise<FastifyReply> {
  const { services, agency, user, request } = context;
  const address = await ofAddress(context);
  if (address === null) return context.notFound();
  const { office, found } = address;
  const { complaintId, number } = found.complaint;
  const { officeId } = office;
  const reads = mayRead(user, found);
  const more = await services.db.inOffices([officeId, agency.officeId], async (tx) => {
    const sealed = reads ? await sealedTexts(tx, officeId, complaintId) : [];
    // Committed before the words are given out: nobody reads unrecorded.
    if (sealed.length > 0) await context.record(tx, { what: 'complaintRead', officeId, subject: number });
    return {
      sealed,
      files: reads ? await filesOf(tx, officeId, complaintId, services.now()) : [],
      told: (await toldOffices(tx, [officeId])).get(officeId),
      orders: await ordersAbout(tx, officeId, complaintId),
      users: await listUsers(tx, agency.officeId),
    };
  });
  const texts = reads ? await readTexts(services, agency.officeId, more.sealed) : null;
  const { terkirim } = request.query as { terkirim?: string };
  return complaintPage(context, { office, found, ...more, texts, problem, newTextId: v7(), told: more.told, sent: terkirim ?? null });
}

const actBody = z.object({
  teks: line(4000, 0),
  id,
  unit: z.string().max(64).optional(),
  tag: complaintTag.optional(),
});

async function act(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request, words } = context;
  const w = words.complaints;
  const name = complaintAct.safeParse((request.params as { act: string }).act);
  const sent = request.body as Record<string, unknown> | null;
  const body = actBody.safeParse({ ...sent, teks: one(sent, 'teks') });
  if (!name.success) return context.notFound();
  if (!body.success) return context.badForm();
  const address = await ofAddress(context);
  if (address === null || !mayAct(user, name.data, address.found)) return context.notFound();
  const { office, found } = address;
  const { teks, id: textId, unit, tag } = body.data;
  const problem = (message: string): Promise<FastifyReply> => showOne(context, { act: name.data, message, text: teks });
  if (!fits(name.data, found.complaint)) return problem(w.noLongerFits);
  if (teks === '') return problem(w.textMissing);
  const unitId = id.safeParse(unit);
  if (name.data === 'assign' && !unitId.success) return problem(w.unitMissing);
  const agencyKey = await services.secrets.agencyKey(agency.officeId);
  try {
    const isNew = await services.db.inOffices([office.officeId, agency.officeId], async (tx) => {
      const isPlaced = await sendAct(
        tx,
        {
          act: name.data,
          complaintId: found.complaint.complaintId,
          textId,
          text: teks,
          ...(unitId.success ? { unitId: unitId.data } : {}),
          ...(tag === undefined ? {} : { tag }),
        },
        { officeId: office.officeId, userId: user.userId, agencyKey, now: services.now() },
      );
      if (isPlaced)
        await context.record(tx, { what: 'complaintActed', officeId: office.officeId, subject: found.complaint.number, detail: name.data });
      return isPlaced;
    });
    services.changes.announce(office.officeId);
    return context.goTo(`${addressOf(office, found)}?terkirim=${isNew ? 'baru' : 'sudah'}`);
  } catch (error) {
    if (error instanceof NotEnrolledError) return problem(w.notEnrolled);
    throw error;
  }
}

const addressOf = ({ code }: Office, { complaint }: OneComplaint) => `/pengaduan/${code}/${complaint.complaintId}`;

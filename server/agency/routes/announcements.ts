import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import { bilingual, date, officeZone } from '../../../shared/domain/values.ts';
import { z } from 'zod';
import type { AgencyRoute, UserContext } from '../context.ts';
import { announcementsPage, type TypedAnnouncement } from '../pages/announcements.ts';
import { one } from '../pages/forms.ts';
import { sentQuery } from '../pages/sending.ts';
import { listAnnouncements } from '../queries/announcements.ts';
import { officesOfAgency } from '../queries/offices.ts';
import { sendToOffices, tickedOffices } from '../sendToOffices.ts';

const admin = { roles: ['admin'] } as const;

export const announcementRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/pengumuman', access: admin, handle: (context) => showAnnouncements(context, null) },
  { method: 'POST', path: '/pengumuman', access: admin, handle: announce },
];

const announcement = z.strictObject({ title: bilingual(120), body: bilingual(2000), until: date });

async function showAnnouncements(context: UserContext, typed: TypedAnnouncement | null): Promise<FastifyReply> {
  const { services, agency } = context;
  const offices = (await officesOfAgency(services.db, agency.officeId)).filter(({ closedAt }) => closedAt === null);
  const ids = offices.map(({ officeId }) => officeId);
  const announcements = await services.db.inOffices([agency.officeId, ...ids], (tx) => listAnnouncements(tx, agency.officeId, ids));
  return announcementsPage(context, { offices, announcements, typed });
}

async function announce(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request } = context;
  const { body } = request;
  const typed = {
    title: { id: one(body, 'judul-id'), en: one(body, 'judul-en') },
    body: { id: one(body, 'isi-id'), en: one(body, 'isi-en') },
    until: one(body, 'sampai'),
  };
  const read = announcement.safeParse(typed);
  const today = officeDate(services.now(), officeZone.catch('Asia/Jakarta').parse(agency.zone));
  if (!read.success || read.data.until < today) return showAnnouncements(context, typed);
  const announcementId = v7();
  const { title, until } = read.data;
  const order = { kind: 'announce' as const, announcementId, title, body: read.data.body, until };
  const { sent, skipped } = await sendToOffices(
    context,
    await tickedOffices(context),
    { order, subjectId: announcementId },
    async (tx, result) => {
      await tx.query(
        `INSERT INTO agency_announcement (office_id, announcement_id, title, body, until, sent_to, sent_by, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          agency.officeId,
          announcementId,
          JSON.stringify(title),
          JSON.stringify(read.data.body),
          until,
          result.sent.map(({ officeId }) => officeId),
          user.userId,
          new Date(services.now()),
        ],
      );
      await context.record(tx, { what: 'announced', subject: announcementId });
    },
  );
  return context.goTo(`/pengumuman?${sentQuery(sent, skipped)}`);
}

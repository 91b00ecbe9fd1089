import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { draftHolidays } from '../../../electron/host/queries/holidayDraft.ts';
import { holidays2026 } from '../../../shared/domain/office/holidays2026.ts';
import { type Holiday, holiday } from '../../../shared/domain/office/types.ts';
import { uuidFrom } from '../../keys.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { column, one } from '../pages/forms.ts';
import { holidaysPage, type TypedHoliday } from '../pages/holidays.ts';
import { sentQuery } from '../pages/sending.ts';
import { officesOfAgency, toldOffices } from '../queries/offices.ts';
import { outcomesOf, sendToOffices, tickedOffices } from '../sendToOffices.ts';

const admin = { roles: ['admin'] } as const;

export const holidayRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/hari-libur', access: admin, handle: showHolidays },
  { method: 'POST', path: '/hari-libur', access: admin, handle: sendHolidays },
];

const year = z.coerce.number().int().min(2020).max(2100);

/** One subject for each year, so that the outcome of its last sending is found again. */
const subjectOf = ({ services, agency }: UserContext, of: number) =>
  uuidFrom(services.keys.mac('agency-holidays', `${agency.officeId}:${of}`));

async function showHolidays(context: UserContext): Promise<FastifyReply> {
  const { tahun } = context.request.query as { tahun?: string };
  const asked = year.catch(new Date(context.services.now()).getUTCFullYear()).parse(tahun);
  return show(context, asked, null);
}

/** The year as the offices have it, else as it was decreed or drafted. */
async function show(context: UserContext, of: number, typed: readonly TypedHoliday[] | null): Promise<FastifyReply> {
  const { services, agency } = context;
  const offices = (await officesOfAgency(services.db, agency.officeId)).filter(({ closedAt }) => closedAt === null);
  const ids = offices.map(({ officeId }) => officeId);
  const { told, outcomes } = await services.db.inOffices(ids, async (tx) => ({
    told: await toldOffices(tx, ids),
    outcomes: await outcomesOf(tx, ids, subjectOf(context, of), 'office.saveHolidays'),
  }));
  const confirmed = [...told.values()].flatMap(({ holidays }) => holidays).find((years) => years.year === of && years.confirmed);
  const official = of === 2026 ? holidays2026 : null;
  const days: readonly Holiday[] = confirmed?.days ?? official ?? (await draftHolidays(of));
  const isDraft = confirmed === undefined && official === null;
  return holidaysPage(context, { year: of, days: typed ?? days, isDraft, isWrong: typed !== null, offices, outcomes });
}

async function sendHolidays(context: UserContext): Promise<FastifyReply> {
  const { body } = context.request;
  const of = year.safeParse(one(body, 'tahun'));
  if (!of.success) return context.badForm();
  const typed = typedRows(body);
  const days = z
    .array(holiday.refine(({ date }) => date.startsWith(`${of.data}-`)))
    .max(60)
    .min(1)
    .safeParse(typed);
  if (!days.success) return show(context, of.data, typed);
  const order = { kind: 'office.saveHolidays' as const, year: of.data, days: days.data };
  const { sent, skipped } = await sendToOffices(
    context,
    await tickedOffices(context),
    { order, subjectId: subjectOf(context, of.data) },
    (tx) => context.record(tx, { what: 'holidaysPublished', subject: String(of.data) }),
  );
  return context.goTo(`/hari-libur?tahun=${of.data}&${sentQuery(sent, skipped)}`);
}

/** Rows that are not empty, as they were typed. */
function typedRows(body: unknown): readonly TypedHoliday[] {
  const [dates, names, kinds] = [column(body, 'tanggal'), column(body, 'nama'), column(body, 'jenis')];
  return dates.flatMap((date, index) => {
    const name = names[index]?.trim() ?? '';
    return date === '' && name === '' ? [] : [{ date, name, kind: kinds[index] ?? 'national' }];
  });
}

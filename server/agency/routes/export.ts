/** Complaints as a file: GET shows the form, POST answers with the file. */
import type { FastifyReply } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { date } from '../../../shared/domain/values.ts';
import { exportComplaints, type ExportFilter, listExports } from '../../export/exportComplaints.ts';
import { exportFormats, fileTypes } from '../../export/files.ts';
import { exportBody, type ExportPage } from '../../export/page.ts';
import { exportWords } from '../../export/words.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { one } from '../pages/forms.ts';
import { officesOf } from '../queries/offices.ts';
import { listUsers } from '../users.ts';

/**
 * Administrators alone: the file holds the words of every unit's complaints at once, and an officer answers those of his own units,
 * one by one, each look of his recorded (decision 25).
 */
const admin = { roles: ['admin'] } as const;

export const exportRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/ekspor', access: admin, handle: showExport },
  { method: 'POST', path: '/ekspor', access: admin, handle: sendFile },
];

/** Not strict: the form has the session's field, too. */
const typed = z.object({
  from: date,
  to: date,
  office: z.string().max(40).default(''),
  format: z.enum(exportFormats),
});

function showExport(context: UserContext): Promise<FastifyReply> {
  const { agency, services } = context;
  const today = Temporal.Instant.fromEpochMilliseconds(services.now()).toZonedDateTimeISO(agency.zone).toPlainDate();
  const from = today.with({ day: 1 });
  return show(context, 200, null, { from: from.toString(), to: today.toString(), office: '', format: 'csvSemicolon', reason: '' });
}

async function show(context: UserContext, status: number, problem: string | null, fields: ExportPage['typed']): Promise<FastifyReply> {
  const { services, agency, user, language, formToken, link } = context;
  const users = await context.inAgency((tx) => listUsers(tx, agency.officeId));
  return context.show({
    title: exportWords[language].title,
    status,
    at: '/ekspor',
    body: exportBody({
      language,
      zone: agency.zone,
      offices: await officesOf(services.db, agency.officeId, user),
      past: await listExports(services, agency.officeId),
      names: new Map(users.map(({ userId, fullName }) => [userId, fullName])),
      problem,
      typed: fields,
      hidden: formToken,
      action: link('/ekspor'),
    }),
  });
}

async function sendFile(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, language, request, reply } = context;
  const words = exportWords[language];
  const sent = asTyped(request.body);
  const body = typed.safeParse(request.body);
  if (!body.success || body.data.to < body.data.from) return show(context, 400, words.badForm, sent);
  const filter = await filterOf(context, body.data);
  if (filter === null) return show(context, 400, words.badForm, sent);
  const { format, from, to } = body.data;
  const purpose = { reason: sent.reason, by: user.userId, format };
  const made = await exportComplaints(services, agency.officeId, filter, purpose, (tx, complaints) =>
    context.record(tx, { what: 'complaintsExported', subject: `${from} – ${to}`, detail: String(complaints) }),
  );
  if (!made.ok) return show(context, 422, words.refused(made.error), sent);
  const { type, extension } = fileTypes[format];
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="pengaduan-${agency.code}-${from}-${to}.${extension}"`)
    .header('cache-control', 'no-store')
    .send(made.value.file);
}

/** `null`: an office that she does not see. */
async function filterOf(
  { services, agency, user }: UserContext,
  { from, to, office }: z.infer<typeof typed>,
): Promise<ExportFilter | null> {
  const offices = await officesOf(services.db, agency.officeId, user);
  const chosen = office === '' ? offices : offices.filter(({ code }) => code === office);
  if (office !== '' && chosen.length === 0) return null;
  const start = (day: string, later: number) =>
    Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(agency.zone).epochMilliseconds;
  return { from: start(from, 0), to: start(to, 1), officeIds: chosen.map(({ officeId }) => officeId), stages: null };
}

/** What was typed, to be shown again. */
function asTyped(body: unknown): ExportPage['typed'] {
  const text = (name: string) => one(body, name).slice(0, 500);
  return { from: text('from'), to: text('to'), office: text('office'), format: text('format'), reason: text('reason') };
}

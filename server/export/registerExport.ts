/**
 * The page from which an agency takes complaints out as a file: GET shows the form, POST answers with the file.
 *   /instansi/<code>/ekspor
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { date } from '../../shared/domain/values.ts';
import type { Markup } from '../../shared/papers/html/escape.ts';
import { listOffices, type Office, officeByCode } from '../offices.ts';
import { page, sendPage } from '../pages/frame.ts';
import { languageOf } from '../pages/language.ts';
import type { ServerServices } from '../services.ts';
import { exportComplaints, type ExportFilter, listExports } from './exportComplaints.ts';
import { exportFormats, fileTypes } from './files.ts';
import { exportBody, type ExportPage } from './page.ts';
import { exportWords } from './words.ts';

/** Who may export, as the login knows her. */
export interface ExportUser {
  /** Stands in the record of the export. */
  readonly userId: string;
  /** `null`: all offices of the agency. */
  readonly seesOffices: readonly string[] | null;
  /** Hidden fields that the form carries for the login. */
  readonly hidden?: Markup;
  readonly navigation?: Markup;
  readonly stylesheets?: readonly string[];
  /** Of the agency's users, by their ids: who exported before. */
  readonly names?: ReadonlyMap<string, string>;
}

/**
 * Who sends a request, if she may export from this agency; `null`: nobody who may. For a POST it also makes sure that the request
 * comes from a page of this server.
 */
export type AuthorizeExport = (request: FastifyRequest, agency: Office) => Promise<ExportUser | null>;

const params = z.object({ code: z.string().max(40) });
/** Not strict: the login has a field of its own. */
const typed = z.object({
  from: date,
  to: date,
  office: z.string().max(40).default(''),
  format: z.enum(exportFormats),
  reason: z.string().max(500).default(''),
});

export function registerExport(app: FastifyInstance, services: ServerServices, authorize: AuthorizeExport): void {
  const url = (code: string) => `/instansi/${code}/ekspor`;

  const show = async (visit: Visit, status: number, problem: string | null, fields: ExportPage['typed']) => {
    const { reply, request, agency, user } = visit;
    const language = languageOf(request, reply);
    const body = exportBody({
      language,
      zone: agency.zone,
      offices: await officesOf(services, visit),
      past: await listExports(services, agency.officeId),
      names: user.names,
      problem,
      typed: fields,
      hidden: user.hidden ?? null,
      action: url(agency.code),
    });
    const otherLanguageUrl = `${url(agency.code)}?lang=${language === 'id' ? 'en' : 'id'}`;
    const { navigation, stylesheets } = user;
    const more = { ...(navigation === undefined ? {} : { navigation }), ...(stylesheets === undefined ? {} : { stylesheets }) };
    return sendPage(
      reply,
      status,
      page({ language, title: exportWords[language].title, owner: agency.name, otherLanguageUrl, body, ...more }),
    );
  };

  /** Runs for whoever may export; sends all others to the login. */
  const guarded = (handle: (visit: Visit) => Promise<FastifyReply>) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { code } = request.params as z.infer<typeof params>;
    const agency = await officeByCode(services.db, code);
    if (agency === null || agency.officeId !== agency.agencyId) return reply.code(404).send({ error: 'notFound' });
    // Not "no-referrer": a browser then hides the origin of the form.
    reply.header('referrer-policy', 'same-origin');
    const user = await authorize(request, agency);
    if (user === null) return reply.header('cache-control', 'no-store').redirect(`/instansi/${agency.code}/masuk`, 303);
    return handle({ request, reply, agency, user });
  };

  app.get(
    '/instansi/:code/ekspor',
    { schema: { hide: true, params } },
    guarded((visit) => {
      const today = Temporal.Instant.fromEpochMilliseconds(services.now()).toZonedDateTimeISO(visit.agency.zone).toPlainDate();
      const from = today.with({ day: 1 });
      return show(visit, 200, null, { from: from.toString(), to: today.toString(), office: '', format: 'csvSemicolon', reason: '' });
    }),
  );

  app.post(
    '/instansi/:code/ekspor',
    { schema: { hide: true, params } },
    guarded(async (visit) => {
      const { request, reply, agency, user } = visit;
      const words = exportWords[languageOf(request, reply)];
      const body = typed.safeParse(request.body);
      const sent = asTyped(request.body);
      if (!body.success || body.data.to < body.data.from) return show(visit, 400, words.badForm, sent);
      const filter = await filterOf(services, visit, body.data);
      if (filter === null) return show(visit, 400, words.badForm, sent);
      const { format, reason } = body.data;
      const made = await exportComplaints(services, agency.officeId, filter, { reason, by: user.userId, format });
      if (!made.ok) return show(visit, 422, words.refused(made.error), sent);
      const { type, extension } = fileTypes[format];
      const name = `pengaduan-${agency.code}-${body.data.from}-${body.data.to}.${extension}`;
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(made.value.file);
    }),
  );
}

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly agency: Office;
  readonly user: ExportUser;
}

async function officesOf({ db }: Pick<ServerServices, 'db'>, { agency, user }: Visit): Promise<readonly Office[]> {
  const offices = await listOffices(db, agency.officeId);
  return offices.filter(({ officeId }) => user.seesOffices?.includes(officeId) ?? true);
}

/** `null`: an office that she does not see. */
async function filterOf(services: ServerServices, visit: Visit, { from, to, office }: z.infer<typeof typed>): Promise<ExportFilter | null> {
  const offices = await officesOf(services, visit);
  const chosen = office === '' ? offices : offices.filter(({ code }) => code === office);
  if (office !== '' && chosen.length === 0) return null;
  const start = (day: string, later: number) =>
    Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(visit.agency.zone).epochMilliseconds;
  return { from: start(from, 0), to: start(to, 1), officeIds: chosen.map(({ officeId }) => officeId), stages: null };
}

/** What was typed, to be shown again. */
function asTyped(body: unknown): ExportPage['typed'] {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name].slice(0, 500) : '');
  return { from: text('from'), to: text('to'), office: text('office'), format: text('format'), reason: text('reason') };
}

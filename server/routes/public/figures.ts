import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendPage } from '../../pages/frame.ts';
import { figuresPage } from '../../pages/public/figures.ts';
import type { Office } from '../../offices.ts';
import { monthFigures } from '../../public/figures/figures.ts';
import { publishedMonths } from '../../public/figures/months.ts';
import { readFigures, zoneFor } from '../../public/figures/read.ts';
import { atOffice, codeParams, lang, pageOffice } from './office.ts';
import { contextOf, notFound, type PublicSite } from './site.ts';

const query = z.object({ bulan: z.string().max(10).optional(), lang });

const publishedFigures = z.strictObject({
  office: z.strictObject({ code: z.string(), name: z.string() }),
  /** `2026-03` */
  month: z.string(),
  computedAt: z.iso.datetime(),
  /** `null` anywhere: no data, or too few people to be published. */
  figures: monthFigures,
});

/** Published figures: a page, and the same as JSON and CSV. */
export function registerFigures(app: FastifyInstance, site: PublicSite): void {
  const { services, directory } = site;

  /** The month that is asked for, else the last complete one; `null`: it is not published. */
  const readMonth = async (office: Office, request: FastifyRequest) => {
    const told = await services.db.inOffice(office.officeId, (tx) => directory.told.read(tx, office.officeId));
    const zone = zoneFor(told, office);
    const months = publishedMonths(services.now(), zone);
    const month = (request.query as z.infer<typeof query>).bulan ?? months[0] ?? '';
    if (!months.includes(month)) return null;
    return { told, zone, months, month, published: await readFigures(services, directory, office, month) };
  };

  const schema = { hide: true, params: codeParams, querystring: query };
  app.get(
    '/k/:code/angka',
    { schema },
    atOffice(site, async (office, request, reply) => {
      const read = await readMonth(office, request);
      if (read === null) return notFound(request, reply);
      const { told, ...month } = read;
      return sendPage(reply, 200, figuresPage({ ...contextOf(request, reply), office: pageOffice(office, told), ...month }));
    }),
  );

  const data = async (office: Office, request: FastifyRequest) => {
    const read = await readMonth(office, request);
    if (read === null) return null;
    const { code, name } = pageOffice(office, read.told);
    return {
      office: { code, name },
      month: read.month,
      computedAt: new Date(read.published.computedAt).toISOString(),
      figures: read.published.figures,
    };
  };
  app.get(
    '/k/:code/angka.json',
    {
      schema: {
        summary: 'Published figures of an office for a complete month',
        params: codeParams,
        querystring: query,
        response: { 200: publishedFigures },
      },
    },
    atOffice(site, async (office, request, reply) => {
      const answer = await data(office, request);
      return answer === null ? notFound(request, reply) : open(reply).send(answer);
    }),
  );
  app.get(
    '/k/:code/angka.csv',
    { schema },
    atOffice(site, async (office, request, reply) => {
      const answer = await data(office, request);
      if (answer === null) return notFound(request, reply);
      const columns = flat({ office: answer.office.code, month: answer.month, ...answer.figures });
      // What begins like a formula is none in a spreadsheet.
      const csv = stringify([columns.map(([name]) => name), columns.map(([, value]) => value)], { escape_formulas: true });
      return open(reply)
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${answer.office.code}-${answer.month}.csv"`)
        .send(csv);
    }),
  );
}

/** For programs of others too; they may keep it for a while. */
const open = (reply: FastifyReply): FastifyReply =>
  reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=300');

/** `ratings.nrr.time` and what it is. */
function flat(value: object, prefix = ''): readonly (readonly [name: string, value: string | number | null])[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? flat(inner, `${prefix}${key}.`)
      : [[`${prefix}${key}`, inner as string | number | null] as const],
  );
}

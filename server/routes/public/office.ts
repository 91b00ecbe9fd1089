import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendPage } from '../../pages/frame.ts';
import { homePage, officesShown } from '../../pages/public/home.ts';
import type { PageOffice } from '../../pages/public/layout.ts';
import { agencyPage, frontPage } from '../../pages/public/office.ts';
import { queuePage, refreshSeconds } from '../../pages/public/queue.ts';
import { standardsPage } from '../../pages/public/standards.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import type { Office } from '../../offices.ts';
import { findOffices } from '../../public/directory.ts';
import { readQueueStatus } from '../../public/queueStatus.ts';
import { contextOf, notFound, type PublicSite } from './site.ts';

export const codeParams = z.object({ code: z.string().max(200) });
/** Which page of a long list. */
export const list = z.coerce.number().int().min(1).max(1000).default(1);
export const lang = z.string().max(10).optional();

/** Runs for the office of the address; answers that there is none otherwise. Agencies have no such pages. */
export const atOffice =
  ({ directory }: PublicSite, handle: (office: Office, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { code } = request.params as z.infer<typeof codeParams>;
    const office = await directory.office(code);
    if (office === null || office.officeId === office.agencyId) return notFound(request, reply);
    return handle(office, request, reply);
  };

/** The name that the office gives itself, else the one that it was created with. */
export const pageOffice = ({ code, name }: Office, told: OfficeTold | null): PageOffice => ({
  code,
  name: told?.profile.name ?? name,
  contact: told?.contact ?? '',
});

/** How many offices an agency's page lists at most. */
const officesOfAgency = 100;

export function registerOfficePages(app: FastifyInstance, site: PublicSite): void {
  const { services, directory } = site;
  const { db, now } = services;
  const readTold = ({ officeId }: Office) => db.inOffice(officeId, (tx) => directory.told.read(tx, officeId));

  app.get('/', { schema: { hide: true, querystring: z.object({ q: z.string().max(200).default(''), lang }) } }, async (request, reply) => {
    const { q } = request.query as { q: string };
    const typed = q.trim();
    return sendPage(reply, 200, homePage(contextOf(request, reply), typed, await findOffices(db, typed, officesShown)));
  });

  app.get('/k/:code', { schema: { hide: true, params: codeParams, querystring: z.object({ lang }) } }, async (request, reply) => {
    const { code } = request.params as z.infer<typeof codeParams>;
    const office = await directory.office(code);
    if (office === null) return notFound(request, reply);
    const context = contextOf(request, reply);
    if (office.officeId === office.agencyId)
      return sendPage(
        reply,
        200,
        agencyPage({ ...context, name: office.name }, await findOffices(db, '', officesOfAgency, office.agencyId)),
      );
    const told = await readTold(office);
    const page = frontPage({ ...context, office: pageOffice(office, told), told, isClosedForGood: office.closedAt !== null, now: now() });
    return sendPage(reply, 200, page);
  });

  const queueQuery = z.object({ diam: z.string().max(10).optional(), hal: list, lang });
  app.get(
    '/k/:code/antrean',
    { schema: { hide: true, params: codeParams, querystring: queueQuery } },
    atOffice(site, async (office, request, reply) => {
      const { diam, hal } = request.query as z.infer<typeof queueQuery>;
      const status = await readQueueStatus(services, directory, office.officeId);
      const refreshes = diam === undefined && status.isOpen;
      // As a header: an element in the page that does the same is one that nobody could stop (axe: meta-refresh).
      if (refreshes) void reply.header('refresh', String(refreshSeconds));
      return sendPage(
        reply,
        200,
        queuePage({ ...contextOf(request, reply), office: pageOffice(office, status.told), status, list: hal, refreshes }),
      );
    }),
  );

  const standardsQuery = z.object({ hal: list, lang });
  app.get(
    '/k/:code/maklumat',
    { schema: { hide: true, params: codeParams, querystring: standardsQuery } },
    atOffice(site, async (office, request, reply) => {
      const { hal } = request.query as z.infer<typeof standardsQuery>;
      const told = await readTold(office);
      return sendPage(reply, 200, standardsPage({ ...contextOf(request, reply), office: pageOffice(office, told), told, list: hal }));
    }),
  );
}

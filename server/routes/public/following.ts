/** Status by number and PIN: the form, the check, the page. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendPage } from '../../pages/frame.ts';
import { isCrossSite } from '../../pages/origin.ts';
import type { FailedForm } from '../../pages/public/actionForms.ts';
import { complaintPage } from '../../pages/public/complaint.ts';
import { documentPage } from '../../pages/public/document.ts';
import { officeUrl, type PageContext, wordPage } from '../../pages/public/layout.ts';
import { type FormNotice, statusFormPage } from '../../pages/public/statusForm.ts';
import type { Office } from '../../offices.ts';
import { checkPin, type Subject } from '../../public/checkPin.ts';
import { readComplaintStatus } from '../../public/complaintStatus.ts';
import { readDocumentStatus } from '../../public/documentStatus.ts';
import { followed, startFollowing, stopFollowing } from '../../public/follow.ts';
import { numberTyped } from '../../public/numberTyped.ts';
import { atOffice, codeParams, lang, list, pageOffice } from './office.ts';
import { contextOf, notFound, type PublicSite } from './site.ts';

const typedLine = z.string().max(200).default('');
const tried = z.object({ number: typedLine, pin: typedLine });

/** Refuses a form that another site sent. */
export const crossSite = (site: PublicSite) => async (request: FastifyRequest, reply: FastifyReply) =>
  isCrossSite(site.services, request) ? sendPage(reply, 403, wordPage(contextOf(request, reply, '/'), 'badRequest')) : undefined;

export function registerFollowing(app: FastifyInstance, site: PublicSite): void {
  const { services, directory } = site;
  const preHandler = crossSite(site);

  const check = async (office: Office, request: FastifyRequest, reply: FastifyReply) => {
    const typed = request.body as z.infer<typeof tried>;
    const subject = await checkPin(services, office.officeId, typed);
    if (subject === null) return sendForm(site, office, request, reply, 403, typed.number, { kind: 'refused' });
    startFollowing(services, reply, office, subject);
    return reply.redirect(officeUrl(office.code, 'status'), 303);
  };

  app.post(
    '/status',
    { schema: { hide: true, body: z.object({ ...tried.shape, office: typedLine }) }, preHandler },
    async (request, reply) => {
      const office = await directory.office((request.body as { office: string }).office);
      return office === null || office.officeId === office.agencyId ? notFound(request, reply) : check(office, request, reply);
    },
  );

  const query = z.object({ n: typedLine, tutup: z.string().max(10).optional(), hal: list, lang });
  app.get(
    '/k/:code/status',
    { schema: { hide: true, params: codeParams, querystring: query } },
    atOffice(site, async (office, request, reply) => {
      const { n, tutup, hal } = request.query as z.infer<typeof query>;
      const subject = followed(services, request, office);
      const shown = subject === null ? null : await readSubject(site, office, subject);
      // Another receipt was scanned: its PIN is asked for.
      if (shown !== null && (n === '' || numberTyped(n) === shown.number))
        return sendPage(reply, 200, shown.page({ ...contextOf(request, reply), now: services.now(), list: hal, failed: null }));
      return sendForm(site, office, request, reply, 200, n, tutup === undefined ? null : { kind: 'closed' });
    }),
  );
  app.post('/k/:code/status', { schema: { hide: true, params: codeParams, body: tried }, preHandler }, atOffice(site, check));

  app.post(
    '/k/:code/status/tutup',
    { schema: { hide: true, params: codeParams }, preHandler },
    atOffice(site, async (office, _request, reply) => {
      stopFollowing(reply, office);
      return reply.redirect(`${officeUrl(office.code, 'status')}?tutup=1`, 303);
    }),
  );
}

/** The form, with the office's own name above it. */
export async function sendForm(
  { services: { db }, directory }: PublicSite,
  office: Office,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  number: string,
  notice: FormNotice | null,
): Promise<FastifyReply> {
  const told = await db.inOffice(office.officeId, (tx) => directory.told.read(tx, office.officeId));
  const context = contextOf(request, reply, officeUrl(office.code, 'status'));
  return sendPage(reply, status, statusFormPage({ ...context, office: pageOffice(office, told) }, number, notice));
}

interface Shown extends PageContext {
  readonly now: number;
  readonly list: number;
  readonly failed: FailedForm | null;
}

/** What is followed, ready to be shown; `null`: it is not here any more. */
export async function readSubject({ services, directory }: PublicSite, office: Office, { kind, subjectId }: Subject) {
  if (kind === 'document') {
    const status = await readDocumentStatus(services, directory, office, subjectId);
    if (status === null) return null;
    const page = (given: Shown) => documentPage({ ...given, office: pageOffice(office, status.told), status });
    return { kind, status, number: status.number, page } as const;
  }
  const status = await readComplaintStatus(services, directory, office, subjectId);
  if (status === null) return null;
  const page = (given: Shown) => complaintPage({ ...given, office: pageOffice(office, status.told), status });
  return { kind, status, number: status.complaint.number, page } as const;
}

/** What somebody sends to the office from a status page: each form becomes an order, which the office decides. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { z } from 'zod';
import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { skmElements } from '../../../shared/domain/satisfaction/skm.ts';
import type { CentralOrder } from '../../../shared/sync/orders.ts';
import type { Office } from '../../offices.ts';
import { sendPage } from '../../pages/frame.ts';
import { type FormProblem, maxWritten } from '../../pages/public/actionForms.ts';
import { officeUrl } from '../../pages/public/layout.ts';
import { maxRemark, ratePage, type Rating } from '../../pages/public/rate.ts';
import type { Subject } from '../../public/checkPin.ts';
import { mayRateDocument } from '../../public/documentStatus.ts';
import { followed } from '../../public/follow.ts';
import { type Sent, sendOrder } from '../../public/sendOrder.ts';
import { possibleActions, type PublicAction } from '../../public/whatNext.ts';
import { written } from '../../public/written.ts';
import { crossSite, readSubject, sendForm } from './following.ts';
import { atOffice, codeParams, lang, pageOffice } from './office.ts';
import { contextOf, type PublicSite } from './site.ts';

type Followed = NonNullable<Awaited<ReturnType<typeof readSubject>>>;

/** Longer than any form lets somebody write, so that what is too long can be shown to her again. */
const text = z.string().max(20_000).default('').transform(written);
const writtenForm = z.object({ text, satisfied: z.enum(['yes', 'no']).optional() });
const answer = (most: number) => z.union([z.literal(''), z.coerce.number().int().min(1).max(most)]).optional();
const skmNames = skmElements.map((_, at) => `u${at + 1}`);
const ratingForm = z.object({ text, score: answer(5), ...Object.fromEntries(skmNames.map((name) => [name, answer(4)])) });

export function registerSending(app: FastifyInstance, site: PublicSite): void {
  const preHandler = crossSite(site);

  for (const action of ['reply', 'completion', 'reopen'] as const)
    app.post(
      `/k/:code/status/${action}`,
      { schema: { hide: true, params: codeParams, body: writtenForm }, preHandler },
      atOffice(site, async (office, request, reply) => {
        const form = request.body as z.infer<typeof writtenForm>;
        const { subject, shown } = await follow(site, office, request);
        if (subject === null || shown === null)
          return sendForm(site, office, request, reply, 401, '', { kind: 'ended', written: form.text });
        const satisfied = form.satisfied === undefined ? null : form.satisfied === 'yes';
        const problem =
          problemOf(action, shown, form.text, satisfied, site) ??
          (await send(site, office, subject, writtenOrder(action, subject, form.text, satisfied)));
        if (problem === null) return reply.redirect(officeUrl(office.code, 'status'), 303);
        const failed = { action, problem, written: form.text, satisfied };
        const context = contextOf(request, reply, officeUrl(office.code, 'status'));
        return sendPage(reply, 422, shown.page({ ...context, now: site.services.now(), list: 1, failed }));
      }),
    );

  app.get(
    '/k/:code/status/nilai',
    { schema: { hide: true, params: codeParams, querystring: z.object({ lang }) } },
    atOffice(site, async (office, request, reply) => {
      const { shown } = await follow(site, office, request);
      if (shown === null || !mayRate(shown, site)) return reply.redirect(officeUrl(office.code, 'status'), 303);
      return sendPage(reply, 200, ratePage({ ...contextOf(request, reply), office: pageOffice(office, shown.status.told) }, null, null));
    }),
  );
  app.post(
    '/k/:code/status/rate',
    { schema: { hide: true, params: codeParams, body: ratingForm }, preHandler },
    atOffice(site, async (office, request, reply) => {
      const form = request.body as Record<string, string | number | undefined>;
      const remark = String(form['text'] ?? '');
      const { subject, shown } = await follow(site, office, request);
      if (subject === null || shown === null) return sendForm(site, office, request, reply, 401, '', { kind: 'ended', written: remark });
      const number = (name: string) => (typeof form[name] === 'number' ? form[name] : null);
      const rating: Rating = { score: number('score'), skm: skmNames.map(number), remark };
      const problem = mayRate(shown, site) ? await rate(site, office, subject, rating) : 'notNow';
      if (problem === null || problem === 'notNow') return reply.redirect(officeUrl(office.code, 'status'), 303);
      const context = contextOf(request, reply, `${officeUrl(office.code, 'status')}/nilai`);
      return sendPage(reply, 422, ratePage({ ...context, office: pageOffice(office, shown.status.told) }, rating, problem));
    }),
  );
}

/** What the browser follows here, and how it stands. */
async function follow(
  site: PublicSite,
  office: Office,
  request: FastifyRequest,
): Promise<{ subject: Subject | null; shown: Followed | null }> {
  const subject = followed(site.services, request, office);
  return { subject, shown: subject === null ? null : await readSubject(site, office, subject) };
}

/** Why a form cannot be sent; `null`: it can. */
function problemOf(action: PublicAction, shown: Followed, text_: string, satisfied: boolean | null, site: PublicSite): FormProblem | null {
  if (shown.kind !== 'complaint') return 'notNow';
  const { status } = shown;
  if (!possibleActions(status, site.services.now(), zoneOf(status.told ?? { profile: null })).includes(action))
    // Sent twice: the first one is told of on the page.
    return 'notNow';
  if (text_ === '') return 'empty';
  if (text_.length > maxWritten) return 'tooLong';
  return action === 'reply' && status.complaint.waiting === null && satisfied === null ? 'choose' : null;
}

function writtenOrder(
  action: Exclude<PublicAction, 'rate'>,
  { subjectId }: Subject,
  said: string,
  satisfied: boolean | null,
): CentralOrder {
  const content = { complaintId: subjectId, textId: v7(), text: said };
  switch (action) {
    case 'reply':
      // To a question there is nothing to be content with.
      return { kind: 'complaint.recordReply', ...content, satisfied: satisfied ?? false };
    case 'completion':
      return { kind: 'complaint.recordCompletion', ...content };
    case 'reopen':
      return { kind: 'complaint.reopen', ...content };
  }
}

function mayRate(shown: Followed, { services: { now } }: PublicSite): boolean {
  if (shown.kind === 'document') return mayRateDocument(shown.status);
  return possibleActions(shown.status, now(), zoneOf(shown.status.told ?? { profile: null })).includes('rate');
}

async function rate(site: PublicSite, office: Office, subject: Subject, { score, skm, remark }: Rating): Promise<FormProblem | null> {
  if (score === null) return 'choose';
  if (remark.length > maxRemark) return 'tooLong';
  const answers = skm.every((one) => one === null) ? null : [...skm];
  const { kind, subjectId } = subject;
  return send(site, office, subject, { kind: 'service.rate', subject: kind, subjectId, score, skm: answers, textId: v7(), text: remark });
}

const problemOfSent: Readonly<Record<Sent, FormProblem | null>> = {
  sent: null,
  twice: null,
  tooMany: 'tooMany',
  unreachable: 'unreachable',
};

const send = async ({ services }: PublicSite, { officeId }: Office, subject: Subject, order: CentralOrder): Promise<FormProblem | null> =>
  problemOfSent[await sendOrder(services, officeId, subject, order)];

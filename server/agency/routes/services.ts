import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { service as serviceShape } from '../../../shared/domain/office/types.ts';
import { id } from '../../../shared/domain/values.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { sentQuery } from '../pages/sending.ts';
import { newService, servicePage } from '../pages/service.ts';
import { servicesPage } from '../pages/services.ts';
import { officesOfAgency, toldOffices } from '../queries/offices.ts';
import { outcomesOf, sendToOffices, tickedOffices } from '../sendToOffices.ts';
import { typedService } from '../typedService.ts';

const admin = { roles: ['admin'] } as const;

export const serviceRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/layanan', access: admin, handle: showServices },
  { method: 'GET', path: '/layanan/:service', access: admin, handle: showService },
  { method: 'POST', path: '/layanan/:service', access: admin, handle: publish },
];

/** The agency's open offices and what they told of themselves. */
async function catalogue({ services, agency }: UserContext) {
  const offices = (await officesOfAgency(services.db, agency.officeId)).filter(({ closedAt }) => closedAt === null);
  const ids = offices.map(({ officeId }) => officeId);
  return { offices, ids, told: await services.db.inOffices(ids, (tx) => toldOffices(tx, ids)) };
}

async function showServices(context: UserContext): Promise<FastifyReply> {
  const { offices, told } = await catalogue(context);
  return servicesPage(context, offices, told);
}

/** `baru` or the id of a service that some office has. */
async function showService(context: UserContext): Promise<FastifyReply> {
  const { service: asked } = context.request.params as { service: string };
  const { offices, ids, told } = await catalogue(context);
  const known = [...told.values()].flatMap(({ services }) => services).find((one) => one.id === asked);
  const shown = asked === 'baru' ? newService(v7()) : known;
  if (shown === undefined) return context.notFound();
  const outcomes = await context.services.db.inOffices(ids, (tx) => outcomesOf(tx, ids, shown.id, 'office.saveService'));
  return servicePage(context, { service: shown, offices, outcomes, ticked: [], isWrong: false });
}

async function publish(context: UserContext): Promise<FastifyReply> {
  const serviceId = id.safeParse((context.request.params as { service: string }).service);
  if (!serviceId.success) return context.notFound();
  const typed = typedService(serviceId.data, context.request.body);
  const read = serviceShape.safeParse(typed);
  const offices = await tickedOffices(context);
  if (!read.success)
    return servicePage(context, {
      service: typed,
      offices: (await catalogue(context)).offices,
      outcomes: [],
      ticked: offices.map(({ officeId }) => officeId),
      isWrong: true,
    });
  const order = { kind: 'office.saveService' as const, service: read.data };
  const { sent, skipped } = await sendToOffices(context, offices, { order, subjectId: serviceId.data }, (tx, result) =>
    context.record(tx, {
      what: 'servicePublished',
      subject: `${read.data.prefix} ${read.data.title.id}`,
      detail: result.sent.map(({ code }) => code).join(', '),
    }),
  );
  return context.goTo(`/layanan?${sentQuery(sent, skipped)}`);
}

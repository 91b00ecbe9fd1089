import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import { noticeChannels, type NoticeChannelView, removeNoticeChannel, setNoticeChannel } from '../../notices/channels.ts';
import { listNotices, noticeStates, retryNotices } from '../../notices/notices.ts';
import { sendTest } from '../../notices/sendTest.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { typedChannel, type ChannelName, channelNames, problemsOf, goesElsewhere } from '../typedChannel.ts';
import { one } from '../pages/forms.ts';
import { type ChannelTyped, noticesPage } from '../pages/notices.ts';
import { officesOfAgency } from '../queries/offices.ts';

const admin = { roles: ['admin'] } as const;

export const noticeRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/pemberitahuan', access: admin, handle: (context) => showNotices(context, null) },
  { method: 'POST', path: '/pemberitahuan/ulang', access: admin, handle: retry },
  { method: 'POST', path: '/pemberitahuan/saluran/:channel', access: admin, handle: (context) => withChannel(context, setChannel) },
  { method: 'POST', path: '/pemberitahuan/saluran/:channel/uji', access: admin, handle: (context) => withChannel(context, test) },
  { method: 'POST', path: '/pemberitahuan/saluran/:channel/hapus', access: admin, handle: (context) => withChannel(context, remove) },
];

const query = z.object({ keadaan: z.enum(noticeStates).nullable().catch(null) });

async function showNotices(context: UserContext, typed: ChannelTyped | null): Promise<FastifyReply> {
  const { services, agency, request } = context;
  const { keadaan: state } = query.parse(request.method === 'GET' ? request.query : {});
  return noticesPage(context, {
    channels: await noticeChannels(services, agency.officeId),
    notices: await listNotices(services, agency.officeId, state === null ? {} : { state }),
    offices: new Map((await officesOfAgency(services.db, agency.officeId)).map(({ officeId, name }) => [officeId, name])),
    state,
    typed,
  });
}

async function withChannel(
  context: UserContext,
  handle: (context: UserContext, channel: ChannelName) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const channel = channelNames.find((name) => name === (context.request.params as { channel: string }).channel);
  return channel === undefined ? context.notFound() : handle(context, channel);
}

async function setChannel(context: UserContext, channel: ChannelName): Promise<FastifyReply> {
  const { services, agency, user, request } = context;
  const { input, values, problems } = typedChannel(channel, request.body);
  const again = (more: ChannelTyped['problems']) => showNotices(context, { channel, values, problems: { ...problems, ...more } });
  if (Object.keys(problems).length > 0) return again({});
  const known = await channelOf(context, channel);
  if (known?.hasSecret === true && goesElsewhere(known, input)) return again({ secret: 'secretAgain' });
  const set = await setNoticeChannel(services, agency.officeId, input, user.fullName);
  if (!set.ok) return again(problemsOf(set.error));
  await context.inAgency((tx) => context.record(tx, { what: 'channelSet', subject: channel }));
  return context.goTo('/pemberitahuan?tersimpan=1');
}

async function channelOf({ services, agency }: UserContext, channel: ChannelName): Promise<NoticeChannelView | undefined> {
  return (await noticeChannels(services, agency.officeId)).find((view) => view.channel === channel);
}

/** To an address that was typed in, which is kept nowhere: not in the audit, not in the address of the page that tells the outcome. */
async function test(context: UserContext, channel: ChannelName): Promise<FastifyReply> {
  const { services, agency, words, request } = context;
  const w = words.outlets.notices;
  const outcome = await sendTest(services, agency.officeId, channel, {
    to: one(request.body, 'kepada'),
    subject: w.testSubject(agency.name),
    text: w.testText(agency.name),
  });
  if (outcome === null) return context.notFound();
  const told = outcome === 'badAddress' ? outcome : outcome.state === 'sent' ? 'sent' : outcome.why;
  if (outcome !== 'badAddress') await context.inAgency((tx) => context.record(tx, { what: 'testSent', subject: channel, detail: told }));
  return context.goTo(`/pemberitahuan?uji=${encodeURIComponent(told)}`);
}

async function remove(context: UserContext, channel: ChannelName): Promise<FastifyReply> {
  const { services, agency } = context;
  if (await removeNoticeChannel(services, agency.officeId, channel))
    await context.inAgency((tx) => context.record(tx, { what: 'channelRemoved', subject: channel }));
  return context.goTo('/pemberitahuan');
}

/** One, or all that failed. */
async function retry(context: UserContext): Promise<FastifyReply> {
  const { services, agency, request } = context;
  const asked = one(request.body, 'kiriman');
  const noticeId = id.safeParse(asked);
  if (asked !== '' && !noticeId.success) return context.badForm();
  const count = await retryNotices(services, agency.officeId, noticeId.success ? [noticeId.data] : undefined);
  if (count > 0) await context.inAgency((tx) => context.record(tx, { what: 'noticesRetried', detail: String(count) }));
  return context.goTo(`/pemberitahuan?ulang=${count}`);
}

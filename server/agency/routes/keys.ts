import type { FastifyReply } from 'fastify';
import { officeZone } from '../../../shared/domain/values.ts';
import { html } from '../../../shared/papers/html/escape.ts';
import { addAgencyKey } from '../../offices.ts';
import { listAgencyKeys } from '../agencyKeys.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { notice } from '../pages/forms.ts';
import { shortTime } from '../pages/times.ts';

const admin = { roles: ['admin'] } as const;

export const keyRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/kunci', access: admin, handle: showKeys },
  { method: 'POST', path: '/kunci', access: admin, handle: rotate },
];

async function showKeys(context: UserContext): Promise<FastifyReply> {
  const { words, agency, request, language, link, formToken } = context;
  const w = words.admin;
  const keys = await context.inAgency((tx) => listAgencyKeys(tx, agency.officeId));
  const zone = officeZone.catch('Asia/Jakarta').parse(agency.zone);
  const { baru } = request.query as { baru?: string };
  return context.show({
    title: w.keys,
    body: html`<h1>${w.keys}</h1>
      ${baru === undefined ? null : notice(w.rotated)}
      <p>${w.keysLead}</p>
      <ul class="list">
        ${keys.map(
          ({ keyId, createdAt }, index) =>
            html`<li>
              <code>${keyId}</code><br />
              ${w.keySince(shortTime(createdAt.getTime(), zone, language))} ·
              <span class="tag ${index === 0 ? 'good' : ''}">${index === 0 ? w.keyNow : w.keyOld}</span>
            </li>`,
        )}
      </ul>
      <p>${w.keysOld}</p>
      <form method="post" action="${link('/kunci')}">${formToken}<button>${w.rotate}</button></form>`,
  });
}

async function rotate(context: UserContext): Promise<FastifyReply> {
  const { services, agency } = context;
  await context.inAgency(async (tx) => {
    const keyId = await addAgencyKey(tx, services.keys, agency.officeId, services.now());
    await context.record(tx, { what: 'agencyKeyRotated', subject: keyId });
  });
  services.secrets.forget();
  return context.goTo('/kunci?baru=1');
}

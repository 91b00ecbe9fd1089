import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { id, officeZone } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { type AuditEntry, readAudit } from '../audit.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { select } from '../pages/forms.ts';
import { shortTime } from '../pages/times.ts';
import { officesOfAgency } from '../queries/offices.ts';
import { complaintActs } from '../roles.ts';
import { listUsers } from '../users.ts';

const limit = 100;

export const auditRoutes: readonly AgencyRoute[] = [{ method: 'GET', path: '/jejak', access: { roles: ['admin'] }, handle: showAudit }];

const query = z.object({ sebelum: id.nullable().catch(null), siapa: id.nullable().catch(null) });

async function showAudit(context: UserContext): Promise<FastifyReply> {
  const { words, services, agency, request, link } = context;
  const w = words.audit;
  const { sebelum: before, siapa: userId } = query.parse(request.query);
  const { entries, users } = await context.inAgency(async (tx) => ({
    entries: await readAudit(tx, agency.officeId, { before, userId, limit }),
    users: await listUsers(tx, agency.officeId),
  }));
  const offices = new Map((await officesOfAgency(services.db, agency.officeId)).map(({ officeId, name }) => [officeId, name]));
  const older = new URLSearchParams({ sebelum: entries.at(-1)?.auditId ?? '', ...(userId === null ? {} : { siapa: userId }) });
  return context.show({
    title: w.title,
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      <form method="get" action="${link('/jejak')}" class="filters">
        ${select({
          name: 'siapa',
          label: w.who,
          value: userId ?? '',
          choices: [['', w.everybody], ...users.map((user) => [user.userId, user.fullName] as const)],
        })}
        <button>${w.show}</button>
      </form>
      ${entries.length === 0 ? html`<p><strong>${w.none}</strong></p>` : table(context, entries, offices)}
      ${entries.length < limit ? null : html`<nav class="pages"><a href="${link('/jejak')}?${older.toString()}">${w.older}</a></nav>`}`,
  });
}

function table({ words, agency, language }: UserContext, entries: readonly AuditEntry[], offices: ReadonlyMap<string, string>): Markup {
  const w = words.audit;
  const zone = officeZone.catch('Asia/Jakarta').parse(agency.zone);
  const act = complaintActs.map((name) => [name, words.complaints.acts[name]] as const);
  const details = new Map<string, string>([...act, ...Object.entries(words.common.roles)]);
  return html`<div class="table" role="region" aria-label="${w.title}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${[w.when, w.who, w.what, w.office, w.subject].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry) =>
            html`<tr>
              <td class="nowrap">${shortTime(entry.at.getTime(), zone, language)}</td>
              <td>${entry.who ?? html`<span class="quiet-text">${w.nobody}</span>`}</td>
              <td>${w.whats[entry.what]}${entry.detail === null ? null : html`: ${details.get(entry.detail) ?? entry.detail}`}</td>
              <td>${entry.officeId === null ? '' : (offices.get(entry.officeId) ?? '')}</td>
              <td class="subject">${entry.subject ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

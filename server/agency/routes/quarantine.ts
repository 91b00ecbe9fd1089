import type { FastifyReply } from 'fastify';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import { retryOffice } from '../../sync/startRetrying.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { notice } from '../pages/forms.ts';
import { timeOf } from '../pages/outcome.ts';
import { type AsideEvent, type AsideOfOffice, quarantineOf } from '../queries/quarantine.ts';
import { officesOfAgency } from '../queries/offices.ts';

const admin = { roles: ['admin'] } as const;

export const quarantineRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/karantina', access: admin, handle: showQuarantine },
  { method: 'POST', path: '/karantina/:office/ulang', access: admin, handle: retry },
];

/** Events of each office on the page. */
const shownOfEach = 50;
/** Transactions for one click. */
const roundsOfClick = 4;

/** Closed ones, too: what they sent is still there. */
async function offices({ services, agency, user }: UserContext): Promise<readonly Office[]> {
  const all = await officesOfAgency(services.db, agency.officeId);
  return all.filter(({ officeId }) => user.seesOffices?.includes(officeId) ?? true);
}

async function showQuarantine(context: UserContext): Promise<FastifyReply> {
  const { services, words, request } = context;
  const w = words.outlets.quarantine;
  const { dicoba, paham, sisa } = request.query as { dicoba?: string; paham?: string; sisa?: string };
  const all = await offices(context);
  const ids = all.map(({ officeId }) => officeId);
  const aside = await services.db.inOffices(ids, (tx) => quarantineOf(tx, ids, shownOfEach));
  return context.show({
    title: w.title,
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${dicoba === undefined ? null : notice(`${w.tried(Number(dicoba) || 0, Number(paham) || 0)}${sisa === '1' ? ` ${w.leftOver}` : ''}`)}
      ${aside.size === 0 ? html`<div class="empty"><p>${w.none}</p></div>` : null}
      ${all.flatMap((office) => {
        const of = aside.get(office.officeId);
        return of === undefined ? [] : [officePart(context, office, of)];
      })}`,
  });
}

function officePart(context: UserContext, office: Office, { events, counts }: AsideOfOffice): Markup {
  const { words, link, formToken } = context;
  const w = words.outlets.quarantine;
  const reasons = (['notUnderstood', 'chainBroken', 'forked'] as const).filter((reason) => (counts[reason] ?? 0) > 0);
  const total = reasons.reduce((sum, reason) => sum + (counts[reason] ?? 0), 0);
  return html`<section>
    <h2>${office.name}</h2>
    <ul class="list">
      ${reasons.map(
        (reason) =>
          html`<li>
            <p><strong>${w.reasons[reason]}: ${w.count(counts[reason] ?? 0)}.</strong> ${w.reasonText[reason]}</p>
          </li>`,
      )}
    </ul>
    ${
      counts.notUnderstood === undefined
        ? null
        : html`<form method="post" action="${link(`/karantina/${office.code}/ulang`)}">
            ${formToken}<button>${words.outlets.retry}</button>
          </form>`
    }
    ${table(context, office, events)} ${total > events.length ? html`<p class="quiet-text">${w.more(total - events.length)}</p>` : null}
  </section>`;
}

function table(context: UserContext, office: Office, events: readonly AsideEvent[]): Markup {
  const w = context.words.outlets.quarantine;
  const time = timeOf(context);
  return html`<div class="table" role="region" aria-label="${w.title}: ${office.name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${[w.when, w.type, w.place, w.detail].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${events.map(
          ({ at, reason, type, origin, originSeq, detail }) =>
            html`<tr>
              <td class="nowrap">${time(at)}</td>
              <td><code class="nowrap">${type}</code></td>
              <td class="nowrap">${origin.slice(0, 8)}… · ${originSeq}</td>
              <td class="subject">
                ${w.reasons[reason]}${detail === '' ? null : html`<br /><span class="quiet-text written">${detail}</span>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

async function retry(context: UserContext): Promise<FastifyReply> {
  const { services, agency, request } = context;
  const { office: code } = request.params as { office: string };
  const office = (await offices(context)).find((known) => known.code === code);
  if (office === undefined) return context.notFound();
  const { officeId } = office;
  const { tried, understood, isDone } = await retryOffice(services, { officeId, agencyId: agency.officeId }, roundsOfClick);
  await context.inAgency((tx) => context.record(tx, { what: 'quarantineRetried', officeId, detail: `${understood}/${tried}` }));
  return context.goTo(`/karantina?dicoba=${tried}&paham=${understood}${isDone ? '' : '&sisa=1'}`);
}

import type { FastifyReply } from 'fastify';
import { officeZone, officeZones } from '../../../shared/domain/values.ts';
import { timeInWords } from '../../../shared/papers/format.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import { type OfficeLive, staleAfterMs } from '../queries/offices.ts';
import { input, select } from './forms.ts';
import type { NewOfficeTyped } from './office.ts';

export interface OfficesShown {
  readonly offices: readonly Office[];
  readonly live: ReadonlyMap<string, OfficeLive>;
  readonly closed: readonly Office[];
  /** What somebody typed that was wrong. */
  readonly typed: NewOfficeTyped | null;
}

/** All offices as they stand now. With `?auto=1` the browser asks again by itself; that keeps no session open. */
export function officesPage(context: UserContext, shown: OfficesShown): FastifyReply {
  const { words, request, reply, link, user, services, agency, language } = context;
  const w = words.offices;
  const { auto } = request.query as { auto?: string };
  if (auto !== undefined) reply.header('refresh', '30');
  const zone = officeZone.catch('Asia/Jakarta').parse(agency.zone);
  return context.show({
    title: w.title,
    status: shown.typed === null ? 200 : 422,
    at: '',
    body: html`<h1>${w.title}</h1>
      <p class="as-of">
        ${w.asOf(timeInWords(services.now(), zone, language))}
        ${
          auto === undefined
            ? html`<a href="${link('')}">${w.reload}</a> · <a href="${link('?auto=1')}">${w.auto}</a>`
            : html`<a href="${link('')}">${w.stop}</a>`
        }
      </p>
      ${shown.offices.length === 0 ? nothing(context) : table(context, shown)}
      ${user.role === 'admin' ? html`${addForm(context, shown.typed, shown.offices.length === 0)}${closedOffices(context, shown.closed)}` : null}`,
  });
}

const nothing = ({ words: { offices: w }, user }: UserContext): Markup =>
  html`<div class="empty">
    <p><strong>${w.none}</strong></p>
    <p>${user.role === 'admin' ? w.noneAdmin : w.noneOther}</p>
  </div>`;

function table(context: UserContext, { offices, live }: OfficesShown): Markup {
  const w = context.words.offices;
  const heads = [w.name, w.heard, w.state, w.waiting, w.counters, w.openComplaints, w.overdue, w.quarantined, w.keys];
  return html`<div class="table" role="region" aria-label="${w.title}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${offices.map((office) => row(context, office, live.get(office.officeId)))}
      </tbody>
      ${offices.length > 1 ? totals(context, [...live.values()]) : null}
    </table>
  </div>`;
}

const waitingOf = (live: OfficeLive | undefined): number | null =>
  live?.now === null || live === undefined ? null : live.now.services.reduce((sum, { waiting }) => sum + waiting, 0);

function row({ words: { offices: w }, link, user, services }: UserContext, office: Office, live: OfficeLive | undefined): Markup {
  const heardAt = live?.heardAt ?? null;
  const age = heardAt === null ? null : services.now() - heardAt;
  const isStale = age === null || age > staleAfterMs;
  const now = live?.now ?? null;
  // A number that may be old is marked where it stands, not only at the row's beginning.
  const told = (value: number | null): Markup =>
    value === null
      ? html`<span class="quiet-text">–</span>`
      : isStale
        ? html`<span class="quiet-text">${value} <small>${w.staleNow}</small></span>`
        : html`${value}`;
  const complaints = `/pengaduan?kantor=${office.code}`;
  return html`<tr>
    <th scope="row">${user.role === 'admin' ? html`<a href="${link(`/kantor/${office.code}`)}">${office.name}</a>` : office.name}</th>
    <td>${age === null ? w.never : w.ago(age)} ${isStale && age !== null ? html`<span class="tag bad">${w.stale}</span>` : null}</td>
    <td>${now === null || isStale ? html`<span class="quiet-text">${w.unknown}</span>` : now.isOpen ? w.open : w.closedNow}</td>
    <td class="number">${told(waitingOf(live))}</td>
    <td class="number">${told(now?.openCounters ?? null)}</td>
    <td class="number"><a href="${link(complaints)}">${live?.openComplaints ?? 0}</a></td>
    <td class="number">${overdue(live?.overdue ?? 0, link(`${complaints}&lewat=1`))}</td>
    <td class="number">${quarantined(live?.quarantined ?? 0, user.role === 'admin' ? link('/karantina') : null)}</td>
    <td>${(live?.keys ?? 0) > 0 ? w.keyGood : html`<span class="tag">${w.keyMissing}</span>`}</td>
  </tr>`;
}

const overdue = (count: number, href: string): Markup =>
  count === 0 ? html`0` : html`<a class="due late" href="${href}"><span aria-hidden="true">! </span>${count}</a>`;

const quarantined = (count: number, href: string | null): Markup => {
  if (count === 0) return html`0`;
  return href === null ? html`<span class="tag bad">${count}</span>` : html`<a class="tag bad" href="${href}">${count}</a>`;
};

function totals({ words: { offices: w } }: UserContext, live: readonly OfficeLive[]): Markup {
  const sum = (of: (one: OfficeLive) => number) => live.reduce((total, one) => total + of(one), 0);
  return html`<tfoot>
    <tr>
      <th scope="row" colspan="3">${w.total}</th>
      <td class="number">${sum((one) => waitingOf(one) ?? 0)}</td>
      <td class="number">${sum((one) => one.now?.openCounters ?? 0)}</td>
      <td class="number">${sum((one) => one.openComplaints)}</td>
      <td class="number">${sum((one) => one.overdue)}</td>
      <td class="number">${sum((one) => one.quarantined)}</td>
      <td></td>
    </tr>
  </tfoot>`;
}

function addForm({ words: { offices: w }, link, formToken }: UserContext, typed: NewOfficeTyped | null, isFirst: boolean): Markup {
  return html`<details class="act" ${typed !== null || isFirst ? html`open` : null}>
    <summary>${w.add}</summary>
    <form method="post" action="${link('/kantor')}">
      ${formToken}
      ${input({ name: 'nama', label: w.name, value: typed?.name ?? '', problem: typed?.nameProblem, maxlength: 120, required: true })}
      ${input({
        name: 'kode',
        label: w.code,
        hint: w.codeHint,
        value: typed?.code ?? '',
        problem: typed?.codeProblem,
        maxlength: 40,
        required: true,
      })}
      ${select({ name: 'zona', label: w.zone, value: typed?.zone ?? 'Asia/Jakarta', choices: officeZones.map((zone) => [zone, w.zones[zone]] as const) })}
      <button>${w.create}</button>
    </form>
  </details>`;
}

const closedOffices = ({ words: { offices: w }, link }: UserContext, closed: readonly Office[]): Markup | null =>
  closed.length === 0
    ? null
    : html`<details class="act">
        <summary>${w.closedOffices} (${closed.length})</summary>
        <ul>
          ${closed.map(({ code, name }) => html`<li><a href="${link(`/kantor/${code}`)}">${name}</a></li>`)}
        </ul>
      </details>`;

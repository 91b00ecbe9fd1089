import type { FastifyReply } from 'fastify';
import { complaintStages } from '../../../shared/domain/complaints/types.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import { type BacklogRow, pageSize } from '../queries/complaints.ts';
import { calendarOf, unitTitles } from '../queries/offices.ts';
import { input, select } from './forms.ts';
import { due, shortDate } from './times.ts';

export interface ListShown {
  readonly offices: readonly Office[];
  readonly told: ReadonlyMap<string, OfficeTold>;
  readonly rows: readonly BacklogRow[];
  readonly total: number;
  /** As the form sends them. */
  readonly filters: {
    readonly kantor: string;
    readonly unit: string;
    readonly tahap: string;
    readonly lewat: string;
    readonly nomor: string;
    readonly halaman: number;
  };
}

export function complaintListPage(context: UserContext, shown: ListShown): FastifyReply {
  const { words } = context;
  const w = words.complaints;
  return context.show({
    title: w.title,
    body: html`<h1>${w.title}</h1>
      ${filterForm(context, shown)} ${shown.rows.length === 0 ? empty(context, shown) : table(context, shown)} ${pages(context, shown)}`,
  });
}

function filterForm({ words, link, language, user }: UserContext, { offices, told, filters }: ListShown): Markup {
  const w = words.complaints;
  const units = [...unitTitles(told.values())].filter(
    ([unitId]) => user.role !== 'pejabat' || user.seesUnits === null || user.seesUnits.includes(unitId),
  );
  return html`<form method="get" action="${link('/pengaduan')}" class="filters">
    ${select({
      name: 'kantor',
      label: w.office,
      value: filters.kantor,
      choices: [['', words.common.allOffices], ...offices.map(({ code, name }) => [code, name] as const)],
    })}
    ${select({
      name: 'unit',
      label: w.unit,
      value: filters.unit,
      choices: [['', w.anyUnit], ...units.map(([unitId, title]) => [unitId, title[language]] as const)],
    })}
    ${select({
      name: 'tahap',
      label: w.stage,
      value: filters.tahap,
      choices: [['', w.openStages], ...complaintStages.map((stage) => [stage, w.stages[stage]] as const)],
    })}
    ${input({ name: 'nomor', label: w.number, value: filters.nomor, maxlength: 40, narrow: true })}
    <label class="tick"><input type="checkbox" name="lewat" value="1" ${filters.lewat === '' ? null : html`checked`} /> ${w.overdue}</label>
    <button>${w.filter}</button>
  </form>`;
}

function empty({ words: { complaints: w } }: UserContext, { filters }: ListShown): Markup {
  const isFiltered = [filters.kantor, filters.unit, filters.tahap, filters.lewat, filters.nomor].some((value) => value !== '');
  return html`<div class="empty">
    <p><strong>${isFiltered ? w.none : w.noneAtAll}</strong></p>
    <p>${isFiltered ? w.noneText : w.noneAtAllText}</p>
  </div>`;
}

function table({ words: { complaints: w }, language, link, services }: UserContext, { rows, offices, told }: ListShown): Markup {
  const byId = new Map(offices.map((office) => [office.officeId, office]));
  const units = unitTitles(told.values());
  const now = services.now();
  const lines = rows.map((row) => {
    const office = byId.get(row.officeId);
    const calendar = calendarOf(office ?? { zone: '' }, told.get(row.officeId));
    const unit =
      row.unitId === null ? html`<span class="quiet-text">${w.noUnit}</span>` : html`${units.get(row.unitId)?.[language] ?? w.unknownUnit}`;
    return html`<tr>
      <th scope="row">
        <a href="${link(`/pengaduan/${office?.code ?? ''}/${row.complaintId}`)}">${row.number}</a>
        ${row.confidential ? html`<span class="tag">${w.confidential}</span>` : null}
      </th>
      <td>${office?.name ?? ''}</td>
      <td>${unit}</td>
      <td>${w.stages[row.stage]}</td>
      <td class="priority ${row.priority}">${w.priorities[row.priority]}</td>
      <td class="nowrap">${shortDate(row.receivedAt, calendar.zone, language)}</td>
      <td>${due(row.dueAt, now, calendar, language, w)}</td>
    </tr>`;
  });
  return html`<div class="table" role="region" aria-label="${w.title}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${[w.number, w.office, w.unit, w.stage, w.priority, w.received, w.due].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </div>`;
}

function pages({ words: { complaints: w }, link }: UserContext, { total, filters, rows }: ListShown): Markup | null {
  if (total === 0) return null;
  const from = (filters.halaman - 1) * pageSize + 1;
  const to = (page: number) => {
    const query = new URLSearchParams(Object.entries({ ...filters, halaman: String(page) }).filter(([, value]) => value !== ''));
    return `${link('/pengaduan')}?${query.toString()}`;
  };
  return html`<nav class="pages" aria-label="${w.pages}">
    <span>${w.range(from, from + rows.length - 1, total)}</span>
    ${filters.halaman > 1 ? html`<a href="${to(filters.halaman - 1)}">${w.previous}</a>` : null}
    ${from + rows.length - 1 < total ? html`<a href="${to(filters.halaman + 1)}">${w.next}</a>` : null}
  </nav>`;
}

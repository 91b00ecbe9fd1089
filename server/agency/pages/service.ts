import type { FastifyReply } from 'fastify';
import type { Service } from '../../../shared/domain/office/types.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { OfficeOutcome } from '../sendToOffices.ts';
import { input, notice, select, textarea } from './forms.ts';
import { officeTicks, outcomeList } from './sending.ts';

const none: Bilingual = { id: '', en: '' };

/** What a new one begins with. */
export const newService = (id: string): Service => ({
  id,
  prefix: '',
  title: none,
  requirements: [],
  procedure: none,
  duration: { unit: 'workingDays', value: 14 },
  fee: 0,
  product: none,
  meanServiceMinutes: 10,
  targetWaitMinutes: 15,
});

export interface ServiceShown {
  readonly service: Service;
  readonly offices: readonly Office[];
  readonly outcomes: readonly OfficeOutcome[];
  readonly ticked: readonly string[];
  readonly isWrong: boolean;
}

const emptyRows = 3;

export function servicePage(context: UserContext, { service, offices, outcomes, ticked, isWrong }: ServiceShown): FastifyReply {
  const { words, link, formToken } = context;
  const w = words.sending.services;
  const inLanguage = (label: string, language: 'id' | 'en') =>
    `${label} (${language === 'id' ? words.common.indonesian : words.common.english})`;
  const both = (name: string, label: string, value: Bilingual, required: boolean, long = false): readonly Markup[] =>
    (['id', 'en'] as const).map((language) => {
      const field = { name: `${name}-${language}`, label: inLanguage(label, language), value: value[language], required };
      return long ? textarea({ ...field, rows: 3, maxlength: 1000 }) : input({ ...field, maxlength: 200 });
    });
  const number = (name: string, label: string, value: number, max: number, min = 0) =>
    input({ name, label, type: 'number', value: Number.isNaN(value) ? '' : String(value), min, max, required: true, narrow: true });
  const title = service.title.id === '' ? w.new : service.title[context.language];
  return context.show({
    title,
    status: isWrong ? 422 : 200,
    at: '/layanan',
    body: html`<p><a href="${link('/layanan')}">← ${w.title}</a></p>
      <h1>${title}</h1>
      ${isWrong ? notice(w.problem, 'bad') : null}
      <form method="post" action="${link(`/layanan/${service.id}`)}">
        ${formToken} ${both('nama', w.name, service.title, true)}
        ${input({ name: 'huruf', label: w.prefix, hint: w.prefixHint, value: service.prefix, maxlength: 2, required: true, narrow: true })}
        ${requirements(context, service)} ${both('prosedur', w.procedure, service.procedure, false, true)}
        <div class="row">
          ${number('lama', w.duration, service.duration.value, 480)}
          ${select({
            name: 'satuan',
            label: w.unit,
            value: service.duration.unit,
            choices: [
              ['workingDays', w.units.workingDays],
              ['minutes', w.units.minutes],
            ],
          })}
        </div>
        ${number('biaya', w.fee, service.fee, 100_000_000)} ${both('produk', w.product, service.product, false)}
        <div class="row">
          ${number('rata', w.mean, service.meanServiceMinutes, 240, 1)} ${number('target', w.target, service.targetWaitMinutes, 480, 1)}
        </div>
        ${officeTicks(context, offices, ticked)}
        <button>${w.publish}</button>
      </form>
      ${
        outcomes.length === 0
          ? null
          : html`<h2>${words.sending.outcome.title}</h2>
              ${outcomeList(context, offices, outcomes)}`
      }`,
  });
}

function requirements({ words }: UserContext, service: Service): Markup {
  const w = words.sending.services;
  const blank = { id: '', title: none, whereToGet: none };
  const rows = [...service.requirements, ...Array.from({ length: emptyRows }, () => blank)];
  const heads = [`${w.requirement} (id)`, `${w.requirement} (en)`, `${w.where} (id)`, `${w.where} (en)`] as const;
  const cell = (name: string, label: string, value: string) =>
    html`<td><input name="${name}" value="${value}" aria-label="${label}" maxlength="200" /></td>`;
  return html`<fieldset>
    <legend>${w.requirements}</legend>
    <p class="hint">${w.requirementsHint}</p>
    <div class="table">
      <table class="inputs">
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, index) =>
              html`<tr>
                ${cell('berkas-id', `${heads[0]} ${index + 1}`, row.title.id)}
                ${cell('berkas-en', `${heads[1]} ${index + 1}`, row.title.en)}
                ${cell('tempat-id', `${heads[2]} ${index + 1}`, row.whereToGet.id)}
                <td>
                  <input name="tempat-en" value="${row.whereToGet.en}" aria-label="${heads[3]} ${index + 1}" maxlength="200" />
                  <input type="hidden" name="berkas" value="${row.id}" />
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </fieldset>`;
}

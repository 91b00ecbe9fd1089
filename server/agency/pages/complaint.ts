import type { FastifyReply } from 'fastify';
import { deadlineViews } from '../../../shared/domain/complaints/due.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import { dateInWords } from '../../../shared/papers/format.ts';
import { date, type Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { ReadTexts } from '../openTexts.ts';
import type { OneComplaint, PlacedOrder } from '../queries/complaints.ts';
import type { ComplaintFile } from '../../files/files.ts';
import { calendarOf } from '../queries/offices.ts';
import type { AgencyUser, ComplaintAct } from '../roles.ts';
import { actForms } from './acts.ts';
import { attachments } from './attachments.ts';
import { notice } from './forms.ts';
import { placedOrders } from './orders.ts';
import { dueInWords, shortDate, shortTime } from './times.ts';

/** What was wrong with a step that somebody sent; what she wrote is kept. */
export interface Problem {
  readonly act: ComplaintAct;
  readonly message: string;
  readonly text: string;
}

export interface ComplaintShown {
  readonly office: Office;
  readonly told: OfficeTold | undefined;
  readonly found: OneComplaint;
  /** `null`: not for this user. */
  readonly texts: ReadTexts | null;
  readonly files: readonly ComplaintFile[];
  readonly orders: readonly PlacedOrder[];
  readonly users: readonly AgencyUser[];
  readonly problem: Problem | null;
  /** For the words of the next step. */
  readonly newTextId: string;
  readonly sent: string | null;
}

export function complaintPage(context: UserContext, shown: ComplaintShown): FastifyReply {
  const { found, office, problem, sent } = shown;
  const w = context.words.complaints;
  const { complaint } = found;
  return context.show({
    title: w.one(complaint.number),
    status: problem === null ? 200 : 422,
    at: `/pengaduan/${office.code}/${complaint.complaintId}`,
    body: html`<p><a href="${context.link('/pengaduan')}">← ${w.title}</a></p>
      <h1>${complaint.number}</h1>
      <p class="stage">
        <strong>${w.stages[complaint.stage]}</strong> · ${office.name} · ${unitName(context, shown)}
        ${found.confidential ? html`<span class="tag">${w.confidential}</span>` : null}
        ${found.anonymous ? html`<span class="tag">${w.anonymous}</span>` : null}
      </p>
      ${sent === null ? null : notice(sent === 'sudah' ? w.again : w.sent)} ${problem === null ? null : notice(problem.message, 'bad')}
      <div class="columns">
        <div>
          <section aria-labelledby="words">
            <h2 id="words">${w.words}</h2>
            ${complaintText(context, shown)}
          </section>
          ${attachments(context, shown)}
          <section aria-labelledby="life">
            <h2 id="life">${w.life}</h2>
            ${life(context, shown)}
          </section>
        </div>
        <div>
          <section aria-labelledby="due">
            <h2 id="due">${w.due}</h2>
            ${deadlines(context, shown)}
          </section>
          <section aria-labelledby="acts">
            <h2 id="acts">${w.yourSteps}</h2>
            ${actForms(context, shown)}
          </section>
          <section aria-labelledby="orders">
            <h2 id="orders">${w.orders}</h2>
            ${placedOrders(context, shown)}
          </section>
          <section aria-labelledby="facts">
            <h2 id="facts">${w.facts}</h2>
            ${facts(context, shown)}
          </section>
        </div>
      </div>`,
  });
}

export function unitName({ words, language }: UserContext, { found, told }: Pick<ComplaintShown, 'found' | 'told'>): string {
  if (found.unitId === null) return words.complaints.noUnit;
  return told?.complaintRules.units.find(({ id }) => id === found.unitId)?.title[language] ?? words.complaints.unknownUnit;
}

function complaintText({ words: { complaints: w }, user, language }: UserContext, { texts, found }: ComplaintShown): Markup {
  if (texts === null) return html`<p>${found.confidential && user.role === 'admin' ? w.wordsHidden : w.wordsForbidden}</p>`;
  const { complaint } = texts;
  if (complaint === 'missing')
    return html`<p><strong>${w.wordsMissing}</strong></p>
      <p>${w.wordsMissingText}</p>`;
  if (complaint === 'unreadable') return html`<p>${w.wordsUnreadable}</p>`;
  const text = { ...complaint, occurredOn: dayOf(complaint.occurredOn, language) };
  const fields = (['title', 'chronology', 'place', 'occurredOn', 'who', 'loss', 'settlement'] as const).filter(
    (name) => complaint[name] !== '',
  );
  return html`<dl class="said">
      ${fields.map(
        (name) =>
          html`<dt>${w.field[name]}</dt>
            <dd>${text[name]}</dd>`,
      )}
    </dl>
    <p class="hint">${w.readIsRecorded}</p>`;
}

/** What is no date stays as it was written. */
const dayOf = (text: string, language: Language): string => (date.safeParse(text).success ? dateInWords(text, language) : text);

function life(context: UserContext, { found, texts, told, office }: ComplaintShown): Markup {
  const { words, language } = context;
  const w = words.complaints;
  const { zone } = calendarOf(office, told);
  const entries = found.steps.toReversed().map((step) => {
    const text = step.textId === undefined ? undefined : texts?.byId.get(step.textId);
    const unit = step.unitId === undefined ? null : unitName(context, { found: { ...found, unitId: step.unitId }, told });
    return html`<li>
      <strong>${w.steps[step.kind]}</strong>${unit === null ? null : html` · ${unit}`}
      <span class="quiet-text nowrap">${shortTime(step.at, zone, language)}</span>
      ${text === undefined ? null : html`<blockquote>${text}</blockquote>`}
    </li>`;
  });
  return html`<ol class="life">
    ${entries}
  </ol>`;
}

function deadlines({ words, language, services }: UserContext, { found, told, office }: ComplaintShown): Markup {
  const w = words.complaints;
  const now = services.now();
  const calendar = calendarOf(office, told);
  const views = deadlineViews(found.complaint, now, told?.complaintRules ?? defaultComplaintRules, calendar);
  if (views.length === 0) return html`<p>${w.noDue}</p>`;
  const state = (view: (typeof views)[number]): string => {
    if (view.state === 'met' || view.state === 'missed' || view.state === 'paused') return w[view.state];
    return dueInWords(view.dueAt, now, calendar, w);
  };
  return html`<dl class="facts">
    ${views.map(
      (view) =>
        html`<dt>${w.deadlines[view.kind]}</dt>
          <dd>
            <span class="due ${view.state === 'overdue' ? 'late' : ''}">${state(view)}</span>
            <span class="quiet-text nowrap">${w.limit(shortDate(view.dueAt, calendar.zone, language))}</span>
          </dd>`,
    )}
  </dl>`;
}

function facts({ words: { complaints: w }, language }: UserContext, { found, told, office }: ComplaintShown): Markup {
  const { complaint, type, serviceId, categoryId, priority } = found;
  const service = told?.services.find(({ id }) => id === serviceId)?.title[language];
  const category = told?.complaintRules.categories.find(({ id }) => id === categoryId)?.title[language];
  const typeWord = type !== null && type in w.types ? w.types[type as keyof typeof w.types] : undefined;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [w.received, shortTime(complaint.receivedAt, calendarOf(office, told).zone, language)],
    [w.channel, w.channels[complaint.channel]],
    [w.type, typeWord],
    [w.class, w.classes[complaint.class]],
    [w.priority, w.priorities[priority]],
    [w.service, service],
    [w.category, category],
  ];
  return html`<dl class="facts">
    ${rows.map(([label, value]) =>
      value === undefined
        ? html``
        : html`<dt>${label}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;
}

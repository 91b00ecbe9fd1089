import { zoneOf } from '../../../shared/domain/office/zone.ts';
import type { ComplaintStage } from '../../../shared/domain/complaints/types.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import type { ComplaintStatus, ShownStep } from '../../public/complaintStatus.ts';
import { nextReport, possibleActions, reopenUntil, whatNext } from '../../public/whatNext.ts';
import { actionForm, type FailedForm, failedNotice, orderNotices } from './actionForms.ts';
import { actionWords } from './actionWords.ts';
import { complaintWords } from './complaintWords.ts';
import { officePage, officeUrl, type PageContext, type PageOffice } from './layout.ts';
import { type Dates, datesOf, facts, moment, pageLinks, pageOfList, panel } from './pieces.ts';

export interface ComplaintPage extends PageContext {
  readonly office: PageOffice;
  readonly status: ComplaintStatus;
  /** ms since the epoch. */
  readonly now: number;
  /** Which page of its steps, from 1. */
  readonly list: number;
  readonly failed: FailedForm | null;
}

/** How a complaint stands: now, what the person can do, its way so far, and what it is about. */
export function complaintPage(given: ComplaintPage): string {
  const { language, office, status, now, list, failed } = given;
  const { complaint, told, orders } = status;
  const words = complaintWords[language];
  const zone = zoneOf(told ?? { profile: null });
  const dates = datesOf(language, zone);
  const actions = possibleActions(status, now, zone);
  const form = { language, code: office.code, asked: complaint.waiting !== null, failed };
  const isLost = failed !== null && !(actions as readonly string[]).includes(failed.action);
  const body = html`<h1>${words.heading} <span class="number">${complaint.number}</span></h1>
    ${failed === null ? null : failedNotice(language, failed, isLost)} ${orderNotices(language, orders, now, dates)}
    ${status.rated ? panel('good', html`<p role="status">${actionWords[language].rated}</p>`) : null} ${state(given, dates)}
    ${actions.map((action) => actionForm(action, form))} ${way(given, dates, list)} ${about(given, dates)}
    <form method="post" action="${officeUrl(office.code, 'status')}/tutup">
      <p class="hint">${words.finishHint}</p>
      <button class="plain">${words.finish}</button>
    </form>`;
  return officePage({ ...given, title: `${words.heading} ${complaint.number}`, section: 'status', body });
}

function state({ language, status, now }: ComplaintPage, dates: Dates): Markup {
  const words = complaintWords[language];
  const { complaint } = status;
  const next = whatNext(status, now);
  const outcome = complaint.outcome === null ? null : (words.outcome[complaint.outcome] ?? null);
  const report = nextReport(status);
  const isGood = complaint.stage === 'closed' || complaint.stage === 'answered';
  const late = next.kind === 'due' && next.late;
  const said = currentWords(status)?.words ?? null;
  return panel(
    late ? 'bad' : isGood ? 'good' : '',
    html`<h2>${words.now}</h2>
      <p class="large">${words.stage[complaint.stage]}${outcome === null ? null : html`: ${outcome}`}</p>
      ${said === null ? null : html`<blockquote>${said}</blockquote>`} ${nextWords(status, next, words, dates)}
      ${next.kind === 'due' && next.due !== 'answer' && next.answerBy >= now ? html`<p>${words.answerBy} ${moment(next.answerBy, dates.day(next.answerBy))}.</p>` : null}
      ${report === null || report < now ? null : html`<p class="hint">${words.reportBy} ${moment(report, dates.day(report))}.</p>`}`,
  );
}

function nextWords(
  { mergedStage }: ComplaintStatus,
  next: ReturnType<typeof whatNext>,
  words: (typeof complaintWords)[Language],
  dates: Dates,
): Markup {
  switch (next.kind) {
    case 'due': {
      const by = dates.moment(next.by);
      return html`<p>
        <strong>${words.next.due[next.due]}</strong>${next.late ? html`. ${words.next.late(by)}` : html`, ${words.next.by(by)}.`}
      </p>`;
    }
    case 'sayWhether':
      return html`<p>${words.next.sayWhether} ${next.by === null ? null : words.next.sayWhetherBy(dates.day(next.by))}</p>`;
    case 'merged':
      return html`<p>${words.next.merged} ${mergedStage === null ? null : words.next.mergedNow(words.stage[mergedStage])}</p>`;
    default:
      return html`<p>${words.next[next.kind]}</p>`;
  }
}

/** The steps, newest first, as many as one page holds. */
function way({ language, office, status }: ComplaintPage, dates: Dates, list: number): Markup {
  const words = complaintWords[language];
  const { entries, number, of } = pageOfList(
    status.steps.toReversed().map((step) => stepEntry(step, status, language, dates)),
    list,
  );
  return html`<h2 id="steps">${words.steps}</h2>
    ${status.steps.length > 1 ? html`<p class="hint">${words.newestFirst}</p>` : null}
    <ol class="steps" reversed>
      ${entries}
    </ol>
    ${pageLinks(language, officeUrl(office.code, 'status'), number, of)}`;
}

/** The step whose words say why it stands as it does: she reads them before anything else. */
function currentWords({ complaint: { stage }, steps }: ComplaintStatus): ShownStep | null {
  const kind = wordsOfStage[stage];
  return steps.findLast((step) => kind?.includes(step.kind) === true && step.words !== null) ?? null;
}

const wordsOfStage: Readonly<Partial<Record<ComplaintStage, readonly ShownStep['kind'][]>>> = {
  waiting: ['completionRequested', 'asked'],
  answered: ['answered'],
  referred: ['referred'],
};

/** Steps whose words are for her; a text that is missing there was erased. */
const speaking: readonly ShownStep['kind'][] = ['completionRequested', 'asked', 'answered', 'statusReported', 'referred'];

function stepEntry(
  { kind, at, unitId, outcome, textId, words: written }: ShownStep,
  status: ComplaintStatus,
  language: Language,
  dates: Dates,
): Markup {
  const words = complaintWords[language];
  const isAbove = written !== null && currentWords(status)?.textId === textId;
  const unit = unitId === undefined ? null : unitName(status, unitId, language);
  const detail = unit ?? (outcome === undefined ? null : (words.outcome[outcome as keyof typeof words.outcome] ?? null));
  return html`<li>
    <p>${words.step[kind]}${detail === null ? null : html`: ${detail}`}</p>
    <p class="hint">${moment(at, dates.moment(at))}</p>
    ${isAbove ? html`<p class="hint">${words.above}</p>` : written === null ? null : html`<blockquote>${written}</blockquote>`}
    ${written === null && textId !== undefined && speaking.includes(kind) ? html`<p class="hint">${words.noWords}</p>` : null}
  </li>`;
}

function about({ language, status, now }: ComplaintPage, dates: Dates): Markup {
  const words = complaintWords[language];
  const { complaint, unitId, maskedName, anonymous, type, told } = status;
  const until = reopenUntil(status, zoneOf(told ?? { profile: null }));
  return facts([
    [words.receivedAt, moment(complaint.receivedAt, dates.moment(complaint.receivedAt))],
    [words.complainant, anonymous ? words.anonymous : maskedName],
    [words.type, type === null ? null : words.types[type]],
    [words.unit, unitId === null ? null : unitName(status, unitId, language)],
    [words.reopenUntil, until === null || until < now ? null : moment(until, dates.day(until))],
  ]);
}

const unitName = ({ told }: ComplaintStatus, unitId: string, language: Language): string | null =>
  (told?.complaintRules ?? defaultComplaintRules).units.find(({ id }) => id === unitId)?.title[language] ?? null;

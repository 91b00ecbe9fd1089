import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { type SentOrder, toldOrders } from '../../public/sentOrders.ts';
import { orderKindOf, type PublicAction, publicActions } from '../../public/whatNext.ts';
import { actionWords } from './actionWords.ts';
import { officeUrl } from './layout.ts';
import { type Dates, moment, panel } from './pieces.ts';

/** Characters of what somebody writes on a form, as the order's schema takes them. */
export const maxWritten = 4000;

export type FormProblem = 'empty' | 'tooLong' | 'choose' | 'notNow' | 'tooMany' | 'unreachable';
/** A form that was sent and not taken: why, and what was written in it. */
export interface FailedForm {
  readonly action: PublicAction;
  readonly problem: FormProblem;
  readonly written: string;
  /** Of a reply; `null`: nothing was chosen. */
  readonly satisfied: boolean | null;
}

interface Form {
  readonly language: Language;
  readonly code: string;
  /** What the office waits for decides how a reply is asked for. */
  readonly asked: boolean;
  readonly failed: FailedForm | null;
}

/** The form of an action on the status page; rating has a page of its own. */
export function actionForm(action: PublicAction, form: Form): Markup {
  const { language, code, asked, failed } = form;
  const words = actionWords[language];
  if (action === 'rate')
    return html`<h2>${words.rate.link}</h2>
      <p class="hint">${words.rate.hint}</p>
      <p><a class="button plain" href="${officeUrl(code, 'status')}/nilai">${words.rate.link}</a></p>`;
  const mine = failed?.action === action ? failed : null;
  const word = action === 'reply' && asked ? words.answer : words[action];
  return html`<h2 id="${action}">${word.title}</h2>
    ${action === 'reopen' ? html`<p class="hint">${words.reopen.hint}</p>` : null}
    <form method="post" action="${officeUrl(code, 'status')}/${action}">
      ${mine === null ? null : html`<p class="bad-text" id="${action}-problem">${words.error[mine.problem]}</p>`}
      ${action === 'reply' && !asked ? satisfaction(language, mine) : null}
      <label for="${action}-text">${word.label}</label>
      <p class="hint" id="${action}-hint">${words.text.max}</p>
      <textarea
        id="${action}-text"
        name="text"
        required
        maxlength="${maxWritten}"
        aria-describedby="${action}-hint${mine === null ? '' : ` ${action}-problem`}"
      >
${mine?.written ?? ''}</textarea>
      <button>${word.submit}</button>
    </form>`;
}

function satisfaction(language: Language, failed: FailedForm | null): Markup {
  const { reply } = actionWords[language];
  const choice = (value: 'yes' | 'no') => {
    const isChosen = failed !== null && failed.satisfied === (value === 'yes');
    return html`<label
      ><input type="radio" name="satisfied" value="${value}" required ${isChosen ? html`checked` : null} />${reply[value]}</label
    >`;
  };
  return html`<fieldset>
    <legend>${reply.satisfied}</legend>
    ${choice('yes')} ${choice('no')}
  </fieldset>`;
}

/** Above a status page: why a form was not taken; with what was written in it, where it stands on the page no more. */
export function failedNotice(language: Language, { action, problem, written }: FailedForm, isLost: boolean): Markup {
  const { error } = actionWords[language];
  const more = isLost ? html`<p class="words">${written}</p>` : html`<p><a href="#${action}">${error.toForm}</a></p>`;
  return panel(
    'bad',
    html`<p role="alert"><strong>${error.title}</strong> ${error[problem]}</p>
      ${more}`,
  );
}

/** What was sent to the office and is not decided yet, and what it refused. */
export function orderNotices(language: Language, orders: readonly SentOrder[], now: number, dates: Dates): readonly Markup[] {
  const { sent, refused } = actionWords[language];
  return toldOrders(orders, now).flatMap((order) => {
    const action = publicActions.find((one) => orderKindOf[one] === order.kind);
    if (action === undefined) return [];
    if (order.outcome === null)
      return [panel('', html`<p role="status"><strong>${sent[action]}</strong> ${moment(order.at, sent.at(dates.moment(order.at)))}</p>`)];
    return [panel('bad', html`<p role="status"><strong>${refused[action]}</strong> ${refused[refusalWord(order.outcome)]}</p>`)];
  });
}

function refusalWord(outcome: string): 'stage' | 'notUnderstood' | 'other' {
  if (outcome === 'complaintInOtherStage') return 'stage';
  return outcome === 'notUnderstood' ? 'notUnderstood' : 'other';
}

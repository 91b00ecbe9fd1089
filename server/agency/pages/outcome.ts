import { officeZone } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import { reasonInWords } from '../words/outlets.ts';
import { shortTime } from './times.ts';

/** Tells times in the agency's zone and the page's language. */
export const timeOf = ({ agency, language }: UserContext): ((at: Date) => string) => {
  const zone = officeZone.catch('Asia/Jakarta').parse(agency.zone);
  return (at) => shortTime(at.getTime(), zone, language);
};

interface Attempted {
  readonly state: string;
  readonly stateName: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly nextAt: Date;
}

/** How far something in an outbox is, why, and when it is tried next; what failed can be sent again. @param retry where, and its id. */
export function outcomeOf(
  context: UserContext,
  { state, stateName, reason, attempts, nextAt }: Attempted,
  retry: { readonly url: string; readonly id: string },
): Markup {
  const w = context.words.outlets;
  const kind = ['delivered', 'sent'].includes(state) ? 'good' : ['dead', 'failed', 'gaveUp'].includes(state) ? 'bad' : '';
  return html`<span class="tag ${kind}">${stateName}</span>
    ${reason === null ? null : html`<span>${reasonInWords(reason, w)}</span>`}
    <span class="quiet-text">
      ${attempts > 1 || kind === 'bad' ? w.attempts(attempts) : null}
      ${state === 'queued' && attempts > 0 ? html` · ${w.nextAt(timeOf(context)(nextAt))}` : null}
    </span>
    ${
      kind === 'bad'
        ? html`<form method="post" action="${retry.url}">
            ${context.formToken}<input type="hidden" name="kiriman" value="${retry.id}" />
            <button class="quiet">${w.retry}</button>
          </form>`
        : null
    }`;
}

import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { OfficeOutcome } from '../sendToOffices.ts';
import { checkboxes, notice } from './forms.ts';

export const officeTicks = (
  { words: { sending: w } }: UserContext,
  offices: readonly Office[],
  ticked: readonly string[] = [],
): Markup | null =>
  offices.length === 0
    ? null
    : checkboxes({
        name: 'kantor',
        legend: w.to,
        hint: w.toAll,
        choices: offices.map(({ officeId, name }) => [officeId, name] as const),
        ticked,
      });

/** What a redirect after sending says: `?kirim=3&lewati=code,code`. */
export function sentNotice({ words: { sending: w }, request }: UserContext, offices: readonly Office[]): Markup | null {
  const { kirim, lewati } = request.query as { kirim?: string; lewati?: string };
  if (kirim === undefined) return null;
  const names = offices.filter(({ code }) => (lewati ?? '').split(',').includes(code)).map(({ name }) => name);
  return html`${notice(w.sent(Number(kirim) || 0))} ${names.length === 0 ? null : notice(w.skipped(names.join(', ')), 'bad')}`;
}

export const sentQuery = (sent: readonly Office[], skipped: readonly Office[]): string =>
  `kirim=${sent.length}${skipped.length === 0 ? '' : `&lewati=${skipped.map(({ code }) => code).join(',')}`}`;

/** How it stands with something at each office. */
export function outcomeList(
  { words: { sending: w } }: UserContext,
  offices: readonly Office[],
  outcomes: readonly OfficeOutcome[],
): Markup {
  const byId = new Map(outcomes.map(({ officeId, outcome }) => [officeId, outcome]));
  const word = (officeId: string) => {
    const outcome = byId.get(officeId);
    if (outcome === undefined) return w.outcome.none;
    if (outcome === null) return w.outcome.pending;
    return outcome === 'done' ? w.outcome.done : `${w.outcome.refused} (${outcome})`;
  };
  return html`<dl class="facts">
    ${offices.map(
      ({ officeId, name }) =>
        html`<dt>${name}</dt>
          <dd>${word(officeId)}</dd>`,
    )}
  </dl>`;
}

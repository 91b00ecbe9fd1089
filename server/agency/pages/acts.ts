import { fits } from '../../../shared/domain/complaints/guards.ts';
import { complaintTags } from '../../../shared/domain/complaints/types.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { UserContext } from '../context.ts';
import { type ComplaintAct, complaintActs, mayAct } from '../roles.ts';
import type { ComplaintShown } from './complaint.ts';
import { select, textarea } from './forms.ts';

/** The steps that fit the complaint and the user, each folded away but the one that leads on. */
export function actForms(context: UserContext, shown: ComplaintShown): Markup {
  const { words, user } = context;
  const w = words.complaints;
  const { found, problem } = shown;
  const possible = complaintActs.filter((act) => mayAct(user, act, found) && fits(act, found.complaint));
  if (possible.length === 0) return html`<p>${w.noActs}</p>`;
  const open = problem?.act ?? nextOf(possible, found.unitId);
  return html`<p class="hint">${w.sendLead}</p>
    ${possible.map((act) => actForm(context, shown, act, act === open))}`;
}

/** What has no unit is assigned first, what has one is answered. */
function nextOf(possible: readonly ComplaintAct[], unitId: string | null): ComplaintAct | undefined {
  const order: readonly ComplaintAct[] = unitId === null ? ['verify', 'assign', 'answer'] : ['answer', 'recordMeasure'];
  return order.find((act) => possible.includes(act));
}

function actForm(context: UserContext, shown: ComplaintShown, act: ComplaintAct, isOpen: boolean): Markup {
  const { words, link, formToken, language } = context;
  const w = words.complaints;
  const { office, found, told, problem, newTextId } = shown;
  const units = (told?.complaintRules.units ?? []).filter(({ active }) => active);
  const wrong = problem?.act === act ? problem : null;
  return html`<details class="act" ${isOpen ? html`open` : null}>
    <summary>${w.acts[act]}</summary>
    <form method="post" action="${link(`/pengaduan/${office.code}/${found.complaint.complaintId}/${act}`)}">
      ${formToken}<input type="hidden" name="id" value="${newTextId}" />
      ${
        act === 'assign'
          ? select({
              name: 'unit',
              label: w.unit,
              value: found.unitId ?? '',
              choices: [['', '—'], ...units.map(({ id, title }) => [id, title[language]] as const)],
              required: true,
            })
          : null
      }
      ${act === 'verify' ? select({ name: 'tag', label: w.tag, choices: complaintTags.map((tag) => [tag, w.tags[tag]] as const) }) : null}
      ${textarea({
        // Several forms on one page: the field's id must be its own.
        name: 'teks',
        idOf: act,
        label: w.actText[act],
        hint: w.actHint[act],
        value: wrong?.text ?? '',
        problem: wrong?.message,
        rows: act === 'answer' ? 8 : 4,
        maxlength: 4000,
        required: true,
      })}
      <button>${w.send}</button>
    </form>
  </details>`;
}

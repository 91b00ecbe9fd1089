import {
  complaintSteps,
  type ComplaintForm,
  type ComplaintStep,
  type MissingField,
  missingFields,
} from '../../../../../shared/domain/complaints/form.ts';

/** `untouched`: nothing is filled in yet, though something may be needed; `missing`: begun, and something needed is not there. */
export type StepState = 'complete' | 'missing' | 'untouched';

/** What the step list shows: a step is complete when it has content and nothing needed is missing in it. */
export function stepStates(form: ComplaintForm): Readonly<Record<ComplaintStep, StepState>> {
  const missing = new Set(missingFields(form).map(({ step }) => step));
  const stateOf = (step: ComplaintStep): StepState => {
    if (!isTouched(form, step)) return 'untouched';
    return missing.has(step) ? 'missing' : 'complete';
  };
  return Object.fromEntries(complaintSteps.map((step) => [step, stateOf(step)])) as Record<ComplaintStep, StepState>;
}

/** Whether anything was typed or chosen in a step; the client's own ids and the visit's service do not count. */
export function isTouched(form: ComplaintForm, step: ComplaintStep): boolean {
  const { personId: _own, ...identity } = form.identity;
  const { serviceId: _ofVisit, ...classification } = form.classification;
  const fields = { ...form, identity, classification }[step];
  return Object.values(fields).some(hasContent);
}

const hasContent = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value !== null && value !== false;

/** Whether anything at all was typed; an empty form leaves no draft behind. */
export const isBlank = (form: ComplaintForm): boolean => !complaintSteps.some((step) => isTouched(form, step));

export const neighbour = (step: ComplaintStep, by: 1 | -1): ComplaintStep | undefined => complaintSteps[complaintSteps.indexOf(step) + by];

/** The words of the complaint that suggestions and the search for similar ones are made from. */
export function textOf({ listen, description }: ComplaintForm): string {
  const notes = listen.notes.map(({ text }) => text);
  const { title, what, loss, settlement, who } = description;
  // A text that was copied from the chronology says nothing new.
  const own = what === listen.chronology ? '' : what;
  return [title, listen.chronology, listen.gist, ...notes, own, who, loss, settlement].filter((part) => part.trim() !== '').join('\n');
}

/** A short title from the gist, else from the first sentence of the chronology; empty: nothing to go by. */
export function proposedTitle({ listen }: ComplaintForm): string {
  const from = listen.gist.trim() === '' ? listen.chronology : listen.gist;
  const [sentence = ''] = from.trim().split(/(?<=[.!?])\s|\n/u);
  const clean = sentence.replace(/[.!?\s]+$/u, '');
  if (clean.length <= longestProposal) return clean;
  return `${clean.slice(0, clean.lastIndexOf(' ', longestProposal))} …`;
}
const longestProposal = 80;

export const missingIn = (missing: readonly MissingField[], field: string): boolean => missing.some((one) => one.field === field);

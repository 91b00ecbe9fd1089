import type { TFunction } from 'i18next';
import { type ComplaintForm, complaintSteps, type ComplaintStep } from '../../../../../shared/domain/complaints/form.ts';
import type { ComplaintPriority } from '../../../../../shared/domain/complaints/types.ts';
import type { Language } from '../../../../../shared/domain/values.ts';
import { dateWords } from '../../../../ui/format.ts';

/** What the summary needs beside the form itself. */
export interface SummaryContext {
  readonly t: TFunction;
  readonly language: Language;
  readonly priority: ComplaintPriority | null;
  readonly unit: string;
}

/** Sentences to read out, by the step in which they can be corrected. */
export type Summary = readonly { readonly step: ComplaintStep; readonly sentences: readonly string[] }[];

/** The complaint in plain sentences, as it is read back to the complainant; what was not said is left out. */
export function summaryOf(form: ComplaintForm, context: SummaryContext): Summary {
  const sentences: Readonly<Record<ComplaintStep, readonly (string | null)[]>> = {
    listen: listen(form, context),
    identity: identity(form, context),
    description: description(form, context),
    classification: classification(form, context),
    solution: solution(form, context),
    confirmation: [],
  };
  return complaintSteps
    .map((step) => ({ step, sentences: sentences[step].filter((sentence) => sentence !== null) }))
    .filter((part) => part.sentences.length > 0);
}

/** Without the full stop that the sentence around it brings. */
const bare = (text: string): string => text.trim().replace(/[.\s]+$/u, '');
const said = (text: string, sentence: (text: string) => string): string | null => (bare(text) === '' ? null : sentence(bare(text)));

function listen({ listen: { gist, chronology }, description: { title } }: ComplaintForm, { t }: SummaryContext) {
  // A title that was made from the gist says it already.
  if (bare(gist) !== '' && bare(gist) === bare(title)) return [];
  // The gist is what was agreed on; only where there is none is the whole chronology read.
  return [
    said(gist, (text) => t('complaintSummary.gist', { gist: `${text}.` })) ??
      said(chronology, (text) => t('complaintSummary.chronology', { chronology: `${text}.` })),
  ];
}

function identity(
  { identity: { name, anonymous, confidential, phone, email }, description: { title } }: ComplaintForm,
  { t }: SummaryContext,
) {
  const contact = [phone, email].filter((one) => one.trim() !== '').join(', ');
  const who = anonymous || bare(name) === '' ? 'complaintSummary.who.anonymous' : 'complaintSummary.who';
  return [
    said(title, (text) => t(who, { name: bare(name), title: text })),
    confidential ? t('complaintSummary.who.confidential') : null,
    said(contact, (text) => t('complaintSummary.contact', { contact: text })),
  ];
}

function description({ description: now }: ComplaintForm, { t, language }: SummaryContext) {
  return [
    now.occurredOn === null ? null : t('complaintSummary.when', { date: dateWords(now.occurredOn, language) }),
    said(now.place, (place) => t('complaintSummary.where', { place })),
    said(now.who, (who) => t('complaintSummary.involved', { who })),
    said(now.loss, (loss) => t('complaintSummary.loss', { loss })),
    said(now.settlement, (settlement) => t('complaintSummary.settlement', { settlement })),
    now.attachments.length === 0 ? null : t('complaintSummary.attachments', { n: now.attachments.length }),
  ];
}

function classification({ classification: now }: ComplaintForm, { t, priority, unit }: SummaryContext) {
  const kind =
    now.type === null || now.class === null || priority === null
      ? null
      : t('complaintSummary.type', {
          type: t(`complaintType.${now.type}`).toLowerCase(),
          class: t(`complaintClass.${now.class}`).toLowerCase(),
          priority: t(`complaintPriority.${priority}`).toLowerCase(),
        });
  return [kind, said(unit, (words) => t('complaintSummary.unit', { unit: words }))];
}

function solution({ solution: now }: ComplaintForm, { t, language }: SummaryContext) {
  return [
    said(now.temporary, (temporary) => t('complaintSummary.temporary', { temporary })),
    now.promisedOn === null ? null : t('complaintSummary.promised', { date: dateWords(now.promisedOn, language) }),
    said(now.compensation, (compensation) => t('complaintSummary.compensation', { compensation })),
    now.referral === null ? null : said(now.referral.office, (office) => t('complaintSummary.referral', { office })),
    now.legalMeeting === null ? null : legal(now.legalMeeting.on, t, language),
  ];
}

const legal = (on: string | null, t: TFunction, language: Language): string =>
  on === null ? t('complaintSummary.legal.noDate') : t('complaintSummary.legal', { date: dateWords(on, language) });

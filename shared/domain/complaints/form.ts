/**
 * The guided complaint form as it is kept while it is filled in and as it is handed over when it is saved. Everything a
 * person typed is personal until proven otherwise: a draft and the content of a complaint live in the vault only.
 *
 * A draft may be empty anywhere; what must be there to save is checked by `missingFields` (form fields of SP4N-LAPOR!
 * and UU 25/2009 art. 42; verification of DOMAIN section 4).
 */
import { z } from 'zod';
import { date, id, instant, line } from '../values.ts';
import {
  attachmentType,
  complaintChannel,
  complaintClass,
  complaintTag,
  complaintType,
  level,
  maxAttachmentBytes,
  maxAttachments,
} from './types.ts';

/** Steps in their order: Dengarkan, Identitas, Uraian, Klasifikasi, Solusi awal, Konfirmasi. */
export const complaintSteps = ['listen', 'identity', 'description', 'classification', 'solution', 'confirmation'] as const;
export const complaintStep = z.enum(complaintSteps);
export type ComplaintStep = z.infer<typeof complaintStep>;

const text = (max: number) => line(max, 0);

export const listenFields = z.strictObject({
  /** The chronology as told. */
  chronology: text(8000),
  /** Notes with the time at which they were written. */
  notes: z.array(z.strictObject({ at: instant, text: text(1000) })).max(200),
  /** "Ulangi inti keluhan": what the officer repeated and the complainant agreed to. */
  gist: text(1000),
});

export const identityFields = z.strictObject({
  /** Made by the client; the id of a person found by NIK or phone when she was seen before. */
  personId: id,
  name: text(120),
  nik: z.string().regex(/^\d{0,20}$/u),
  address: text(300),
  phone: z.string().regex(/^[+\d][\d\s-]{0,24}$|^$/u),
  email: z.string().max(120),
  /** Anonim: the reporter is hidden from those who handle the complaint. Without a name nothing can be hidden. */
  anonymous: z.boolean(),
  /** Rahasia: identity for the receiving officer and supervisors only, content never public. */
  confidential: z.boolean(),
  /** The notice of purpose was read out and agreed to (UU 27/2022 art. 20–21). */
  consent: z.boolean(),
});

export const attachmentReference = z.strictObject({
  attachmentId: id,
  name: text(200),
  mediaType: attachmentType,
  bytes: z.number().int().min(1).max(maxAttachmentBytes),
});
export type AttachmentReference = z.infer<typeof attachmentReference>;

export const descriptionFields = z.strictObject({
  title: text(200),
  what: text(4000),
  occurredOn: date.nullable(),
  place: text(300),
  who: text(500),
  loss: text(1000),
  settlement: text(1000),
  attachments: z.array(attachmentReference).max(maxAttachments),
});

export const classificationFields = z.strictObject({
  type: complaintType.nullable(),
  tag: complaintTag.nullable(),
  class: complaintClass.nullable(),
  /** SP4N category and destination unit: entries of the office's configuration. */
  categoryId: id.nullable(),
  unitId: id.nullable(),
  serviceId: id.nullable(),
  urgency: level.nullable(),
  impact: level.nullable(),
  /** Recent complaints on the same matter: `merge` adds this one to it, `related` only links them. */
  similar: z.array(z.strictObject({ complaintId: id, relation: z.enum(['merge', 'related']) })).max(10),
});

export const solutionFields = z.strictObject({
  temporary: text(1000),
  /** The date told to the complainant; proposed from working days. */
  promisedOn: date.nullable(),
  apology: z.boolean(),
  /** What is offered when the office was at fault; empty: nothing. */
  compensation: text(500),
  /** Not our remit: to whom it is referred and why. Never refused. */
  referral: z.strictObject({ office: text(200), reason: text(500) }).nullable(),
  /** A legal threat: a meeting with the legal section is offered. */
  legalMeeting: z.strictObject({ on: date.nullable(), note: text(500) }).nullable(),
});

/** Strokes of a signature pad: points as x, y pairs, 0 … 1000 of the pad's width and height. */
export const signature = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pad'),
    strokes: z
      .array(z.array(z.number().int().min(0).max(1000)).max(2000))
      .min(1)
      .max(200),
  }),
  z.strictObject({ kind: z.literal('paper') }),
]);
export type Signature = z.infer<typeof signature>;

export const confirmationFields = z.strictObject({
  /** The summary was read back. */
  readBack: z.boolean(),
  complainantSignature: signature.nullable(),
  officerSignature: signature.nullable(),
});

export const complaintForm = z.strictObject({
  /** `short`: an oral complaint answered on the spot; title, chronology and temporary solution are enough. */
  kind: z.enum(['full', 'short']),
  /** How it came; drafts of the first form were all taken at a counter. */
  channel: complaintChannel.default('counter'),
  listen: listenFields,
  identity: identityFields,
  description: descriptionFields,
  classification: classificationFields,
  solution: solutionFields,
  confirmation: confirmationFields,
});
export type ComplaintForm = z.infer<typeof complaintForm>;

/** An empty form for a person whose id the client made. */
export const emptyForm = (personId: string, kind: ComplaintForm['kind'] = 'full'): ComplaintForm => ({
  kind,
  channel: 'counter',
  listen: { chronology: '', notes: [], gist: '' },
  identity: { personId, name: '', nik: '', address: '', phone: '', email: '', anonymous: false, confidential: false, consent: false },
  description: { title: '', what: '', occurredOn: null, place: '', who: '', loss: '', settlement: '', attachments: [] },
  classification: {
    type: null,
    tag: null,
    class: null,
    categoryId: null,
    unitId: null,
    serviceId: null,
    urgency: null,
    impact: null,
    similar: [],
  },
  solution: { temporary: '', promisedOn: null, apology: false, compensation: '', referral: null, legalMeeting: null },
  confirmation: { readBack: false, complainantSignature: null, officerSignature: null },
});

/** A field that must be filled before the form can be saved, and the step where it is. */
export interface MissingField {
  readonly step: ComplaintStep;
  /** `listen.chronology`, as the form names it. */
  readonly field: string;
}

/** Whether she can be spoken to now: what came in writing is neither read out nor read back. */
export const isSpoken = ({ channel }: Pick<ComplaintForm, 'channel'>): boolean => channel === 'counter' || channel === 'phone';

/** What is still missing. Anonymous reporters need no identity; consent is asked as soon as any identity is kept. */
export function missingFields(form: ComplaintForm): readonly MissingField[] {
  const missing: MissingField[] = [];
  const need = (step: ComplaintStep, field: string, present: boolean) => {
    if (!present) missing.push({ step, field: `${step}.${field}` });
  };
  need('listen', 'chronology', form.listen.chronology.trim() !== '');
  if (form.kind === 'short') {
    need('description', 'title', form.description.title.trim() !== '');
    need('solution', 'temporary', form.solution.temporary.trim() !== '');
    if (asksConsent(form)) need('identity', 'consent', form.identity.consent);
    return missing;
  }
  if (!form.identity.anonymous) need('identity', 'name', form.identity.name.trim() !== '');
  if (asksConsent(form)) need('identity', 'consent', form.identity.consent);
  need('description', 'title', form.description.title.trim() !== '');
  need('classification', 'type', form.classification.type !== null);
  need('classification', 'class', form.classification.class !== null);
  need('classification', 'urgency', form.classification.urgency !== null);
  need('classification', 'impact', form.classification.impact !== null);
  if (form.solution.referral !== null) need('solution', 'referral.office', form.solution.referral.office.trim() !== '');
  if (isSpoken(form)) need('confirmation', 'readBack', form.confirmation.readBack);
  return missing;
}

/** Whether the notice of purpose is read out and agreed to; public service itself is the ground (UU 27/2022 art. 20). */
export const asksConsent = (form: ComplaintForm): boolean => isSpoken(form) && hasIdentity(form);

/** Whether anything that identifies the complainant was typed. */
export function hasIdentity({ identity }: ComplaintForm): boolean {
  return [identity.name, identity.nik, identity.address, identity.phone, identity.email].some((value) => value.trim() !== '');
}

import { z } from 'zod';
import { bilingual, date, id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { queueRefusals } from './queueRefusals.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;

/** How far a submission is: in work, lying ready, handed out. */
export const documentStages = ['inWork', 'ready', 'collected'] as const;
export type DocumentStage = (typeof documentStages)[number];

export const documentRefusals = {
  requirementsMissing: z.strictObject({ missing: z.array(bilingual(200)) }),
  /** The person of this id was erased and can never be stored again. */
  personErased: z.strictObject({}),
  /** Another command already used this document id. */
  alreadyRegistered: z.strictObject({ number: z.string() }),
  /** Another command already used this slip's id. */
  alreadyRecorded: z.strictObject({}),
  documentUnknown: z.strictObject({}),
  /** What was applied for was handed out before: perhaps to somebody else. */
  documentCollected: z.strictObject({ number: z.string() }),
};

/** A person as typed at the counter. The NIK is checked with warnings only, so any text of digits may come. */
export const applicant = z.strictObject({
  name: line(120),
  nik: z.string().regex(/^\d{0,20}$/u),
  phone: z.string().regex(/^[+\d][\d\s-]{0,24}$|^$/u),
});

export const documentView = z.strictObject({
  documentId: id,
  number: z.string(),
  serviceId: id,
  serviceTitle: bilingual(120),
  ticketNumber: z.string().nullable(),
  /** Masked as on paper: `3201••••••••0001`; empty when none was given, `null` when the person was erased. */
  applicant: z.strictObject({ name: z.string(), nik: z.string(), phone: z.string() }).nullable(),
  received: z.array(bilingual(200)),
  receivedAt: instant,
  readyOn: date,
  staffName: z.string(),
  /** When it was marked as lying ready; `null`: not yet. */
  readyAt: instant.nullable(),
  /** When it was handed out and by whom; `null`: not yet. */
  collected: z.strictObject({ at: instant, staffName: z.string() }).nullable(),
});
export type DocumentView = z.infer<typeof documentView>;

export const documentMethods = {
  /** Registers a complete submission and its `tanda terima berkas` number `B-2026-000123`. */
  'documents.register': command({
    roles: counterStaff,
    input: z.strictObject({
      documentId: id,
      personId: id,
      counterId: id,
      ticketId: id.nullable(),
      serviceId: id,
      applicant,
      receivedRequirementIds: z.array(id).max(30),
    }),
    output: z.strictObject({ number: z.string(), readyOn: date }),
    refusals: {
      ...pick(documentRefusals, 'requirementsMissing', 'alreadyRegistered', 'personErased'),
      ...atCounterRefusals(),
    },
  }),
  /** Records what is missing and makes the slip that says where to get it. */
  'documents.recordShortfall': command({
    roles: counterStaff,
    input: z.strictObject({
      shortfallId: id,
      counterId: id,
      ticketId: id.nullable(),
      serviceId: id,
      missingRequirementIds: z.array(id).min(1).max(30),
    }),
    output: z.strictObject({}),
    refusals: { ...pick(documentRefusals, 'alreadyRecorded'), ...atCounterRefusals() },
  }),
  /** What was applied for lies ready to be collected. Marking it again changes nothing. */
  'documents.markReady': command({
    roles: counterStaff,
    input: z.strictObject({ documentId: id }),
    output: z.strictObject({}),
    refusals: pick(documentRefusals, 'documentUnknown', 'documentCollected'),
  }),
  /** It is handed out; what was not marked as ready is ready by that. Never twice. */
  'documents.handOver': command({
    roles: counterStaff,
    input: z.strictObject({ documentId: id }),
    output: z.strictObject({}),
    refusals: pick(documentRefusals, 'documentUnknown', 'documentCollected'),
  }),
  /** After a recovery that lost events: registration numbers that may have been printed are not given again. */
  'documents.skipNumbers': command({
    roles: ['system'],
    input: z.strictObject({ by: z.number().int().min(1).max(1000) }),
    output: z.strictObject({}),
    refusals: {},
  }),
  'documents.ofTicket': query({
    roles: counterStaff,
    input: z.strictObject({ ticketId: id }),
    output: z.strictObject({
      documents: z.array(documentView),
      shortfalls: z.array(z.strictObject({ shortfallId: id, at: instant, missing: z.array(bilingual(200)) })),
    }),
    topics: ['documents', 'people'],
  }),
  /** The latest submissions, newest first; `search` is a registration number, its end, or what a scanner read from a receipt. */
  'documents.recent': query({
    roles: counterStaff,
    input: z.strictObject({
      search: z.string().max(400),
      limit: z.number().int().min(1).max(100),
      /** Left out: all of them. */
      stage: z.enum(documentStages).optional(),
    }),
    output: z.array(documentView),
    topics: ['documents', 'people'],
  }),
  /** Warnings about a NIK while it is typed; never a refusal (DOMAIN section 4, NIK). */
  'documents.checkNik': query({
    roles: counterStaff,
    input: z.strictObject({ nik: z.string().max(40) }),
    output: z.strictObject({
      warnings: z.array(z.enum(['length', 'digits', 'region', 'birthDate', 'sequence'])),
      sex: z.enum(['female', 'male']).nullable(),
      birthDate: date.nullable(),
      lansia: z.boolean(),
    }),
    topics: [],
  }),
};

/** Why an officer may not take in papers here. */
function atCounterRefusals() {
  return pick(
    queueRefusals,
    'serviceUnknown',
    'ticketUnknown',
    'ticketNotYours',
    'ticketInOtherState',
    'counterUnknown',
    'requirementUnknown',
    'notAtCounter',
  );
}

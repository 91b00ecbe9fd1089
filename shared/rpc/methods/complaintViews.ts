/** What screens see of complaints. Who may see what is decided by the host: hidden parts come as `null`. */
import { z } from 'zod';
import { attachmentReference, signature } from '../../domain/complaints/form.ts';
import {
  complaintChannel,
  complaintClass,
  complaintPriority,
  complaintStage,
  complaintTag,
  complaintType,
  level,
} from '../../domain/complaints/types.ts';
import { bilingual, date, id, instant } from '../../domain/values.ts';

export const deadlineKinds = ['firstResponse', 'verify', 'answer', 'ceiling', 'close', 'report'] as const;
export const deadlineKind = z.enum(deadlineKinds);
export type DeadlineKind = z.infer<typeof deadlineKind>;

/** `met`: in time or late, but done. `paused`: stands still while the complainant is waited for. */
export const deadlineView = z.strictObject({
  kind: deadlineKind,
  dueAt: instant,
  /** Calendar date in the office's zone. */
  dueOn: date,
  state: z.enum(['open', 'soon', 'overdue', 'met', 'missed', 'paused']),
  /** Working days until it (negative: since), for "3 hari kerja lagi". */
  workingDaysLeft: z.number().int(),
});
export type DeadlineView = z.infer<typeof deadlineView>;

/** Who has been told of a missed deadline: nobody, the officer in charge, the supervisor, the head. */
export const escalation = z.enum(['none', 'warned', 'supervisor', 'head']);

export const complaintRow = z.strictObject({
  complaintId: id,
  number: z.string(),
  /** `null`: hidden from this person (rahasia), or erased. */
  title: z.string().nullable(),
  /** Name as this person may see it (masked for others than its owner); `null`: hidden, erased or never given. */
  complainant: z.string().nullable(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  receivedAt: instant,
  stage: complaintStage,
  priority: complaintPriority,
  type: complaintType.nullable(),
  class: complaintClass,
  unit: bilingual(120).nullable(),
  assigneeName: z.string().nullable(),
  /** The next deadline that is not met; `null` when nothing is due any more. */
  due: deadlineView.nullable(),
  escalation,
  mine: z.boolean(),
});
export type ComplaintRow = z.infer<typeof complaintRow>;

export const timelineKinds = [
  'received',
  'verified',
  'completionRequested',
  'completionReceived',
  'assigned',
  'noted',
  'measure',
  'answered',
  'asked',
  'replied',
  'closed',
  'reopened',
  'referred',
  'reclassified',
  'merged',
  'linked',
  'statusReported',
  'warned',
  'escalated',
  'escalationAcknowledged',
  'attached',
  'rated',
] as const;

/** Who did it: somebody of this office, a unit of the agency or the complainant through the central server, or nobody. */
export const timelineActors = ['staff', 'unit', 'complainant', 'program'] as const;

/** How it stands with the answer: promised, late, given; the complainant is waited for; another office gives it. */
export const answerProspects = ['promised', 'late', 'answered', 'waiting', 'referred'] as const;
export type AnswerProspect = (typeof answerProspects)[number];

export const reportChannels = ['whatsapp', 'sms', 'email', 'letter', 'phone', 'inPerson'] as const;
export const reportChannel = z.enum(reportChannels);
export const closingOutcomes = ['resolved', 'resolvedOnSpot', 'notProven', 'withdrawn', 'noReply'] as const;
export const closingOutcome = z.enum(closingOutcomes);

/** One thing that happened; details that do not belong to its kind are `null`. */
export const timelineEntry = z.strictObject({
  eventId: id,
  kind: z.enum(timelineKinds),
  at: instant,
  by: z.enum(timelineActors),
  /** Empty unless it was somebody of this office. */
  staffName: z.string(),
  /** What was written; `null`: nothing, hidden or erased. */
  text: z.string().nullable(),
  unit: bilingual(120).nullable(),
  assigneeName: z.string().nullable(),
  channel: reportChannel.nullable(),
  outcome: closingOutcome.nullable(),
  deadline: deadlineKind.nullable(),
  /** Whom a missed deadline was reported to. */
  level: z.enum(['supervisor', 'head']).nullable(),
  otherNumber: z.string().nullable(),
  otherId: id.nullable(),
  /** Of a rating, 1–5. */
  score: z.number().int().min(1).max(5).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const complaintActions = [
  'verify',
  'requestCompletion',
  'recordCompletion',
  'assign',
  'note',
  'recordMeasure',
  'answer',
  'askComplainant',
  'recordReply',
  'close',
  'reopen',
  'refer',
  'reclassify',
  'merge',
  'link',
  'recordStatusReport',
  'acknowledgeEscalation',
] as const;
export type ComplaintAction = (typeof complaintActions)[number];

export const complaintView = z.strictObject({
  complaintId: id,
  number: z.string(),
  channel: complaintChannel,
  kind: z.enum(['full', 'short']),
  stage: complaintStage,
  priority: complaintPriority,
  urgency: level,
  impact: level,
  type: complaintType.nullable(),
  tag: complaintTag.nullable(),
  class: complaintClass,
  category: bilingual(120).nullable(),
  categoryId: id.nullable(),
  unit: bilingual(120).nullable(),
  unitId: id.nullable(),
  serviceId: id.nullable(),
  serviceTitle: bilingual(120).nullable(),
  receivedAt: instant,
  receivedBy: z.string(),
  counterName: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  /** Owner, assignee or supervisor: sees everything and may act. */
  mine: z.boolean(),
  /** Masked for others; `null`: hidden, erased or never given. */
  complainant: z
    .strictObject({ personId: id, name: z.string(), nik: z.string(), phone: z.string(), address: z.string(), email: z.string() })
    .nullable(),
  /** `null`: hidden or erased. */
  content: z
    .strictObject({
      title: z.string(),
      chronology: z.string(),
      notes: z.array(z.strictObject({ at: instant, text: z.string() })),
      gist: z.string(),
      what: z.string(),
      occurredOn: date.nullable(),
      place: z.string(),
      who: z.string(),
      loss: z.string(),
      settlement: z.string(),
      temporary: z.string(),
      apology: z.boolean(),
      compensation: z.string(),
      referral: z.strictObject({ office: z.string(), reason: z.string() }).nullable(),
      legalMeeting: z.strictObject({ on: date.nullable(), note: z.string() }).nullable(),
      complainantSignature: signature.nullable(),
      officerSignature: signature.nullable(),
    })
    .nullable(),
  promisedOn: date.nullable(),
  attachments: z.array(attachmentReference),
  deadlines: z.array(deadlineView),
  /** A written answer is owed: it came by letter or through a system (DOMAIN section 4). */
  letterOwed: z.boolean(),
  escalation,
  waitingFor: z.enum(['completion', 'answerToQuestion']).nullable(),
  outcome: closingOutcome.nullable(),
  mergedInto: z.strictObject({ complaintId: id, number: z.string() }).nullable(),
  related: z.array(z.strictObject({ complaintId: id, number: z.string(), relation: z.enum(['merged', 'related']) })),
  timeline: z.array(timelineEntry),
  /** What this person may do now, the most sensible first. */
  actions: z.array(z.enum(complaintActions)),
});
export type ComplaintView = z.infer<typeof complaintView>;

/** An earlier complaint of a person, or a similar one, as short as a line. */
export const complaintBrief = z.strictObject({
  complaintId: id,
  number: z.string(),
  title: z.string().nullable(),
  stage: complaintStage,
  receivedAt: instant,
  unit: bilingual(120).nullable(),
});
export type ComplaintBrief = z.infer<typeof complaintBrief>;

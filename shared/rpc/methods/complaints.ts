/** Registering complaints and reading them: the form, the work list, one complaint, who came before. */
import { z } from 'zod';
import { complaintForm } from '../../domain/complaints/form.ts';
import { complaintRules } from '../../domain/complaints/rules.ts';
import {
  complaintChannel,
  complaintClass,
  complaintPriority,
  complaintStage,
  complaintStages,
  complaintType,
} from '../../domain/complaints/types.ts';
import { bilingual, date, id, instant, line } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { attachmentRefusals } from './attachments.ts';
import { complaintRefusals } from './complaintRefusals.ts';
import { complaintBrief, complaintRow, complaintView, deadlineKind } from './complaintViews.ts';
import { documentRefusals } from './documents.ts';
import { queueRefusals } from './queueRefusals.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;

/** What the list is narrowed to; an empty list of a filter means all. */
export const complaintFilters = z.strictObject({
  stages: z.array(complaintStage).max(complaintStages.length),
  priorities: z.array(complaintPriority).max(3),
  types: z.array(complaintType).max(5),
  classes: z.array(complaintClass).max(4),
  unitIds: z.array(id).max(100),
  categoryIds: z.array(id).max(100),
  /** Received by or assigned to me. */
  mine: z.boolean(),
  due: z.enum(['overdue', 'soon', 'escalated']).nullable(),
  /** Received on these office dates, both included. */
  from: date.nullable(),
  to: date.nullable(),
  /** Words looked for in everything that was written, or a tracking number. */
  text: line(200, 0),
});
export type ComplaintFilters = z.infer<typeof complaintFilters>;

export const noFilters: ComplaintFilters = {
  stages: [],
  priorities: [],
  types: [],
  classes: [],
  unitIds: [],
  categoryIds: [],
  mine: false,
  due: null,
  from: null,
  to: null,
  text: '',
};

export const complaintSorts = ['due', 'newest', 'oldest', 'priority'] as const;
export const savedView = z.strictObject({ viewId: id, name: line(60), filters: complaintFilters, sort: z.enum(complaintSorts) });

export const complaintMethods = {
  /** Saves the form as a complaint with its tracking number `P-2026-000123` and a PIN. Its draft is gone afterwards. */
  'complaint.register': command({
    roles: counterStaff,
    input: z.strictObject({
      complaintId: id,
      channel: complaintChannel,
      counterId: id.nullable(),
      ticketId: id.nullable(),
      form: complaintForm,
    }),
    output: z.strictObject({ number: z.string() }),
    refusals: {
      ...pick(
        complaintRefusals,
        'complaintAlreadyRegistered',
        'complaintIncomplete',
        'categoryUnknown',
        'unitUnknown',
        'mergeImpossible',
        'complaintUnknown',
      ),
      ...pick(documentRefusals, 'personErased'),
      ...pick(queueRefusals, 'serviceUnknown'),
      ...pick(attachmentRefusals, 'attachmentUnknown'),
    },
  }),
  /** The secret with which the complainant can follow it; for owner and supervisor, to tell it again. */
  'complaint.pin': query({
    roles: counterStaff,
    input: z.strictObject({ complaintId: id }),
    output: z.strictObject({ pin: z.string() }),
    refusals: pick(complaintRefusals, 'complaintUnknown', 'complaintNotYours'),
    topics: [],
  }),
  'complaint.view': query({
    roles: counterStaff,
    input: z.strictObject({ complaintId: id }),
    output: complaintView,
    refusals: pick(complaintRefusals, 'complaintUnknown'),
    topics: ['complaints', 'people', 'office', 'staff'],
  }),
  /** The work list, a page at a time: an officer's own and the open ones, everything for a supervisor. `matches` is the number of all rows; counts are per stage without the stage filter. */
  'complaint.list': query({
    roles: counterStaff,
    input: z.strictObject({
      filters: complaintFilters,
      sort: z.enum(complaintSorts),
      offset: z.number().int().min(0).max(1_000_000),
      limit: z.number().int().min(1).max(100),
    }),
    output: z.strictObject({
      rows: z.array(complaintRow),
      matches: z.number().int(),
      stageCounts: z.array(z.strictObject({ stage: complaintStage, count: z.number().int() })),
      /** Words are being read in after a start: a text search may not have found everything yet. 0 … 1, 1 when complete. */
      indexed: z.number().min(0).max(1),
    }),
    topics: ['complaints', 'people', 'office', 'staff'],
  }),
  /** What needs a look: for the count on the header. */
  'complaint.attention': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.strictObject({
      overdue: z.number().int(),
      soon: z.number().int(),
      escalated: z.number().int(),
      /** Of these who waits for this person: a supervisor; the head, or administrators while nobody is named as head. */
      escalatedToMe: z.number().int(),
      reportsDue: z.number().int(),
    }),
    topics: ['complaints', 'office'],
  }),
  'complaint.savedViews': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.array(savedView),
    topics: ['complaints'],
  }),
  'complaint.saveView': command({
    roles: counterStaff,
    input: savedView,
    output: z.strictObject({}),
    refusals: pick(complaintRefusals, 'tooManySavedViews'),
  }),
  'complaint.removeView': command({
    roles: counterStaff,
    input: z.strictObject({ viewId: id }),
    output: z.strictObject({}),
    refusals: pick(complaintRefusals, 'savedViewUnknown'),
  }),
  /** Deadlines that a complaint received now would get, and the date that can be promised. */
  'complaint.deadlinesPreview': query({
    roles: counterStaff,
    input: z.strictObject({ class: complaintClass }),
    output: z.strictObject({
      deadlines: z.array(z.strictObject({ kind: deadlineKind, dueOn: date, dueAt: instant })),
      promise: date,
      unconfirmedYears: z.array(z.number().int()),
    }),
    topics: ['office'],
  }),
  /** Recent complaints on the same matter, most alike first, found while typing. */
  'complaint.similar': query({
    roles: counterStaff,
    input: z.strictObject({ text: line(4000, 0), serviceId: id.nullable(), unitId: id.nullable() }),
    output: z.array(complaintBrief),
    topics: ['complaints'],
  }),
  /** A person seen before, by full NIK or phone through the keyed index, with her earlier complaints. */
  'person.lookup': query({
    roles: counterStaff,
    input: z.strictObject({ by: z.enum(['nik', 'phone']), value: z.string().min(3).max(40) }),
    output: z.array(
      z.strictObject({
        personId: id,
        name: z.string(),
        nik: z.string(),
        phone: z.string(),
        address: z.string(),
        email: z.string(),
        complaints: z.array(complaintBrief),
      }),
    ),
    topics: ['people', 'complaints'],
  }),
  'office.complaintRules': query({
    roles: [...counterStaff],
    input: z.strictObject({}),
    output: complaintRules,
    topics: ['office'],
  }),
  'office.saveComplaintRules': command({
    roles: ['admin'],
    input: complaintRules,
    output: z.strictObject({}),
    refusals: pick(complaintRefusals, 'assigneeUnknown'),
  }),
  /** Complaints on the same matter again and again: a structural fault (DOMAIN section 4). */
  'complaint.groups': query({
    roles: ['pengawas', 'admin'],
    input: z.strictObject({ days: z.number().int().min(7).max(730) }),
    output: z.array(
      z.strictObject({
        groupKey: z.string(),
        type: complaintType,
        unit: bilingual(120).nullable(),
        service: bilingual(120).nullable(),
        category: bilingual(120).nullable(),
        count: z.number().int(),
        /** The half of the period before: to see whether it grows. */
        before: z.number().int(),
        since: instant,
        latest: instant,
        /** Places that the latest of them name more than once, the most named first. */
        places: z.array(z.strictObject({ place: z.string(), count: z.number().int() })),
        complaints: z.array(complaintBrief),
        proposal: z.strictObject({ proposalId: id, at: instant, staffName: z.string(), text: z.string().nullable() }).nullable(),
      }),
    ),
    topics: ['complaints', 'office'],
  }),
};

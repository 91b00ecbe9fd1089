/** What is being typed: on disk within a second, in the vault, and gone when the complaint is registered. */
import { z } from 'zod';
import { complaintForm, complaintStep } from '../../domain/complaints/form.ts';
import { id, instant } from '../../domain/values.ts';
import { command, query } from '../define.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;

export const complaintDraft = z.strictObject({
  draftId: id,
  /** Where the officer was: the step, and the field that had the focus (empty: none). */
  step: complaintStep,
  field: z.string().max(60),
  form: complaintForm,
  counterId: id.nullable(),
  ticketId: id.nullable(),
});
export type ComplaintDraft = z.infer<typeof complaintDraft>;

export const complaintDraftMethods = {
  /**
   * Keeps the form as it is now; answered when it is on disk. `revision` is the one last seen: somebody who saves over a
   * newer one (a second tab) is told.
   */
  'draft.save': command({
    roles: counterStaff,
    input: z.strictObject({ ...complaintDraft.shape, revision: z.number().int().min(0) }),
    output: z.strictObject({ savedAt: instant, revision: z.number().int() }),
    refusals: {
      draftChangedElsewhere: z.strictObject({ revision: z.number().int() }),
      /** Registered as a complaint or thrown away meanwhile. */
      draftEnded: z.strictObject({}),
      draftNotYours: z.strictObject({}),
    },
  }),
  /** The officer's own open drafts, newest first. */
  'draft.mine': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        draftId: id,
        title: z.string(),
        name: z.string(),
        step: complaintStep,
        updatedAt: instant,
        ticketId: id.nullable(),
      }),
    ),
    topics: ['drafts'],
  }),
  'draft.open': query({
    roles: counterStaff,
    input: z.strictObject({ draftId: id }),
    output: z.strictObject({
      draft: z.strictObject({ ...complaintDraft.shape, revision: z.number().int(), updatedAt: instant }).nullable(),
    }),
    topics: ['drafts'],
  }),
  /** Thrown away for good; its attachments too. */
  'draft.discard': command({
    roles: counterStaff,
    input: z.strictObject({ draftId: id }),
    output: z.strictObject({}),
    refusals: {},
  }),
};

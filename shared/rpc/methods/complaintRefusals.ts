import { z } from 'zod';
import { complaintStage } from '../../domain/complaints/types.ts';

export const complaintRefusals = {
  complaintUnknown: z.strictObject({}),
  /** Another command already registered this complaint. */
  complaintAlreadyRegistered: z.strictObject({ number: z.string() }),
  /** What is still missing, as `missingFields` names it. */
  complaintIncomplete: z.strictObject({ fields: z.array(z.string()) }),
  /** The step does not fit the stage; nothing changed. */
  complaintInOtherStage: z.strictObject({ number: z.string(), stage: complaintStage }),
  /** Only who received it, who it is assigned to, or a supervisor may do this. */
  complaintNotYours: z.strictObject({ number: z.string() }),
  categoryUnknown: z.strictObject({}),
  unitUnknown: z.strictObject({}),
  assigneeUnknown: z.strictObject({}),
  /** Merged into itself or into one that is itself merged or closed: nobody would answer it any more. */
  mergeImpossible: z.strictObject({ number: z.string() }),
  /** Another command already used this text's id, or its person was erased. */
  textNotStored: z.strictObject({}),
  savedViewUnknown: z.strictObject({}),
  tooManySavedViews: z.strictObject({ most: z.number().int() }),
};

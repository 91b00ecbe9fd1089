import type { CommandMethod, Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { ComplaintForm } from './form.ts';

/** Steps whose text went into the vault beforehand; `textId` null: nothing was written. */
type WithText<M extends CommandMethod> = Omit<Input<M>, 'text' | 'textId'> & { readonly textId: string };
type WithMaybeText<M extends CommandMethod> = Omit<Input<M>, 'text' | 'textId'> & { readonly textId: string | null };

/** `complaint.register` after everything personal went into the vault. */
export interface RegisterInput {
  readonly complaintId: string;
  readonly channel: Input<'complaint.register'>['channel'];
  readonly counterId: string | null;
  readonly ticketId: string | null;
  readonly personId: string | null;
  /** Keyed HMAC of complaint and PIN, hex. */
  readonly pinHash: string;
  /** What `missingFields` found. */
  readonly missing: readonly string[];
  readonly form: Pick<ComplaintForm, 'kind' | 'classification'> & {
    readonly anonymous: boolean;
    readonly confidential: boolean;
    readonly attachments: readonly {
      readonly attachmentId: string;
      readonly mediaType: ComplaintForm['description']['attachments'][number]['mediaType'];
      readonly bytes: number;
    }[];
    readonly promisedOn: string | null;
    readonly hasTemporary: boolean;
    readonly referred: boolean;
  };
}

export type ComplaintCommand =
  | { readonly method: 'complaint.register'; readonly input: RegisterInput }
  | { readonly method: 'complaint.verify'; readonly input: WithMaybeText<'complaint.verify'> }
  | { readonly method: 'complaint.requestCompletion'; readonly input: WithText<'complaint.requestCompletion'> }
  | { readonly method: 'complaint.recordCompletion'; readonly input: WithText<'complaint.recordCompletion'> }
  | { readonly method: 'complaint.assign'; readonly input: WithMaybeText<'complaint.assign'> }
  | { readonly method: 'complaint.note'; readonly input: WithText<'complaint.note'> }
  | { readonly method: 'complaint.recordMeasure'; readonly input: WithText<'complaint.recordMeasure'> }
  | { readonly method: 'complaint.answer'; readonly input: WithText<'complaint.answer'> }
  | { readonly method: 'complaint.askComplainant'; readonly input: WithText<'complaint.askComplainant'> }
  | { readonly method: 'complaint.recordReply'; readonly input: WithText<'complaint.recordReply'> }
  | { readonly method: 'complaint.close'; readonly input: WithMaybeText<'complaint.close'> }
  | { readonly method: 'complaint.reopen'; readonly input: WithText<'complaint.reopen'> }
  | { readonly method: 'complaint.refer'; readonly input: WithText<'complaint.refer'> }
  | { readonly method: 'complaint.reclassify'; readonly input: Input<'complaint.reclassify'> }
  | { readonly method: 'complaint.merge'; readonly input: Input<'complaint.merge'> }
  | { readonly method: 'complaint.link'; readonly input: Input<'complaint.link'> }
  | { readonly method: 'complaint.recordStatusReport'; readonly input: WithText<'complaint.recordStatusReport'> }
  | { readonly method: 'complaint.acknowledgeEscalation'; readonly input: Input<'complaint.acknowledgeEscalation'> }
  | { readonly method: 'complaint.proposeStructural'; readonly input: Omit<Input<'complaint.proposeStructural'>, 'text'> }
  | { readonly method: 'complaint.skipNumbers'; readonly input: Input<'complaint.skipNumbers'> }
  | { readonly method: 'complaint.watchDeadline'; readonly input: Input<'complaint.watchDeadline'> }
  | { readonly method: 'complaint.closeUnanswered'; readonly input: Input<'complaint.closeUnanswered'> };

export type ComplaintMethod = ComplaintCommand['method'];

/** Whatever is decided about a complaint after it was received: the lead's (decision 0016, rule 1). */
export const laterSteps = [
  'complaint.verify',
  'complaint.requestCompletion',
  'complaint.recordCompletion',
  'complaint.assign',
  'complaint.note',
  'complaint.recordMeasure',
  'complaint.answer',
  'complaint.askComplainant',
  'complaint.recordReply',
  'complaint.close',
  'complaint.reopen',
  'complaint.refer',
  'complaint.reclassify',
  'complaint.merge',
  'complaint.link',
  'complaint.recordStatusReport',
  'complaint.acknowledgeEscalation',
  'complaint.proposeStructural',
  'complaint.watchDeadline',
  'complaint.closeUnanswered',
] as const satisfies readonly ComplaintMethod[];

export type StepCommand = Exclude<
  ComplaintCommand,
  { readonly method: 'complaint.register' | 'complaint.proposeStructural' | 'complaint.skipNumbers' }
>;
export type ComplaintRefusal = { [M in ComplaintMethod]: RefusalOfMethod<M> }[ComplaintMethod];

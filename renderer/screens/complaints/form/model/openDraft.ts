import { type ComplaintForm, type ComplaintStep, emptyForm } from '../../../../../shared/domain/complaints/form.ts';
import type { RpcClient } from '../../../../../shared/rpc/client.ts';
import type { Failure } from '../../../../../shared/rpc/protocol.ts';
import { v7 } from 'uuid';
import { date, id } from '../../../../../shared/domain/values.ts';

/** Where a new form comes from: the counter with its visitor, or neither. */
export interface Origin {
  readonly counterId: string | null;
  readonly ticketId: string | null;
}

/** What is known of what happened before anybody wrote: from a row of the blackout book. */
export interface KnownEvent {
  readonly date: string | null;
  readonly serviceId: string | null;
}

/** A form as it is opened: new, or as it was left. */
export interface OpenedDraft extends Origin {
  readonly form: ComplaintForm;
  readonly step: ComplaintStep;
  /** The field that had the focus. */
  readonly field: string | null;
  /** 0: never saved. */
  readonly revision: number;
  /** When it was last put on disk; `null`: never. */
  readonly savedAt: number | null;
}

/** `ended`: there is no such draft any more, or it is somebody else's. */
export type Opening =
  | { readonly kind: 'open'; readonly draft: OpenedDraft }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Opens the draft of the address. One that was just begun and never saved is new and empty (`begun` says of what kind); the
 * service of the visitor at the counter comes with it.
 */
export async function openDraft(
  client: RpcClient,
  draftId: string,
  begun: ComplaintForm['kind'] | null,
  origin: Origin,
  event: KnownEvent,
): Promise<Opening> {
  const reply = await client.query('draft.open', { draftId });
  if (reply.kind !== 'done') return reply.kind === 'failed' ? reply : { kind: 'ended' };
  const { draft } = reply.output;
  if (draft !== null)
    return { kind: 'open', draft: { ...draft, field: draft.field === '' ? null : draft.field, savedAt: draft.updatedAt } };
  if (begun === null) return { kind: 'ended' };
  const form = emptyForm(v7(), begun);
  const serviceId = origin.ticketId === null ? event.serviceId : await serviceOf(client, origin.ticketId);
  return {
    kind: 'open',
    draft: {
      ...origin,
      form: {
        ...form,
        classification: { ...form.classification, serviceId: idOrNull(serviceId) },
        description: { ...form.description, occurredOn: dateOrNull(event.date) },
      },
      step: 'listen',
      field: null,
      revision: 0,
      savedAt: null,
    },
  };
}

// An address can be typed by anybody; what is no date or id must not keep the draft from being saved.
const dateOrNull = (text: string | null): string | null => (date.safeParse(text).success ? text : null);
const idOrNull = (text: string | null): string | null => (id.safeParse(text).success ? text : null);

async function serviceOf(client: RpcClient, ticketId: string): Promise<string | null> {
  const reply = await client.query('queue.ticket', { ticketId });
  return reply.kind === 'done' ? reply.output.ticket.serviceId : null;
}

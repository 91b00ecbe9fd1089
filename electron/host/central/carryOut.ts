/** Carrying out what the central server asks: each order becomes a command of the office, decided like any other. */
import { hash } from 'node:crypto';
import { centralStream } from '../../../shared/domain/central/events.ts';
import type { Actor } from '../../../shared/domain/decider.ts';
import { unreachable } from '../../../shared/result.ts';
import { type CentralOrder, centralOrder } from '../../../shared/sync/orders.ts';
import { type OrderEnvelope, orderLabel } from '../../../shared/sync/protocol.ts';
import type { Answer } from '../../../shared/rpc/protocol.ts';
import { openSealed, SealedForAnotherError } from '../../../sync/seal.ts';
import { counting } from '../engine/terms.ts';
import { erasePerson } from '../queries/erasePerson.ts';
import type { Services } from '../services.ts';
import { codeOf, storageProblem } from '../storageProblem.ts';
import type { OfficeKeys } from './officeKeys.ts';

type Carrying = Pick<Services, 'engine' | 'vault' | 'log' | 'db' | 'attachments' | 'dataDir'>;

/** What became of an order, to be recorded. */
export interface Decided {
  readonly orderId: string;
  readonly kind: CentralOrder['kind'] | 'unknown';
  readonly outcome: string;
  readonly commandId: string;
  readonly actor: Actor;
}

/**
 * Carries out one order. Twice has one effect: the order's id is the command's.
 * @returns `null`: its outcome is recorded here, whatever the server says; a refusal then is not tried again by another lead.
 */
export function carryOut(services: Carrying, keys: OfficeKeys, envelope: OrderEnvelope): Decided | null {
  const { log } = services;
  const { orderId } = envelope;
  const ids = idsFor(services.db, orderId);
  if (ids === null) return null;
  const order = read(keys, envelope);
  const actor: Actor = { kind: 'central', by: envelope.actor };
  const outcome = order === null ? 'notUnderstood' : outcomeOf(services, order, ids.effect, actor);
  const kind = order?.kind ?? 'unknown';
  if (outcome !== 'done') log.warn({ orderId, kind, outcome }, 'an order of the central server was not carried out');
  return { orderId, kind, outcome, commandId: ids.outcome, actor };
}

/** Records the outcome; the server hears of it with the office's events. */
export function recordOutcome({ engine }: Pick<Carrying, 'engine'>, { orderId, kind, outcome, commandId, actor }: Decided): void {
  engine.execute({ method: 'central.decideOrder', input: { orderId, kind, outcome }, commandId, actor, roles: ['system'] });
}

/**
 * Under which ids an order is decided: always the same, unless a lead that was replaced had decided it and that does not count;
 * then it is decided anew. `null`: it is decided.
 */
function idsFor(db: Carrying['db'], orderId: string): { readonly effect: string; readonly outcome: string } | null {
  const leftOut = db.prepare<[string]>('SELECT 1 FROM left_out JOIN event USING (origin, origin_seq) WHERE command_id = ?');
  const decided = db.prepare<[string, string]>(
    `SELECT 1 FROM event WHERE stream = ? AND type = 'orderDecided.v1' AND data ->> 'orderId' = ? AND ${counting}`,
  );
  const firstThatCounts = (idOf: (orderId: string, again: number) => string): string => {
    let again = 0;
    while (leftOut.get(idOf(orderId, again)) !== undefined) again += 1;
    return idOf(orderId, again);
  };
  const effect = firstThatCounts(effectIdOf);
  // Of a refusal nothing but the outcome is there: no receipt of it comes to the next lead.
  if (effect === orderId && decided.get(centralStream, orderId) !== undefined) return null;
  return { effect, outcome: firstThatCounts(outcomeIdOf) };
}

/** @throws I/O errors of the storage; anything else is told as `failed`, for what cannot be carried out must not hold up the rest. */
function outcomeOf(services: Carrying, order: CentralOrder, orderId: string, actor: Actor): string {
  try {
    const answer = decide(services, order, orderId, actor);
    return answer.kind === 'refused' ? answer.refusal.type : 'done';
  } catch (error) {
    if (storageProblem(error) !== null || codeOf(error).startsWith('SQLITE_')) throw error;
    services.log.error({ err: error, orderId, kind: order.kind }, 'an order of the central server failed');
    return 'failed';
  }
}

const effectIdOf = (orderId: string, again: number): string => (again === 0 ? orderId : derivedId(`effect:${orderId}:${again}`));
const outcomeIdOf = (orderId: string, again: number): string => derivedId(`outcome:${orderId}:${again}`);

/** A UUID of version 8 that is the same for the same name at every station. */
function derivedId(name: string): string {
  const hex = hash('sha256', name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `null`: sealed for a key that this office no longer has, or of a newer server. */
function read(keys: OfficeKeys, { orderId, sealed }: OrderEnvelope): CentralOrder | null {
  try {
    const { ephemeral, content } = sealed;
    const bytes = { ephemeral: Buffer.from(ephemeral, 'base64url'), content: Buffer.from(content, 'base64') };
    const order = centralOrder.safeParse(JSON.parse(openSealed(keys.sealingKey, orderLabel(orderId), bytes).toString('utf8')));
    return order.success ? order.data : null;
  } catch (error) {
    if (error instanceof SealedForAnotherError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function decide(services: Carrying, order: CentralOrder, commandId: string, actor: Actor): Answer {
  const { engine, vault } = services;
  const execute = (method: string, input: unknown): Answer =>
    // Whoever asks through the server may do what the server let her ask; the complaint's own rules hold here.
    engine.execute({ method, input, commandId, actor, roles: ['pengawas', 'system'] });
  /** The words first: an event never names a text that is not there. */
  const withText = (textId: string, text: string, run: (textId: string | null) => Answer): Answer => {
    if (text === '') return run(null);
    // It came before: the same words.
    if (!vault.holds('note', textId) && !vault.putNote(textId, text)) return { kind: 'refused', refusal: { type: 'textNotStored' } };
    return run(textId);
  };
  switch (order.kind) {
    case 'complaint.answer': {
      const { complaintId, text } = order;
      return withText(order.textId, text, (textId) => execute(order.kind, { complaintId, textId, written: false }));
    }
    case 'complaint.recordMeasure':
    case 'complaint.note':
    case 'complaint.askComplainant':
    case 'complaint.recordCompletion':
    case 'complaint.reopen':
      return withText(order.textId, order.text, (textId) => execute(order.kind, { complaintId: order.complaintId, textId }));
    case 'complaint.verify':
      return withText(order.textId, order.text, (textId) =>
        execute(order.kind, { complaintId: order.complaintId, textId, tag: order.tag }),
      );
    case 'complaint.assign': {
      const { complaintId, unitId } = order;
      return withText(order.textId, order.text, (textId) => execute(order.kind, { complaintId, textId, unitId, staffId: null }));
    }
    case 'complaint.recordReply': {
      const { complaintId, satisfied } = order;
      return withText(order.textId, order.text, (textId) => execute(order.kind, { complaintId, textId, satisfied }));
    }
    case 'service.rate': {
      const { subject, subjectId, score, skm } = order;
      return withText(order.textId, order.text, (textId) => execute('central.rate', { subject, subjectId, score, skm, textId }));
    }
    case 'announce': {
      const { announcementId, title, body, until } = order;
      return execute('central.announce', { announcementId, title, body, until });
    }
    case 'office.saveService':
      return execute(order.kind, order.service);
    case 'office.saveHolidays':
      return execute(order.kind, { year: order.year, confirmed: true, days: order.days });
    case 'person.erase':
      return erasePerson(services, { personId: order.personId, reason: 'subjectRequest' }, execute);
    default:
      return unreachable(order);
  }
}

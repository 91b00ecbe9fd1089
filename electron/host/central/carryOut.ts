/** Carrying out what the central server asks: each order becomes a command of the office, decided like any other. */
import type { Actor } from '../../../shared/domain/decider.ts';
import { unreachable } from '../../../shared/result.ts';
import { type CentralOrder, centralOrder } from '../../../shared/sync/orders.ts';
import { type OrderEnvelope, orderLabel } from '../../../shared/sync/protocol.ts';
import type { Answer } from '../../../shared/rpc/protocol.ts';
import { openSealed, SealedForAnotherError } from '../../../sync/seal.ts';
import { erasePerson } from '../queries/erasePerson.ts';
import type { Services } from '../services.ts';
import { codeOf, storageProblem } from '../storageProblem.ts';
import type { OfficeKeys } from './officeKeys.ts';

type Carrying = Pick<Services, 'engine' | 'vault' | 'log' | 'db' | 'attachments' | 'dataDir'>;

/** Carries out one order and records what became of it. Twice has one effect: the order's id is the command's. */
export function carryOut(services: Carrying, keys: OfficeKeys, envelope: OrderEnvelope): void {
  const { engine, log } = services;
  const { orderId } = envelope;
  const order = read(keys, envelope);
  const actor: Actor = { kind: 'central', by: envelope.actor };
  let outcome = 'notUnderstood';
  if (order !== null) outcome = outcomeOf(services, order, orderId, actor);
  if (outcome !== 'done')
    log.warn({ orderId, kind: order?.kind ?? 'unknown', outcome }, 'an order of the central server was not carried out');
  engine.execute({
    method: 'central.decideOrder',
    input: { orderId, kind: order?.kind ?? 'unknown', outcome },
    commandId: outcomeIdOf(orderId),
    actor,
    roles: ['system'],
  });
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

/** The outcome's command: an id of its own that is the same every time. UUIDs of version 7 become version 8. */
const outcomeIdOf = (orderId: string): string => `${orderId.slice(0, 14)}8${orderId.slice(15)}`;

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

import { unreachable } from '../../result.ts';
import { getById } from '../collections/idMap.ts';
import type { QueueCommand, QueueContext } from './commands.ts';
import { capacityOf } from './capacity.ts';
import { outlookOf } from './estimate.ts';
import type { QueueEvent, QueueEventOf } from './events.ts';
import { inReach } from './reach.ts';
import type { QueueState } from './state.ts';

/**
 * What the contract promises as the output of a command whose events are decided.
 * @param before the state that the command was decided on: the newcomer is not yet in it.
 */
export function reply(command: QueueCommand, events: readonly QueueEvent[], before: QueueState, context: QueueContext): unknown {
  switch (command.method) {
    case 'queue.openDay':
      return { date: eventOf(events, 'officeDayOpened.v1').data.date };
    case 'queue.closeDay':
    case 'queue.rollOver':
      return { expired: events.filter((event) => event.type === 'ticketExpired.v1').length };
    case 'queue.issue':
    case 'queue.addService':
      return issued(eventOf(events, 'ticketIssued.v1'), before, context);
    case 'queue.callNext':
    case 'queue.callTicket': {
      const { ticketId, number, reason } = eventOf(events, 'ticketCalled.v1').data;
      return { ticketId, number, reason };
    }
    case 'queue.mergeBranch': {
      const merged = events.find((event) => event.type === 'branchMerged.v1');
      return { merged: merged?.data.events.length ?? 0, notices: merged?.data.notices.length ?? 0 };
    }
    case 'queue.withdrawCall':
      return { withdrawn: events.length > 0 };
    case 'queue.tellLeftOut':
    case 'queue.endBranch':
    case 'queue.markNoticeSeen':
    case 'queue.noteClock':
    case 'queue.skipNumbers':
    case 'queue.openCounter':
    case 'queue.closeCounter':
    case 'queue.startBreak':
    case 'queue.endBreak':
    case 'queue.recall':
    case 'queue.markNoShow':
    case 'queue.returnToQueue':
    case 'queue.startServing':
    case 'queue.hold':
    case 'queue.resume':
    case 'queue.transfer':
    case 'queue.finish':
    case 'queue.cancel':
    case 'queue.setStep':
    case 'queue.setRequirements':
    case 'queue.note':
    case 'queue.setDisturbance':
    case 'queue.admitPaper':
    case 'queue.assignOfficer':
    case 'queue.moveTicket':
      return {};
    default:
      return unreachable(command);
  }
}

function issued({ data }: QueueEventOf<'ticketIssued.v1'>, whole: QueueState, context: QueueContext) {
  const {
    now,
    states: { office },
  } = context;
  const before = inReach(whole, context);
  const { ticketId, visitId, number, serviceId, ground, arrivedWith } = data;
  const companion = arrivedWith === null ? undefined : getById(before.tickets, arrivedWith);
  const newcomer = { serviceId, ground, ...(companion === undefined ? {} : { arrival: companion.arrival }) };
  const service = office.services.find((one) => one.id === serviceId);
  const capacity = service === undefined ? 'free' : capacityOf(before, office, now)(service).capacity;
  return { ticketId, visitId, number, serviceId, ground, issuedAt: now, ...outlookOf(before, office, now)(newcomer), capacity };
}

function eventOf<Type extends QueueEvent['type']>(events: readonly QueueEvent[], type: Type): QueueEventOf<Type> {
  const event = events.find((one): one is QueueEventOf<Type> => one.type === type);
  if (event === undefined) throw new Error(`Decided without ${type}`);
  return event;
}

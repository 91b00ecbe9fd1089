/** Random hands in an office where everybody presses everything at any time. */
import fc from 'fast-check';
import { allTickets } from '../../../shared/domain/queue/state.ts';
import type { Placement } from '../../../shared/domain/queue/types.ts';
import { minute, type Outcome, type QueueModel, type Who } from './model.ts';

/** One step of an office where everybody presses everything at any time. Numbers choose among what there is. */
export const step = fc.record({
  who: fc.constantFrom<Who>('sari', 'budi', 'dewi'),
  what: fc.constantFrom(
    ...([
      'issue',
      'issue',
      'issue',
      'issue',
      'admitPaper',
      'callNext',
      'callNext',
      'callNext',
      'callTicket',
      'recall',
      'noShow',
      'returnToQueue',
    ] as const),
    ...(['startServing', 'startServing', 'hold', 'resume', 'transfer', 'finish', 'finish', 'cancel', 'addService', 'setStep'] as const),
    ...([
      'openCounter',
      'openCounter',
      'closeCounter',
      'startBreak',
      'endBreak',
      'closeDay',
      'openDay',
      'openDay',
      'pass',
      'jump',
    ] as const),
  ),
  service: fc.constantFrom('a', 'b'),
  counter: fc.constantFrom('k1', 'k2', 'k3'),
  pick: fc.nat(1000),
  flag: fc.boolean(),
  placement: fc.constantFrom<Placement>('front', 'end', 'arrival'),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let ids = 0;

/** Takes a step; `null`: there was nothing to do. */
export function take(model: QueueModel, { who, what, service, counter: counterId, pick, flag, placement }: Step): Outcome | null {
  const tickets = [...allTickets(model.state)];
  const current = model.state.desks[counterId]?.currentId;
  const ticketId = (flag ? current : tickets[pick % Math.max(1, tickets.length)]?.id) ?? 'nobody';
  const at = { counterId, ticketId };
  switch (what) {
    case 'issue': {
      const visitId = flag ? `v${pick % 5}` : `w${ids}`;
      return model.run('kiosk', 'queue.issue', {
        ticketId: `t${++ids}`,
        visitId,
        serviceId: service,
        ground: pick % 4 === 0 ? 'lansia' : null,
      });
    }
    case 'admitPaper': {
      const row = ++ids;
      const numbered = { ticketId: `p${row}`, visitId: `w${row}`, number: `L1-${row}`, series: 'L1', sheetId: 'sheet', row };
      const visit = {
        arrived: '08:00',
        serviceId: service,
        ground: flag ? 'lansia' : null,
        called: null,
        counterId: null,
        finished: null,
      } as const;
      const arrivedAt = model.now - (pick % 200) * minute;
      return model.run(who, 'queue.admitPaper', {
        ...{ ...numbered, arrivedAt, firstCalledAt: null },
        visit: { ...visit, outcome: 'unfinished', complaint: false },
      });
    }
    case 'callNext':
      return model.run(who, 'queue.callNext', { counterId });
    case 'callTicket':
      return model.run(who, 'queue.callTicket', at);
    case 'recall':
      return model.run(who, 'queue.recall', at);
    case 'noShow':
      return model.run(who, 'queue.markNoShow', at);
    case 'returnToQueue':
      return model.run(who, 'queue.returnToQueue', { ticketId, placement });
    case 'startServing':
      return model.run(who, 'queue.startServing', at);
    case 'hold':
      return model.run(who, 'queue.hold', at);
    case 'resume':
      return model.run(who, 'queue.resume', at);
    case 'transfer':
      return model.run(who, 'queue.transfer', { ...at, serviceId: service, placement });
    case 'finish':
      return model.run(who, 'queue.finish', at);
    case 'cancel':
      return model.run(who, 'queue.cancel', { ticketId, reason: 'other' });
    case 'addService':
      return model.run(who, 'queue.addService', { ...at, newTicketId: `t${++ids}`, serviceId: service });
    case 'setStep':
      return model.run(who, 'queue.setStep', { ...at, step: 'check' });
    case 'openCounter':
      return model.run(who, 'queue.openCounter', { counterId, takeOver: flag });
    case 'closeCounter':
      return model.run(who, 'queue.closeCounter', { counterId });
    case 'startBreak':
      return model.run(who, 'queue.startBreak', { counterId });
    case 'endBreak':
      return model.run(who, 'queue.endBreak', { counterId });
    case 'closeDay':
      return pick < 200 ? model.run(who, 'queue.closeDay', { expireWaiting: flag }) : null;
    case 'openDay':
      return model.run(who, 'queue.openDay', {});
    case 'pass':
      model.now += (pick % 30) * minute;
      return model.run('system', 'queue.rollOver', {});
    case 'jump':
      model.now += (pick - 500) * 3 * minute;
      return model.run('system', 'queue.rollOver', {});
  }
}

import { describe, expect, it } from 'vitest';
import { dayCurve, issuedAfter } from '../../../shared/domain/floor/curve.ts';
import type { TicketFacts } from '../../../shared/domain/queue/measures.ts';
import { minute } from './model.ts';

const clock = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minute;

const ticket = (issued: string, called: string | null, ended: string | null, status: TicketFacts['status'] = 'finished'): TicketFacts => ({
  status,
  issuedAt: clock(issued),
  firstCalledAt: called === null ? null : clock(called),
  servingAt: null,
  endedAt: ended === null ? null : clock(ended),
  heldMs: 0,
});

const span = { startsAt: 0, fromMinute: 8 * 60, toMinute: 10 * 60 };

describe('the day in half hours', () => {
  it('counts who came, who waited at the end of each, and who was served', () => {
    const tickets = [
      ticket('08:05', '08:10', '08:20'),
      ticket('08:10', '08:40', '09:05'),
      ticket('08:31', null, '08:50', 'cancelled'),
      ticket('09:10', null, null, 'waiting'),
    ];
    expect(dayCurve(tickets, { ...span, now: clock('09:20') })).toEqual([
      { minute: 480, arrivals: 2, waiting: 1, served: 1 },
      { minute: 510, arrivals: 1, waiting: 0, served: 0 },
      { minute: 540, arrivals: 1, waiting: 1, served: 1 },
    ]);
  });

  it('widens to what happened outside the hours, and shows nothing that has not begun', () => {
    const day = dayCurve([ticket('07:10', '07:20', '10:15')], { ...span, now: clock('23:00') });
    expect(day[0]).toEqual({ minute: 420, arrivals: 1, waiting: 0, served: 0 });
    expect(day.at(-1)).toEqual({ minute: 600, arrivals: 0, waiting: 0, served: 1 });
    expect(dayCurve([], { ...span, now: clock('07:00') })).toEqual([]);
    expect(dayCurve([], { ...span, now: clock('23:00') })).toHaveLength(4);
  });

  it('knows who came after a time of day', () => {
    const tickets = [ticket('08:00', null, null), ticket('09:30', null, null), ticket('09:31', null, null)];
    const counts = issuedAfter(
      tickets.map((one) => ({ ...one, serviceId: 'a' })),
      0,
      clock('09:00'),
    );
    expect([...counts]).toEqual([['a', 2]]);
  });
});

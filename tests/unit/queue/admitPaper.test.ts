import { expect, it } from 'vitest';
import { lineOf } from '../../../shared/domain/queue/state.ts';
import { createQueueModel, minute, monday8, type QueueModel } from './model.ts';

const waits = { called: null, counterId: null, finished: null, outcome: 'unfinished', complaint: false } as const;

function admit(queue: QueueModel, row: number, arrivedAt: number, ground: 'lansia' | null = null) {
  const id = `paper${row}`;
  const numbered = { number: `L1-0${row}`, series: 'L1', sheetId: 'sheet', row };
  const visit = { arrived: '08:00', serviceId: 'a', ground, ...waits };
  return queue.run('sari', 'queue.admitPaper', {
    ticketId: id,
    visitId: `visit-${id}`,
    ...numbered,
    arrivedAt,
    firstCalledAt: null,
    visit,
  });
}

function openOffice(): QueueModel {
  const queue = createQueueModel();
  queue.must('sari', 'queue.openDay', {});
  queue.must('sari', 'queue.openCounter', { counterId: 'k1' });
  return queue;
}

const regulars = (queue: QueueModel) => lineOf(queue.state, 'a').regular.chunks.flat();

it('puts a visitor of the paper where her arrival puts her, with the wait she really had', () => {
  const queue = openOffice();
  const first = queue.issue('a');
  queue.wait(20);
  const last = queue.issue('a');
  queue.wait(10);
  admit(queue, 2, monday8 + 15 * minute);
  admit(queue, 1, monday8 + 5 * minute);
  expect(regulars(queue).map(({ id }) => id)).toEqual([first, 'paper1', 'paper2', last]);
  expect(regulars(queue).map(({ since }) => (since - monday8) / minute)).toEqual([0, 5, 15, 20]);
  expect(queue.ticket('paper1').issuedAt).toBe(monday8 + 5 * minute);
  expect(queue.callNext('k1').number).toBe('A-001');
  queue.wait(1);
  queue.must('sari', 'queue.startServing', { counterId: 'k1', ticketId: first });
  queue.must('sari', 'queue.finish', { counterId: 'k1', ticketId: first });
  expect(queue.callNext('k1').number).toBe('L1-01');
});

it('puts who came before the office opened before everybody, and takes no number of any series', () => {
  const queue = openOffice();
  const first = queue.issue('a');
  admit(queue, 1, monday8 - 30 * minute);
  expect(regulars(queue).map(({ id }) => id)).toEqual(['paper1', first]);
  expect(queue.ticket(queue.issue('a')).number).toBe('A-002');
});

it('once more for the same row changes nothing', () => {
  const queue = openOffice();
  admit(queue, 1, monday8);
  const again = admit(queue, 1, monday8);
  expect(again).toMatchObject({ ok: true, events: [] });
  expect(regulars(queue)).toHaveLength(1);
});

it('is refused while the day is not open, and for a service that is not offered', () => {
  expect(admit(createQueueModel(), 1, monday8)).toEqual({ ok: false, refusal: { type: 'dayNotOpen' } });
  const queue = openOffice();
  queue.office = { ...queue.office, services: [] };
  expect(admit(queue, 1, monday8)).toEqual({ ok: false, refusal: { type: 'serviceUnknown' } });
});

import type { Board, BoardCall, BoardCounter } from '../../../renderer/screens/board/boardLayout.ts';
import type { Output } from '../../../shared/rpc/contract.ts';

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const counterOf = (number: number, over: Partial<BoardCounter> = {}): BoardCounter => ({
  counterId: uuid(number),
  number,
  name: `Loket ${number}`,
  status: 'open',
  ticketNumber: null,
  ticketStatus: null,
  ...over,
});

export const callOf = (order: number, over: Partial<BoardCall> = {}): BoardCall => ({
  order,
  number: `A-${String(order).padStart(3, '0')}`,
  counterNumber: 1,
  counterName: 'Loket 1',
  at: Date.now(),
  recall: false,
  ...over,
});

export const boardOf = (over: Partial<Board> = {}): Board => ({
  day: { date: '2026-11-23', status: 'open', openDate: '2026-11-23' },
  officeName: 'Dinas Contoh',
  ownOnly: false,
  counters: [counterOf(1), counterOf(2)],
  calls: [],
  waiting: 0,
  ...over,
});

export const officeOf = (language: 'id' | 'en' = 'id'): Output<'office.profile'> => ({
  profile: { name: 'Dinas Contoh', address: '', zone: 'Asia/Jayapura', language },
  texts: {
    runningText: { id: 'Semua layanan gratis.', en: 'All services are free.' },
    ticketFooter: { id: '', en: '' },
    contact: '',
  },
});

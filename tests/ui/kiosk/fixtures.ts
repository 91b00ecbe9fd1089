import type { KioskData, KioskService } from '../../../renderer/screens/kiosk/kioskLayout.ts';
import type { Input, Output } from '../../../shared/rpc/contract.ts';

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const serviceId = uuid;

export const serviceOf = (n: number, queue: Partial<KioskService['queue']> = {}): KioskService => ({
  id: uuid(n),
  prefix: String.fromCharCode(64 + n),
  title: { id: `Layanan ${n}`, en: `Service ${n}` },
  queue: {
    serviceId: uuid(n),
    waiting: 0,
    priorityWaiting: 0,
    openCounters: 1,
    estimate: { fromMinutes: 5, toMinutes: 10 },
    capacity: 'free',
    lastWaitMs: null,
    ...queue,
  },
});

export const kioskOf = (over: Partial<KioskData> = {}): KioskData => ({
  day: { date: '2026-11-23', status: 'open', openDate: '2026-11-23' },
  officeName: 'Dinas Contoh',
  ownSeries: null,
  services: [serviceOf(1), serviceOf(2)],
  ...over,
});

export const officeOf = (language: 'id' | 'en' = 'id'): Output<'office.profile'> => ({
  profile: { name: 'Dinas Contoh', address: '', zone: 'Asia/Jakarta', language },
  texts: null,
});

export const ticketPrinterOf = (by: 'host' | 'window'): NonNullable<Output<'printing.ticketPrinter'>> => ({ name: 'Printer pintu', by });

export const issuedFor = (input: Input<'queue.issue'>, over: Partial<Output<'queue.issue'>> = {}): Output<'queue.issue'> => ({
  ticketId: input.ticketId,
  visitId: input.visitId,
  number: 'A-012',
  serviceId: input.serviceId,
  ground: input.ground,
  issuedAt: 0,
  ahead: 3,
  estimate: { fromMinutes: 5, toMinutes: 15 },
  capacity: 'free',
  ...over,
});

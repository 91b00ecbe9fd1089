import { type ReactNode, useEffect, useState } from 'react';
import { AlarmClientProvider } from '../../../renderer/alarm/AlarmContext.tsx';
import { createAlarmClient } from '../../../renderer/alarm/client.ts';
import { MemoryRouter, Route, Routes } from 'react-router';
import { StaffSessionProvider, type Session } from '../../../renderer/ui/staff/StaffContext.tsx';
import CounterScreen from '../../../renderer/screens/counter/CounterScreen.tsx';
import { addTexts } from '../../../renderer/i18n/index.ts';
import { counter as counterEn } from '../../../renderer/i18n/en/counter.ts';
import { counter as counterId } from '../../../renderer/i18n/id/counter.ts';
import type { Service } from '../../../shared/domain/office/types.ts';
import type { TicketView } from '../../../shared/domain/queue/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

addTexts({ id: counterId, en: counterEn });

/** A readable UUIDv7 for the n-th thing of a fixture. */
export const idOf = (n: number): string => `01935000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const ids = { me: idOf(1), other: idOf(2), counter: idOf(3), otherCounter: idOf(4), kk: idOf(5), ktp: idOf(6) };
const both = (text: string) => ({ id: text, en: `${text} (en)` });
const nowhere = { id: '', en: '' };

export const kk: Service = {
  id: ids.kk,
  prefix: 'C',
  title: both('KK perubahan data'),
  requirements: [
    { id: idOf(51), title: both('KK lama'), whereToGet: nowhere },
    { id: idOf(52), title: both('Bukti perubahan'), whereToGet: both('Instansi penerbit') },
  ],
  procedure: nowhere,
  duration: { unit: 'workingDays', value: 14 },
  fee: 0,
  product: both('Kartu Keluarga'),
  meanServiceMinutes: 15,
  targetWaitMinutes: 30,
};
export const ktp: Service = { ...kk, id: ids.ktp, prefix: 'A', title: both('KTP-el hilang'), requirements: [] };

export const minute = 60_000;

/** A ticket issued nine minutes before it is called, waiting unless told otherwise. */
export function ticket(n: number, change: Partial<TicketView> = {}): TicketView {
  return {
    id: idOf(100 + n),
    visitId: idOf(200 + n),
    number: `C-${String(n).padStart(3, '0')}`,
    serviceId: ids.kk,
    ground: null,
    status: 'waiting',
    counterId: null,
    issuedAt: Date.now() - 9 * minute,
    calledAt: null,
    servingAt: null,
    endedAt: null,
    heldMs: 0,
    disturbedAt: null,
    heldAt: null,
    recalls: 0,
    reason: null,
    step: null,
    receivedRequirementIds: [],
    hasNote: false,
    ...change,
  };
}

export const called = (n: number, change: Partial<TicketView> = {}): TicketView =>
  ticket(n, {
    status: 'called',
    counterId: ids.counter,
    calledAt: Date.now(),
    reason: { rule: 'accumulating', ground: 'lansia', weight: 3, waitedMs: 9 * minute },
    ground: 'lansia',
    ...change,
  });

export const serving = (n: number, change: Partial<TicketView> = {}): TicketView =>
  called(n, { status: 'serving', servingAt: Date.now(), step: 'greet', ...change });

export type View = Output<'queue.counterView'>;

const quietQueue = { waiting: 0, priorityWaiting: 0, openCounters: 1, estimate: null, capacity: 'free', lastWaitMs: null } as const;
const queueOf = (service: Service) => ({ ...service, queue: { serviceId: service.id, ...quietQueue } });

/** My open counter with nobody at it. */
export function view(change: Partial<View> = {}): View {
  const waiting = change.waiting ?? [];
  return {
    day: { date: '2026-11-23', status: 'open', openDate: '2026-11-23' },
    counter: {
      id: ids.counter,
      number: 3,
      name: 'Loket 3',
      serviceIds: [ids.kk, ids.ktp],
      status: 'open',
      staffId: ids.me,
      staffName: 'Sari',
    },
    current: null,
    held: [],
    noShows: [],
    waiting,
    waitingTotal: waiting.length,
    services: [kk, ktp].map(queueOf),
    history: [],
    ...change,
  };
}

export const session: Session = { staffId: ids.me, name: 'Sari', roles: ['petugas'], locked: false, expiresAt: Date.now() + 8 * 3_600_000 };

export const counters = (change: Partial<Output<'queue.counters'>['counters'][number]> = {}): Output<'queue.counters'> => ({
  day: { date: '2026-11-23', status: 'open', openDate: '2026-11-23' },
  counters: [{ ...view().counter, status: 'closed', staffId: null, staffName: null, current: null, openedAt: null, ...change }],
});

/** A host that knows the office and shows the given desk. */
export function deskHost(shown: View): FakeHost {
  const host = createFakeHost();
  const profile = { name: 'Dinas Dukcapil', address: '', zone: 'Asia/Jakarta', language: 'id' } as const;
  host.answers('office.profile', { profile, texts: null });
  host.answers('office.configuration', {
    profile,
    hours: [],
    holidays: [],
    services: [kk, ktp],
    counters: [{ id: ids.counter, number: 3, name: 'Loket 3', serviceIds: [ids.kk, ids.ktp] }],
    policy: { kind: 'accumulating', weight: 3, limitMinutes: 10 },
    printers: [],
    texts: { runningText: nowhere, ticketFooter: nowhere, contact: '' },
  });
  host.answers('queue.kiosk', {
    day: shown.day,
    officeName: profile.name,
    ownSeries: null,
    services: [kk, ktp].map(queueOf).map(({ id, prefix, title, queue }) => ({ id, prefix, title, queue })),
  });
  host.answers('printing.jobs', []);
  host.answers('documents.ofTicket', { documents: [], shortfalls: [] });
  host.answers('documents.checkNik', { warnings: [], sex: null, birthDate: null, lansia: false });
  showDesk(host, shown);
  return host;
}

/** The counter looks like this from now on, as after a commit. */
export function showDesk(host: FakeHost, shown: View): void {
  host.answers('queue.counterView', shown);
  if (shown.current !== null) host.answers('queue.ticket', { ticket: shown.current, note: null, visit: [shown.current] });
  host.changed('queue');
}

/** The window's end of the security call, as around every staff screen. */
function WithSecurityCall({ children }: { children: ReactNode }) {
  const [client] = useState(() => createAlarmClient(idOf(999)));
  useEffect(() => () => client.close(), [client]);
  return <AlarmClientProvider client={client}>{children}</AlarmClientProvider>;
}

/** The counter screen of a person who is logged in, at the given address. */
export function renderCounter(host: FakeHost, path = `/loket/${ids.counter}`, person: Session = session) {
  return renderWithHost(
    host,
    <MemoryRouter initialEntries={[path]}>
      <StaffSessionProvider session={person}>
        <WithSecurityCall>
          <main id="screen">
            <Routes>
              <Route path="/loket/*" element={<CounterScreen />} />
            </Routes>
          </main>
        </WithSecurityCall>
      </StaffSessionProvider>
    </MemoryRouter>,
  );
}

import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { useState } from 'react';
import StaffLayout from '../../../renderer/ui/staff/StaffLayout.tsx';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

/** jsdom knows the element but not its top layer. */
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
  this.open = false;
};

const staffId = '01935000-0000-7000-8000-000000000001';
export const token = 'a-session-token-of-the-host';
export type Access = Output<'access.state'>;
export type Status = Output<'system.status'>;

export const sari: NonNullable<Access['session']> = {
  staffId,
  name: 'Sari Wulandari',
  roles: ['petugas'],
  locked: false,
  expiresAt: 4_000_000_000_000,
};
export const access = (session: Access['session'], setUp = true): Access => ({ setUp, surface: 'staff', session, lockAfterMs: 180_000 });

export const healthy: Status = {
  station: { letter: '', role: 'alone', name: '', roles: [], others: 0, connected: 0, leadName: '', isLeadConnected: true },
  printer: { state: 'ready', name: 'Thermal 1' },
  lastBackup: { at: Date.UTC(2026, 10, 23, 1, 0), verified: true },
  recovery: null,
  storage: 'sound',
  clock: 'ok',
  keyProtection: 'os',
  unconfirmedHolidayYears: [],
  replay: null,
};

/** A host at which this session is open. */
export function staffHost(session: Access['session'], status: Partial<Status> = {}): FakeHost {
  const host = createFakeHost();
  const profile = { name: 'Dinas Dukcapil', address: '', zone: 'Asia/Jakarta', language: 'id' } as const;
  host.answers('access.state', access(session));
  host.answers('access.staffNames', [{ id: staffId, name: 'Sari Wulandari' }]);
  host.answers('access.touch', {});
  host.answers('office.profile', { profile, texts: null });
  host.answers('system.status', { ...healthy, ...status });
  return host;
}

/** The staff layout around a screen with one field, whose typed text shows whether it stayed mounted. */
export function renderStaff(host: FakeHost) {
  return renderWithHost(host, <App />);
}

function App() {
  const [router] = useState(() =>
    createMemoryRouter([{ element: <StaffLayout />, children: [{ path: '*', element: <input aria-label="work" /> }] }], {
      initialEntries: ['/loket'],
    }),
  );
  return <RouterProvider router={router} />;
}

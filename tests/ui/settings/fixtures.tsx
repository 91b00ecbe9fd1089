import { createMemoryRouter, RouterProvider } from 'react-router';
import SettingsScreen from '../../../renderer/screens/settings/SettingsScreen.tsx';
import { initialOffice } from '../../../shared/domain/office/state.ts';
import type { Service } from '../../../shared/domain/office/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { StaffRole } from '../../../shared/rpc/roles.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

export type Configuration = Output<'office.configuration'>;

export const ids = {
  lost: '01930000-0000-7000-8000-000000000001',
  damaged: '01930000-0000-7000-8000-000000000002',
  counter: '01930000-0000-7000-8000-000000000003',
  ratna: '01930000-0000-7000-8000-000000000004',
  sari: '01930000-0000-7000-8000-000000000005',
  person: '01930000-0000-7000-8000-000000000006',
  export: '01930000-0000-7000-8000-000000000007',
};

const service = (id: string, prefix: string, title: string): Service => ({
  id,
  prefix,
  title: { id: title, en: `${title} (en)` },
  requirements: [],
  procedure: { id: '', en: '' },
  duration: { unit: 'workingDays', value: 14 },
  fee: 0,
  product: { id: '', en: '' },
  meanServiceMinutes: 10,
  targetWaitMinutes: 15,
});

export const configuration: Configuration = {
  profile: { name: 'Dinas Contoh', address: '', zone: 'Asia/Jakarta', language: 'id' },
  hours: initialOffice.hours.map((day) => ({ ...day, breaks: [...day.breaks] })),
  holidays: [],
  services: [service(ids.lost, 'A', 'KTP-el hilang'), service(ids.damaged, 'B', 'KTP-el rusak')],
  counters: [{ id: ids.counter, number: 1, name: 'Loket 1', serviceIds: [ids.lost, ids.damaged] }],
  policy: { kind: 'accumulating', weight: 3, limitMinutes: 10 },
  printers: [],
  texts: { runningText: { id: '', en: '' }, ticketFooter: { id: '', en: '' }, contact: '' },
};

/** A host with the office above and somebody of these roles at the window. */
export function officeHost(...roles: StaffRole[]): FakeHost {
  const host = createFakeHost();
  host.answers('access.state', {
    setUp: true,
    surface: 'staff',
    lockAfterMs: 180_000,
    session: { staffId: ids.ratna, name: 'Ratna', roles, locked: false, expiresAt: 0 },
  });
  host.answers('office.configuration', configuration);
  host.answers('staff.list', [
    { id: ids.ratna, name: 'Ratna', roles: ['admin'], active: true },
    { id: ids.sari, name: 'Sari', roles: ['petugas'], active: true },
  ]);
  return host;
}

/** The settings at an address, as the window shows them below the staff layout. */
export function openSettings(host: FakeHost, path: string) {
  const router = createMemoryRouter(
    [
      { path: '/pengaturan/*', element: <SettingsScreen /> },
      { path: '/loket', element: <p>Layar loket</p> },
    ],
    { initialEntries: [path] },
  );
  renderWithHost(host, <RouterProvider router={router} />);
  return router;
}

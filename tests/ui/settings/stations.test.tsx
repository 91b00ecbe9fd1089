import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Output } from '../../../shared/rpc/contract.ts';
import { configuration, officeHost, openSettings } from './fixtures.tsx';

type List = Output<'stations.list'>;
const id = (n: number) => `01930000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const station = (n: number, more: Partial<List['stations'][number]>): List['stations'][number] => ({
  stationId: id(n),
  letter: '',
  name: `Stasiun ${n}`,
  place: '',
  roles: ['counter'],
  isSelf: false,
  isLead: false,
  revoked: false,
  connected: true,
  lastHeardAt: Date.UTC(2026, 10, 23, 1),
  clockOffMs: 0,
  address: '10.0.0.2:4718',
  ...more,
});
const list: List = {
  isLead: true,
  port: 4718,
  portTaken: null,
  joining: null,
  lastJoined: null,
  stations: [
    station(1, { name: 'Induk', isSelf: true, isLead: true, lastHeardAt: null, clockOffMs: null, address: null }),
    station(2, { letter: 'A', name: 'Kios depan', roles: ['kiosk', 'board'], place: 'Lobi', clockOffMs: -12 * 60_000 }),
    station(3, { letter: 'B', name: 'Loket 2', connected: false, clockOffMs: null }),
    station(4, { letter: 'C', name: 'Lama', revoked: true, connected: false, clockOffMs: null }),
  ],
};
const host = (answer: List = list, ...roles: Parameters<typeof officeHost>) => {
  const made = officeHost(...(roles.length === 0 ? (['admin'] as const) : roles));
  made.answers('stations.list', answer);
  made.answers('office.profile', { profile: configuration.profile, texts: null });
  return made;
};

describe('the stations of the office', () => {
  test('each says what it is for, whether it answers, and when its clock is wrong; revoked ones come last', async () => {
    openSettings(host(), '/pengaturan/stasiun');
    const items = await within(await screen.findByRole('list', { name: 'Stasiun' })).findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      '—Induk (stasiun ini)induk · Loket',
      'AKios depanKios karcis, Papan panggil · Lobi · tersambung · jamnya berbeda 12 menit: periksa tanggal dan jam komputer itu',
      'BLoket 2Loket · terputus, terakhir terdengar 23 Nov 2026 08.00',
      'CLamaLoket · dicabut',
    ]);
  });

  test('a new one is named first, then its code stands on the screen until it is cancelled', async () => {
    const office = host();
    office.answers('stations.openJoining', {});
    office.answers('stations.cancelJoining', {});
    const user = userEvent.setup();
    const router = openSettings(office, '/pengaturan/stasiun');
    await user.click(await screen.findByRole('link', { name: 'Tambah stasiun' }));
    await user.click(await screen.findByRole('button', { name: 'Tampilkan kode' }));
    expect(office.sent('stations.openJoining')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /Nama stasiun/u }), 'Papan utama');
    await user.click(screen.getByRole('checkbox', { name: /Papan panggil/u }));
    office.answers('stations.list', {
      ...list,
      joining: {
        details: { name: 'Papan utama', place: '', roles: ['counter', 'board'] },
        code: 'ABCD-EFGH-JKMN-PQRS-TUVW',
        ticket: 'LOKET-GABUNG 10.0.0.1:4718 ABCD-EFGH-JKMN-PQRS-TUVW',
        qr: { path: 'M4 4h1v1h-1z', viewBox: '0 0 29 29' },
        mark: 'Loket 3F9A',
        addresses: ['10.0.0.1:4718'],
        until: Date.now() + 600_000,
        failures: 2,
      },
    });
    await user.click(screen.getByRole('button', { name: 'Tampilkan kode' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/pengaturan/stasiun'));
    expect(office.sent('stations.openJoining')).toEqual([{ name: 'Papan utama', place: '', roles: ['counter', 'board'] }]);
    office.changed('stations');
    expect(await screen.findByText('ABCD-EFGH-JKMN-PQRS-TUVW')).toBeVisible();
    expect(screen.getByRole('timer')).toHaveTextContent(/^(?:10:00|9:5\d)$/u);
    expect(screen.getByRole('alert')).toHaveTextContent('Kode salah dicoba 2 kali');
    await user.click(screen.getByRole('button', { name: 'Batalkan kode' }));
    expect(office.sent('stations.cancelJoining')).toHaveLength(1);
  });

  test('a name that is taken is said at the name', async () => {
    const office = host();
    office.replies('stations.openJoining', () => ({ kind: 'refused', refusal: { type: 'stationNameTaken', name: 'Loket 2' } }));
    const user = userEvent.setup();
    openSettings(office, '/pengaturan/stasiun/baru');
    await user.type(await screen.findByRole('textbox', { name: /Nama stasiun/u }), 'Loket 2');
    await user.click(screen.getByRole('button', { name: 'Tampilkan kode' }));
    expect(await screen.findByText(/Nama stasiun “Loket 2” sudah dipakai/u)).toBeVisible();
  });

  test('moved and renamed; revoked only after a second word', async () => {
    const office = host();
    office.answers('stations.change', {});
    office.answers('stations.revoke', {});
    const user = userEvent.setup();
    openSettings(office, `/pengaturan/stasiun/${id(3)}`);
    await user.type(await screen.findByRole('textbox', { name: /^Tempat/u }), 'Lantai 2');
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    await waitFor(() =>
      expect(office.sent('stations.change')).toEqual([{ stationId: id(3), name: 'Loket 2', place: 'Lantai 2', roles: ['counter'] }]),
    );
    await user.click(screen.getByRole('button', { name: 'Cabut stasiun ini' }));
    expect(office.sent('stations.revoke')).toEqual([]);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cabut stasiun ini' }));
    await waitFor(() => expect(office.sent('stations.revoke')).toEqual([{ stationId: id(3) }]));
  });

  test('the lead is changed but not revoked here', async () => {
    openSettings(host(), `/pengaturan/stasiun/${id(1)}`);
    expect(await screen.findByRole('button', { name: 'Simpan' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cabut stasiun ini' })).toBeNull();
  });

  test('at a follower nothing can be changed, and it says where', async () => {
    openSettings(host({ ...list, isLead: false }), '/pengaturan/stasiun');
    expect(await screen.findByText(/Hanya stasiun induk/u)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Tambah stasiun' })).toBeNull();
  });

  test('a supervisor looks at the list and adds nothing', async () => {
    openSettings(host(list, 'pengawas'), '/pengaturan/stasiun');
    expect(await screen.findByRole('link', { name: /Loket 2/u })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Tambah stasiun' })).toBeNull();
  });

  test('a port that is taken is said, with what to do', async () => {
    openSettings(host({ ...list, port: null, portTaken: 4718 }), '/pengaturan/stasiun');
    expect(await screen.findByRole('alert')).toHaveTextContent('Port 4718 untuk sambungan antarstasiun dipakai program lain');
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { chooseLanguage } from '../../../renderer/i18n/index.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { officeHost, openSettings } from './fixtures.tsx';

type Overview = Output<'screens.overview'>;

const linkId = '01930000-0000-7000-8000-00000000000a';
const board: Overview['links'][number] = {
  linkId,
  name: 'TV ruang tunggu',
  surface: 'board',
  ticketsPerDay: null,
  tickets: 0,
  createdAt: 0,
  connected: 1,
  lastSeenAt: 0,
  lastAddress: '192.168.1.31',
};
const on: Overview = { on: true, port: 4719, state: 'listening', origins: ['http://192.168.1.20:4719'], links: [] };
const off: Overview = { on: false, port: 4719, state: 'off', origins: [], links: [] };
const address = (host: string) => ({ url: `http://${host}:4719/s/abc`, qr: { path: 'M4 4h1v1h-1z', viewBox: '0 0 9 9' } });

beforeEach(() => chooseLanguage('id', false));

function open(overview: Overview) {
  const host = officeHost('admin');
  host.answers('office.profile', { profile: { name: 'Dinas', address: '', zone: 'Asia/Jakarta', language: 'id' }, texts: null });
  host.answers('screens.overview', overview);
  host.answers('screens.listen', {});
  host.answers('screens.addLink', { addresses: [address('192.168.1.20'), address('10.0.0.7')] });
  host.answers('screens.renewLink', { addresses: [address('192.168.1.20')] });
  host.answers('screens.revokeLink', {});
  openSettings(host, '/pengaturan/layar');
  return host;
}

describe('screens on the network', () => {
  test('given off, then turning it on is a choice that is saved, and no link can be made before', async () => {
    const host = open(off);
    const user = userEvent.setup();
    expect(await screen.findByTestId('screens-state')).toHaveTextContent('Belum ada layar yang dapat tersambung dari jaringan');
    expect(screen.queryByRole('button', { name: 'Buat tautan' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: /^Menyala/ }));
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(host.sent('screens.listen')).toEqual([{ on: true, port: 4719 }]);
  });

  test('given a port that is none, then it is not sent', async () => {
    const host = open(off);
    const user = userEvent.setup();
    const port = await screen.findByLabelText('Port');
    expect(port).toHaveValue('4719');
    await user.clear(port);
    await user.type(port, '80');
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(screen.getByText('Paling sedikit 1024.')).toBeVisible();
    expect(host.sent('screens.listen')).toEqual([]);
  });

  test.each([
    ['portTaken', /Port 4719 dipakai program lain.*mencoba lagi/u],
    ['noNetwork', /tidak terhubung ke jaringan.*mencoba lagi/u],
    ['noPages', /Pasang ulang Loket/u],
    ['failed', /menolak membuka port 4719.*mencoba lagi/u],
  ] as const)('given %s, then it is said what to do', async (state, words) => {
    open({ ...on, state, origins: [] });
    expect(await screen.findByTestId('screens-state')).toHaveTextContent(words);
  });

  test('given a new kiosk, then its address and QR code are shown once, for each network', async () => {
    const host = open(on);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('radio', { name: /^Kios/ }));
    await user.type(screen.getByLabelText(/Nama perangkat/), 'Tablet pintu');
    await user.click(screen.getByRole('button', { name: 'Buat tautan' }));
    const dialog = await screen.findByRole('dialog');
    expect(host.sent('screens.addLink')).toMatchObject([{ link: { surface: 'kiosk', name: 'Tablet pintu', ticketsPerDay: 200 } }]);
    expect(within(dialog).getByLabelText('Alamat')).toHaveValue('http://192.168.1.20:4719/s/abc');
    expect(within(dialog).getByRole('img', { name: 'Kode QR alamat ini' })).toBeVisible();
    await user.selectOptions(within(dialog).getByLabelText('Jaringan'), '10.0.0.7:4719');
    expect(within(dialog).getByLabelText('Alamat')).toHaveValue('http://10.0.0.7:4719/s/abc');
    await user.click(within(dialog).getByRole('button', { name: 'Sudah dibuka' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByLabelText(/Nama perangkat/)).toHaveValue('');
  });

  test('given no name, then no link is made', async () => {
    const host = open(on);
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Buat tautan' }));
    expect(screen.getByText('Isi kolom ini.')).toBeVisible();
    expect(host.sent('screens.addLink')).toEqual([]);
  });

  test('given a link, then it says who is connected from where, and is revoked after a question', async () => {
    const host = open({ ...on, links: [board] });
    const user = userEvent.setup();
    const row = within(await screen.findByRole('list', { name: 'Tautan' })).getByRole('listitem');
    expect(row).toHaveTextContent('Papan · tersambung sekarang: 1 layar, terakhir dari 192.168.1.31');
    await user.click(within(row).getByRole('button', { name: 'Cabut tautan TV ruang tunggu' }));
    const dialog = await screen.findByRole('dialog');
    expect(host.sent('screens.revokeLink')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Cabut' }));
    expect(host.sent('screens.revokeLink')).toEqual([{ linkId }]);
  });

  test('given a kiosk that was never opened, then it says so and how many tickets it may give; a new address is shown', async () => {
    open({
      ...on,
      links: [{ ...board, surface: 'kiosk', connected: 0, lastSeenAt: null, lastAddress: null, ticketsPerDay: 50, tickets: 7 }],
    });
    const user = userEvent.setup();
    const row = within(await screen.findByRole('list', { name: 'Tautan' })).getByRole('listitem');
    expect(row).toHaveTextContent('belum pernah dibuka');
    expect(row).toHaveTextContent('7 dari paling banyak 50 karcis');
    await user.click(within(row).getByRole('button', { name: 'Alamat baru untuk TV ruang tunggu' }));
    expect(within(await screen.findByRole('dialog')).getByLabelText('Alamat')).toHaveValue('http://192.168.1.20:4719/s/abc');
  });
});

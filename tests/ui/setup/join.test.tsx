import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import FirstStartScreen from '../../../renderer/screens/setup/FirstStartScreen.tsx';
import { groupedJoinCode, makeJoinCode } from '../../../shared/domain/stations/joinCode.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

const code = makeJoinCode((length) => Uint8Array.from({ length }, (_, index) => index * 11));
const alone: Output<'stations.here'> = {
  role: 'alone',
  letter: '',
  name: '',
  roles: [],
  others: 0,
  connected: 0,
  leadName: '',
  isLeadConnected: true,
};
const follower: Output<'stations.here'> = {
  ...alone,
  role: 'follower',
  letter: 'A',
  name: 'Loket 2',
  roles: ['counter'],
  others: 2,
  connected: 1,
  leadName: 'Induk',
};

let host: FakeHost;
beforeEach(() => {
  host = createFakeHost();
  host.answers('stations.here', alone);
  host.answers('stations.nearby', [{ name: 'Loket 3F9A', address: '10.0.0.1:4718' }]);
  host.answers('office.serviceTemplates', []);
});

async function open() {
  renderWithHost(host, <FirstStartScreen />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Gabung ke kantor yang sudah ada' }));
  await screen.findByRole('textbox', { name: /^Kode/u });
  return user;
}
const field = (name: RegExp) => screen.getByRole('textbox', { name });
const submit = () => screen.getByRole('button', { name: 'Gabung' });

describe('joining at a new station', () => {
  test('a lead from the network and the code as read out; then it says what it became', async () => {
    host.answers('stations.join', { letter: 'A', name: 'Loket 2' });
    const user = await open();
    await user.click(await screen.findByRole('button', { name: /Loket 3F9A/u }));
    await user.type(field(/^Kode/u), code.toLowerCase());
    await user.tab();
    expect(field(/^Kode/u)).toHaveValue(groupedJoinCode(code));
    await user.click(submit());
    await waitFor(() => expect(host.sent('stations.join')).toEqual([{ address: '10.0.0.1:4718', code: groupedJoinCode(code) }]));
    expect(await screen.findByText(/Bergabung sebagai Loket 2, seri A/u)).toBeVisible();
  });

  test('a scanner fills both fields', async () => {
    const user = await open();
    await user.click(field(/^Kode/u));
    await user.paste(`LOKET-GABUNG 10.0.0.7:4718 ${groupedJoinCode(code)}`);
    expect(field(/^Kode/u)).toHaveValue(groupedJoinCode(code));
    expect(field(/^Alamat/u)).toHaveValue('10.0.0.7:4718');
  });

  test('what is mistyped is said at its field, before anything is sent', async () => {
    const user = await open();
    await user.click(submit());
    expect(await screen.findByText(/Alamat ini tidak dapat dibaca/u)).toBeVisible();
    expect(field(/^Alamat/u)).toHaveFocus();
    await user.type(field(/^Alamat/u), '10.0.0.1');
    await user.type(field(/^Kode/u), 'ABCD');
    await user.click(submit());
    expect(await screen.findByText(/Kode ini salah ketik/u)).toBeVisible();
    expect(field(/^Kode/u)).toHaveFocus();
    expect(host.sent('stations.join')).toEqual([]);
  });

  test.each([
    [{ type: 'noLeadAnswers', address: '10.0.0.1:4718' }, /Tidak ada induk yang menjawab di 10\.0\.0\.1:4718/u],
    [{ type: 'stationIsNotLead', address: '10.0.0.1:4718' }, /Stasiun di 10\.0\.0\.1:4718 bukan induk/u],
    [{ type: 'leadCannotRecord' }, /penyimpanannya penuh atau rusak/u],
    [{ type: 'chosenNameTaken' }, /sudah dipakai stasiun lain/u],
    [{ type: 'codeRefused' }, /Induk menolak kode ini/u],
    [{ type: 'tooManyTries' }, /Terlalu banyak percobaan/u],
    [{ type: 'leadNotProven' }, /TIDAK bergabung/u],
  ] as const)('%j is said in words', async (refusal, words) => {
    host.replies('stations.join', () => ({ kind: 'refused', refusal }));
    const user = await open();
    await user.type(field(/^Alamat/u), '10.0.0.1');
    await user.type(field(/^Kode/u), code);
    await user.click(submit());
    expect(await screen.findByText(words)).toBeVisible();
  });

  test('one can go back and set up an office', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Siapkan kantor baru saja' }));
    expect(await screen.findByRole('heading', { level: 1, name: /Selamat datang/u })).toBeVisible();
  });
});

describe('a station that joined', () => {
  test('offers no set-up; says whether the lead answers', async () => {
    host.answers('stations.here', follower);
    renderWithHost(host, <FirstStartScreen />);
    expect(await screen.findByRole('heading', { name: 'Loket 2 · seri A' })).toBeVisible();
    expect(screen.getByText('1 dari 2 stasiun lain tersambung')).toBeVisible();
    host.answers('stations.here', { ...follower, isLeadConnected: false, connected: 0 });
    host.changed('stations');
    expect(await screen.findByText('Stasiun induk tidak tersambung')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Gabung|Lanjut/u })).toBeNull();
  });

  test('a revoked one says so', async () => {
    host.answers('stations.here', { ...follower, role: 'revoked' });
    renderWithHost(host, <FirstStartScreen />);
    expect(await screen.findByRole('heading', { name: 'Stasiun ini sudah dicabut dari kantor' })).toBeVisible();
  });
});

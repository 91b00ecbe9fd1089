import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import SetUpScreen from '../../../renderer/screens/setup/SetUpScreen.tsx';
import type { Output } from '../../../shared/rpc/contract.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

type Template = Output<'office.serviceTemplates'>[number];

const template = (key: string, prefix: string, title: string): Template => ({
  key,
  prefix,
  title: { id: title, en: `${title} (en)` },
  requirements: [{ title: { id: 'KK', en: 'Family card' }, whereToGet: { id: '', en: '' } }],
  procedure: { id: '', en: '' },
  duration: { unit: 'minutes', value: 15 },
  fee: 0,
  product: { id: '', en: '' },
  meanServiceMinutes: 10,
  targetWaitMinutes: 15,
});

let host: FakeHost;
beforeEach(() => {
  host = createFakeHost();
  host.answers('office.serviceTemplates', [template('lost', 'A', 'KTP hilang'), template('damaged', 'B', 'KTP rusak')]);
  host.answers('office.setUp', {});
});

const open = () => {
  renderWithHost(host, <SetUpScreen />);
  return userEvent.setup();
};
type User = ReturnType<typeof open>;
const next = (user: User) => user.click(screen.getByRole('button', { name: 'Lanjut' }));
const step = (name: string) => screen.findByRole('heading', { level: 2, name });

const fillOffice = async (user: User) => {
  await user.type(screen.getByRole('textbox', { name: /Nama kantor/u }), 'Dinas Contoh');
  await next(user);
  await step('Layanan yang dibuka');
};
const fillServices = async (user: User) => {
  await user.click(await screen.findByRole('checkbox', { name: 'KTP hilang' }));
  await user.click(screen.getByRole('checkbox', { name: 'KTP rusak' }));
  await next(user);
  await step('Loket');
};
const fillAdministrator = async (user: User) => {
  await user.type(screen.getByRole('textbox', { name: /Nama Anda/u }), 'Ratna');
  await user.type(screen.getByLabelText(/PIN atau kata sandi baru/u), '482913');
  await user.type(screen.getByLabelText(/Ketik sekali lagi/u), '482913');
};

describe('the first start', () => {
  test('five steps end in one command that holds everything', async () => {
    const user = open();
    await user.click(screen.getByRole('radio', { name: /WITA/u }));
    await fillOffice(user);
    await fillServices(user);
    await user.click(screen.getByRole('button', { name: 'Berapa loket?: tambah' }));
    await next(user);
    await step('Administrator pertama');
    await fillAdministrator(user);
    await next(user);
    await step('Sudah benar?');
    expect(screen.getByText('A · KTP hilang')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Siapkan kantor ini' }));
    await waitFor(() => expect(host.sent('office.setUp')).toHaveLength(1));
    const [sent] = host.sent('office.setUp');
    const serviceIds = sent?.services.map(({ id }) => id);
    expect(sent).toMatchObject({
      profile: { name: 'Dinas Contoh', zone: 'Asia/Makassar', language: 'id' },
      services: [
        { prefix: 'A', requirements: [{ title: { id: 'KK' } }] },
        { prefix: 'B', title: { id: 'KTP rusak' } },
      ],
      counters: [
        { number: 1, name: 'Loket 1', serviceIds },
        { number: 2, name: 'Loket 2', serviceIds },
      ],
      administrator: { name: 'Ratna', secret: '482913' },
    });
    await waitFor(() => expect(sessionStorage.getItem('loket.setUp')).toBeNull());
  });

  test('a step that is not right says so at the field and stays', async () => {
    const user = open();
    await next(user);
    const name = screen.getByRole('textbox', { name: /Nama kantor/u });
    expect(name).toHaveFocus();
    expect(name).toHaveAccessibleDescription(/Isi kolom ini\./u);
    await fillOffice(user);
    await next(user);
    expect(await screen.findByText('Pilih paling sedikit satu layanan.')).toHaveFocus();
    expect(screen.getByRole('button', { name: /Ringkasan/u })).toBeDisabled();
  });

  test('letters can be changed and must not clash', async () => {
    const user = open();
    await fillOffice(user);
    await user.click(await screen.findByRole('checkbox', { name: 'KTP hilang' }));
    await user.click(screen.getByRole('checkbox', { name: 'KTP rusak' }));
    const letter = screen.getByRole('textbox', { name: 'Huruf nomor untuk KTP rusak' });
    await user.clear(letter);
    await user.type(letter, 'a');
    await next(user);
    expect(letter).toHaveAccessibleDescription(/Bentrok dengan huruf A/u);
    await user.clear(letter);
    await user.type(letter, 'k');
    await next(user);
    expect(await step('Loket')).toBeVisible();
  });

  test('a service of no template is added by its name', async () => {
    const user = open();
    await fillOffice(user);
    await user.click(screen.getByRole('button', { name: 'Tambah layanan lain' }));
    const own = screen.getByRole('group', { name: 'Layanan tambahan 1' });
    await user.type(within(own).getByRole('textbox', { name: /Bahasa Indonesia/u }), 'Legalisir');
    await user.type(within(own).getByRole('textbox', { name: /Bahasa Inggris/u }), 'Certified copies');
    expect(within(own).getByRole('textbox', { name: 'Huruf depan nomor' })).toHaveValue('A');
    await next(user);
    expect(await step('Loket')).toBeVisible();
  });
});

describe('a reload', () => {
  test('keeps everything typed but the PIN', async () => {
    const user = open();
    await fillOffice(user);
    await fillServices(user);
    await next(user);
    await step('Administrator pertama');
    await fillAdministrator(user);
    expect(sessionStorage.getItem('loket.setUp')).not.toContain('482913');
    cleanup();
    renderWithHost(host, <SetUpScreen />);
    expect(await step('Administrator pertama')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Nama Anda/u })).toHaveValue('Ratna');
    expect(screen.getByLabelText(/PIN atau kata sandi baru/u)).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Layanan' }));
    expect(await screen.findByRole('checkbox', { name: 'KTP rusak' })).toBeChecked();
  });

  test('on the summary goes back to where the PIN is typed', async () => {
    const user = open();
    await fillOffice(user);
    await fillServices(user);
    await next(user);
    await step('Administrator pertama');
    await fillAdministrator(user);
    await next(user);
    await step('Sudah benar?');
    cleanup();
    renderWithHost(host, <SetUpScreen />);
    expect(await step('Administrator pertama')).toBeVisible();
  });

  test('with something unreadable in the store starts afresh', async () => {
    sessionStorage.setItem('loket.setUp', '{"step":"counters"');
    open();
    expect(await step('Tentang kantor')).toBeVisible();
  });
});

test('an office that was set up meanwhile is told, and nothing typed is lost', async () => {
  host.replies('office.setUp', () => ({ kind: 'refused', refusal: { type: 'alreadySetUp' } }));
  const user = open();
  await fillOffice(user);
  await fillServices(user);
  await next(user);
  await fillAdministrator(user);
  await next(user);
  await user.click(await screen.findByRole('button', { name: 'Siapkan kantor ini' }));
  expect(await screen.findByText(/sudah disiapkan/u)).toBeVisible();
  expect(sessionStorage.getItem('loket.setUp')).toContain('Dinas Contoh');
});

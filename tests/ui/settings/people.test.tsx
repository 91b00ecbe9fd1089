import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { ids, officeHost, openSettings } from './fixtures.tsx';

describe('staff', () => {
  test('a new person gets roles and a PIN typed twice alike', async () => {
    const host = officeHost('admin');
    host.answers('staff.add', {});
    const user = userEvent.setup();
    const router = openSettings(host, '/pengaturan/petugas/baru');
    await user.type(await screen.findByRole('textbox', { name: /^Nama/u }), 'Budi');
    await user.click(screen.getByRole('checkbox', { name: /Pengawas/u }));
    await user.type(screen.getByLabelText(/PIN atau kata sandi baru/u), '482913');
    await user.type(screen.getByLabelText(/Ketik sekali lagi/u), '482914');
    await user.click(screen.getByRole('button', { name: 'Tambahkan petugas' }));
    expect(screen.getByText('Tidak sama dengan isian pertama. Ketik ulang.')).toBeVisible();
    expect(host.sent('staff.add')).toHaveLength(0);
    await user.type(screen.getByLabelText(/Ketik sekali lagi/u), '{Backspace}3');
    await user.click(screen.getByRole('button', { name: 'Tambahkan petugas' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/pengaturan/petugas'));
    expect(host.sent('staff.add')).toMatchObject([{ name: 'Budi', roles: ['petugas', 'pengawas'], secret: '482913' }]);
  });

  test('a PIN that was reset is no longer on the screen', async () => {
    const host = officeHost('admin');
    host.answers('staff.resetSecret', {});
    const user = userEvent.setup();
    openSettings(host, `/pengaturan/petugas/${ids.sari}`);
    await user.type(await screen.findByLabelText(/PIN atau kata sandi baru/u), '482913');
    await user.type(screen.getByLabelText(/Ketik sekali lagi/u), '482913');
    await user.click(screen.getByRole('button', { name: 'Ganti PIN' }));
    await waitFor(() => expect(screen.getByLabelText(/PIN atau kata sandi baru/u)).toHaveValue(''));
    expect(host.sent('staff.resetSecret')).toEqual([{ staffId: ids.sari, secret: '482913' }]);
  });

  test('the last administrator cannot give up the role, and the reason stands at the roles', async () => {
    const host = officeHost('admin');
    host.replies('staff.change', () => ({ kind: 'refused', refusal: { type: 'lastAdministrator' } }));
    const user = userEvent.setup();
    openSettings(host, `/pengaturan/petugas/${ids.ratna}`);
    await user.click(await screen.findByRole('checkbox', { name: /Administrator/u }));
    await user.click(screen.getByRole('checkbox', { name: /Pengawas/u }));
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(await screen.findByText(/administrator aktif terakhir/u)).toBeVisible();
  });

  test("one's own PIN: a wrong current one is told at its field", async () => {
    const host = officeHost('petugas');
    host.replies('access.changeSecret', () => ({ kind: 'refused', refusal: { type: 'wrongSecret', failures: 1 } }));
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/pin');
    const current = await screen.findByLabelText(/PIN atau kata sandi sekarang/u);
    await user.type(current, '111111');
    await user.type(screen.getByLabelText(/PIN atau kata sandi baru/u), '482913');
    await user.type(screen.getByLabelText(/Ketik sekali lagi/u), '482913');
    await user.click(screen.getByRole('button', { name: 'Ganti PIN saya' }));
    await waitFor(() => expect(current).toBeInvalid());
    expect(current).toHaveAccessibleDescription(/salah/u);
  });
});

describe('personal data', () => {
  const found = { personId: ids.person, name: 'S•••', nik: '3573••••••••0001', phone: '08••••7890', documents: 2, complaints: 0 };

  const findPerson = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.type(await screen.findByRole('textbox', { name: /NIK/u }), '3573010101900001');
    await user.click(screen.getByRole('button', { name: 'Cari' }));
  };

  test('nobody found says what that means', async () => {
    const host = officeHost('admin');
    host.answers('people.find', []);
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/data-pribadi');
    await findPerson(user);
    expect(await screen.findByText('Tidak ada data orang ini')).toBeVisible();
  });

  test('an export needs a reason and ends as a file whose name says nothing of the person', async () => {
    const host = officeHost('admin');
    host.answers('people.find', [found]);
    host.answers('people.export', { exportId: ids.export });
    host.answers('people.exported', {
      person: { name: 'Siti', nik: '3573010101900001', phone: '', address: '', email: '' },
      documents: [],
      complaints: [],
      notes: [],
    });
    const made: Blob[] = [];
    URL.createObjectURL = (blob: Blob | MediaSource) => {
      made.push(blob as Blob);
      return 'blob:export';
    };
    const clicked: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/data-pribadi');
    await findPerson(user);
    await user.click(await screen.findByRole('button', { name: 'Serahkan data' }));
    await user.click(await screen.findByRole('radio', { name: /Perintah pengadilan/u }));
    await user.click(screen.getByRole('button', { name: 'Catat dan unduh' }));
    await waitFor(() => expect(clicked).toEqual([`data-pribadi-${ids.export}.json`]));
    expect(host.sent('people.export')).toEqual([{ personId: ids.person, reason: 'courtOrder' }]);
    expect(made[0]?.type).toBe('application/json');
    click.mockRestore();
  });

  test('erasing needs the word typed by hand', async () => {
    const host = officeHost('admin');
    host.answers('people.find', [found]);
    host.answers('people.erase', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/data-pribadi');
    await findPerson(user);
    await user.click(await screen.findByRole('button', { name: 'Hapus data' }));
    const dialog = await screen.findByRole('dialog');
    const erase = within(dialog).getByRole('button', { name: 'Hapus selamanya' });
    expect(erase).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Ketik HAPUS untuk melanjutkan' }), 'hapus');
    host.answers('people.find', []);
    await user.click(erase);
    expect(await screen.findByText('Tidak ada data orang ini')).toBeVisible();
    expect(host.sent('people.erase')).toEqual([{ personId: ids.person, reason: 'subjectRequest' }]);
  });
});

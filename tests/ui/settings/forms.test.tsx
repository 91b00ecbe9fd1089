import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { configuration, officeHost, openSettings } from './fixtures.tsx';

const nameField = () => screen.findByRole('textbox', { name: /^Nama kantor/u });
const save = () => screen.getByRole('button', { name: 'Simpan' });
const renamed = (name: string) => ({ ...configuration, profile: { ...configuration.profile, name } });

describe('a form over something saved', () => {
  test('an empty name is told at the field, takes the focus, and nothing is sent', async () => {
    const host = officeHost('admin');
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/kantor');
    const name = await nameField();
    await user.clear(name);
    await user.click(save());
    expect(name).toHaveAccessibleDescription(/Isi kolom ini\./u);
    expect(name).toHaveFocus();
    expect(host.sent('office.saveProfile')).toHaveLength(0);
  });

  test('a change is sent once, and the form says that it is saved', async () => {
    const host = officeHost('admin');
    host.answers('office.saveProfile', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/kantor');
    const name = await nameField();
    expect(save()).toBeDisabled();
    await user.clear(name);
    await user.type(name, 'Dinas Baru{Enter}');
    expect(await screen.findByText(/Tersimpan pukul/u)).toBeVisible();
    expect(host.sent('office.saveProfile')).toEqual([{ ...configuration.profile, name: 'Dinas Baru' }]);
    expect(save()).toBeDisabled();
  });

  test('a refused save keeps what was typed and says what happened', async () => {
    const host = officeHost('admin');
    host.replies('office.saveProfile', () => ({ kind: 'failed', failure: { type: 'storageFull' } }));
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/kantor');
    const name = await nameField();
    await user.type(name, ' Baru');
    await user.click(save());
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(name).toHaveValue('Dinas Contoh Baru');
    expect(save()).toBeEnabled();
  });
});

describe('a change from another window', () => {
  test('is followed while nothing was typed', async () => {
    const host = officeHost('admin');
    openSettings(host, '/pengaturan/kantor');
    const name = await nameField();
    host.answers('office.configuration', renamed('Dinas Lain'));
    host.changed('office');
    await waitFor(() => expect(name).toHaveValue('Dinas Lain'));
    expect(screen.queryByText('Orang lain baru saja mengubah bagian ini')).toBeNull();
  });

  test('is told while something was typed, and can be taken', async () => {
    const host = officeHost('admin');
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/kantor');
    const name = await nameField();
    await user.type(name, ' saya');
    host.answers('office.configuration', renamed('Dinas Lain'));
    host.changed('office');
    expect(await screen.findByText('Orang lain baru saja mengubah bagian ini')).toBeVisible();
    expect(name).toHaveValue('Dinas Contoh saya');
    await user.click(screen.getByRole('button', { name: 'Pakai yang terbaru' }));
    expect(name).toHaveValue('Dinas Lain');
  });
});

describe('leaving with something unsaved', () => {
  test('asks first; staying keeps it, discarding leaves', async () => {
    const user = userEvent.setup();
    const router = openSettings(officeHost('admin'), '/pengaturan/kantor');
    const name = await nameField();
    await user.type(name, ' Baru');
    await user.click(screen.getByRole('link', { name: 'Jam layanan' }));
    await user.click(await screen.findByRole('button', { name: 'Tetap di sini' }));
    expect(router.state.location.pathname).toBe('/pengaturan/kantor');
    expect(name).toHaveValue('Dinas Contoh Baru');
    await user.click(screen.getByRole('link', { name: 'Jam layanan' }));
    await user.click(await screen.findByRole('button', { name: 'Buang dan pindah' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Jam layanan' })).toBeVisible();
  });

  test('closing the window is held back only while something is unsaved', async () => {
    const user = userEvent.setup();
    openSettings(officeHost('admin'), '/pengaturan/kantor');
    const name = await nameField();
    const isHeldBack = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(isHeldBack()).toBe(false);
    await user.type(name, ' Baru');
    expect(isHeldBack()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Buang perubahan' }));
    expect(isHeldBack()).toBe(false);
  });
});

import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { sectionGroups } from '../../../renderer/screens/settings/sections.ts';
import { officeHost, openSettings } from './fixtures.tsx';

const links = async () => {
  const nav = await screen.findByRole('navigation', { name: 'Bagian pengaturan' });
  return within(nav)
    .getAllByRole('link')
    .map((link) => link.textContent);
};

describe('who sees which section', () => {
  test('an administrator sees all, and the settings open at the first', async () => {
    const router = openSettings(officeHost('admin'), '/pengaturan');
    expect(await screen.findByRole('heading', { level: 1, name: 'Profil kantor' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/pengaturan/kantor');
    expect(await links()).toHaveLength(sectionGroups.flatMap(({ sections }) => sections).length);
  });

  test('a supervisor sees only what she may change', async () => {
    openSettings(officeHost('pengawas'), '/pengaturan/prioritas');
    expect(await screen.findByRole('heading', { level: 1, name: 'Prioritas' })).toBeVisible();
    expect(await links()).toEqual([
      'Teks dan kontak',
      'Stasiun',
      'Sinkronisasi',
      'Loket',
      'Prioritas',
      'Buku padam',
      'PIN saya',
      'Data pribadi',
      'Kartu tenang',
      'Skenario latihan',
      'Bahasa dan tampilan',
      'Sistem',
    ]);
  });

  test('a deep link to a section of another role says so and asks the host for nothing', async () => {
    const host = officeHost('petugas');
    openSettings(host, '/pengaturan/petugas');
    expect(await screen.findByRole('heading', { name: 'Anda tidak punya akses ke bagian ini' })).toBeVisible();
    expect(host.sent('staff.list')).toHaveLength(0);
  });

  test('a supervisor finds people but is told that an administrator hands out and erases', async () => {
    openSettings(officeHost('pengawas'), '/pengaturan/data-pribadi');
    expect(await screen.findByRole('textbox', { name: /NIK/u })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hapus data' })).toBeNull();
  });
});

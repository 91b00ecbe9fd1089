import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { configuration, officeHost, openSettings } from './fixtures.tsx';

const save = () => screen.getByRole('button', { name: 'Simpan' });

describe('opening hours', () => {
  test('times are understood as people type them', async () => {
    const host = officeHost('admin');
    host.answers('office.saveHours', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/jam');
    const opens = await screen.findByRole('textbox', { name: 'Senin, buka pukul' });
    await user.clear(opens);
    await user.type(opens, '8{Enter}');
    expect(await screen.findByText(/Tersimpan pukul/u)).toBeVisible();
    expect(host.sent('office.saveHours')[0]?.[0]).toMatchObject({ weekday: 1, open: '08:00' });
  });

  test('a day that closes before it opens is told at the day and not sent', async () => {
    const host = officeHost('admin');
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/jam');
    const closes = await screen.findByRole('textbox', { name: 'Selasa, tutup pukul' });
    await user.clear(closes);
    await user.type(closes, '06.00');
    await user.click(save());
    const day = screen.getByRole('group', { name: 'Selasa' });
    expect(within(day).getByRole('alert')).toHaveTextContent('Jam buka harus sebelum jam tutup');
    expect(day).toHaveFocus();
    expect(host.sent('office.saveHours')).toHaveLength(0);
  });

  test('a closed day is opened in its place, breaks can be added', async () => {
    const host = officeHost('admin');
    host.answers('office.saveHours', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/jam');
    await user.click(await screen.findByRole('switch', { name: 'Senin' }));
    await user.click(screen.getByRole('switch', { name: 'Senin' }));
    await user.click(screen.getByRole('button', { name: 'Tambah istirahat hari Jumat' }));
    await user.clear(screen.getByRole('textbox', { name: 'Jumat, istirahat 2 mulai' }));
    await user.type(screen.getByRole('textbox', { name: 'Jumat, istirahat 2 mulai' }), '15.00');
    await user.clear(screen.getByRole('textbox', { name: 'Jumat, istirahat 2 sampai' }));
    await user.type(screen.getByRole('textbox', { name: 'Jumat, istirahat 2 sampai' }), '15.15');
    await user.click(save());
    await screen.findByText(/Tersimpan pukul/u);
    const [sent] = host.sent('office.saveHours');
    expect(sent?.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
    expect(sent?.[4]?.breaks).toEqual([
      { from: '11:30', to: '13:00' },
      { from: '15:00', to: '15:15' },
    ]);
  });
});

describe('holidays', () => {
  const draft = { year: 2027, confirmed: false, days: [{ date: '2027-08-17', name: 'Proklamasi', kind: 'national' as const }] };

  test("a year that nobody saved begins with the host's draft and is confirmed by a person", async () => {
    const host = officeHost('admin');
    host.answers('office.holidayDraft', draft);
    host.answers('office.saveHolidays', {});
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/libur/2027');
    expect(await screen.findByText('Rancangan libur 2027')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: /sudah saya periksa/u }));
    await user.click(save());
    await screen.findByText(/Tersimpan pukul/u);
    expect(host.sent('office.saveHolidays')).toEqual([{ ...draft, confirmed: true }]);
  });

  test('a saved year that nobody confirmed carries a warning', async () => {
    const host = officeHost('admin');
    host.answers('office.configuration', { ...configuration, holidays: [draft] });
    openSettings(host, '/pengaturan/libur/2027');
    expect(await screen.findByText('Hari libur 2027 belum dipastikan')).toBeVisible();
    expect(host.sent('office.holidayDraft')).toHaveLength(0);
  });

  test('a date of another year and a holiday given twice are told at their lines', async () => {
    const host = officeHost('admin');
    const day = (date: string) => ({ date, name: 'Libur', kind: 'office' as const });
    host.answers('office.configuration', {
      ...configuration,
      holidays: [{ ...draft, days: [day('2026-12-31'), day('2027-01-04'), day('2027-01-04')] }],
    });
    const user = userEvent.setup();
    openSettings(host, '/pengaturan/libur/2027');
    await user.click(await screen.findByRole('checkbox', { name: /sudah saya periksa/u }));
    await user.click(save());
    expect(screen.getByLabelText('Tanggal hari libur 1')).toHaveAccessibleDescription('Tanggal ini bukan di tahun 2027.');
    expect(screen.getByLabelText('Tanggal hari libur 3')).toHaveAccessibleDescription('Hari libur ini sudah ada di daftar.');
    expect(host.sent('office.saveHolidays')).toHaveLength(0);
  });
});

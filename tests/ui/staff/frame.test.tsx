import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderStaff, sari, staffHost, type Status } from './fixtures.tsx';

const statusLine = () => screen.findByRole('contentinfo', { name: 'Keadaan stasiun' });

describe('the status line', () => {
  it('says role, lead, printer and backup, and nothing of a server where there is none', async () => {
    renderStaff(staffHost(sari));
    const line = await statusLine();
    await within(line).findByText('Printer siap: Thermal 1');
    expect(line).toHaveTextContent('Tersambung');
    expect(line).toHaveTextContent('Satu stasiun — tanpa induk lain');
    expect(line).not.toHaveTextContent('terkirim');
    expect(line).toHaveTextContent('Cadangan 23 Nov 2026 08.00, terperiksa');
  });

  it('names trouble in words, not by colour alone', async () => {
    renderStaff(staffHost(sari, { printer: { state: 'failing', name: 'Thermal 1' }, lastBackup: null }));
    const line = await statusLine();
    expect(await within(line).findByText('Printer bermasalah: Thermal 1')).toHaveAttribute('data-tone', 'bad');
    expect(line).toHaveTextContent('Belum ada cadangan');
  });

  const member: Status['station'] = {
    role: 'follower',
    letter: 'B',
    name: 'Pos depan',
    roles: ['guard', 'board'],
    others: 3,
    connected: 2,
    leadName: 'Induk',
    isLeadConnected: true,
  };

  it('names the station, its use, its lead, and how many others are connected', async () => {
    renderStaff(staffHost(sari, { station: member }));
    const line = await statusLine();
    expect(await within(line).findByText(/^Stasiun anggota, seri B — /u)).toHaveAttribute('data-tone', 'good');
    expect(line).toHaveTextContent('Pos depan');
    expect(line).toHaveTextContent('Pos keamanan, Papan panggil');
    expect(within(line).getByText('2 dari 3 stasiun lain tersambung')).toHaveAttribute('data-tone', 'bad');
  });

  it('says that the lead is not connected; a revoked station says so across the window as well', async () => {
    renderStaff(staffHost(sari, { station: { ...member, isLeadConnected: false } }));
    expect(await within(await statusLine()).findByText(/^Stasiun anggota, seri B — induk Induk tidak tersambung/u)).toHaveAttribute(
      'data-tone',
      'bad',
    );
    cleanup();
    renderStaff(staffHost(sari, { station: { ...member, role: 'revoked' } }));
    expect(await within(await statusLine()).findByText(/seri B — tidak lagi bagian kantor/u)).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Stasiun ini sudah dicabut dari kantor');
  });

  it('says since when the data is old while the connection is lost', async () => {
    const host = staffHost(sari);
    renderStaff(host);
    await screen.findByText('Printer siap: Thermal 1');
    host.online(false);
    expect(await screen.findByText(/Sambungan terputus/)).toBeVisible();
    expect(await statusLine()).toHaveTextContent(/Data terakhir \d\d\.\d\d/);
    host.online(true);
    await waitFor(() => expect(screen.queryByText(/Sambungan terputus/)).toBeNull());
  });
});

describe('banners', () => {
  const recovery: NonNullable<Status['recovery']> = {
    at: Date.UTC(2026, 10, 23, 0, 30),
    part: 'station',
    damage: 'chain',
    setAsideAs: 'loket.damaged-1.db',
    backupDate: '2026-11-22',
    eventsFromBackup: 120,
    eventsAfterBackup: 14,
    eventsLost: 1,
    lastEventAt: Date.UTC(2026, 10, 23, 0, 29),
  };

  it('a recovery says exactly what was recovered; a supervisor acknowledges it', async () => {
    const host = staffHost({ ...sari, roles: ['pengawas'] }, { recovery });
    host.answers('system.acknowledgeRecovery', {});
    renderStaff(host);
    expect(await screen.findByText(/Kejadian yang tidak dapat dipulihkan: 1\./)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Lihat laporan' }));
    const report = await screen.findByRole('dialog');
    for (const fact of ['rantai catatan kejadian terputus', 'loket.damaged-1.db', 'Minggu, 22 November 2026', '120', '14']) {
      expect(within(report).getByText(fact)).toBeVisible();
    }
    await userEvent.click(within(report).getByRole('button', { name: 'Saya sudah membaca' }));
    await waitFor(() => expect(host.sent('system.acknowledgeRecovery')).toEqual([{}]));
  });

  it('an officer can read the report but not put it away', async () => {
    renderStaff(staffHost(sari, { recovery }));
    await userEvent.click(await screen.findByRole('button', { name: 'Lihat laporan' }));
    expect(await screen.findByText('Pengawas atau administrator dapat menutup pemberitahuan ini.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Saya sudah membaca' })).toBeNull();
  });

  it('a suspect clock and unconfirmed holidays are shown with what to do', async () => {
    renderStaff(staffHost({ ...sari, roles: ['admin'] }, { clock: 'suspect', unconfirmedHolidayYears: [2027] }));
    expect(await screen.findByText(/Periksa tanggal dan jam komputer/)).toBeVisible();
    expect(screen.getByText(/Hari libur 2027 belum dipastikan/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Pastikan di Pengaturan' })).toBeVisible();
  });

  it('a disk that refuses to write says what is safe and what is not', async () => {
    renderStaff(staffHost(sari, { storage: 'failing' }));
    expect(await screen.findByText(/langkah baru TIDAK tersimpan/)).toBeVisible();
  });

  it('rebuilding the data shows how far it is', async () => {
    renderStaff(staffHost(sari, { replay: { done: 250_000, total: 1_000_000 } }));
    expect(await screen.findByText('250.000 dari 1.000.000 kejadian')).toBeVisible();
  });
});

describe('the header', () => {
  it('shows the settings only to those who may use them', async () => {
    const officer = renderStaff(staffHost(sari));
    await screen.findByRole('link', { name: 'Loket' });
    expect(screen.queryByRole('link', { name: 'Pengaturan' })).toBeNull();
    officer.unmount();
    renderStaff(staffHost({ ...sari, roles: ['admin'] }));
    expect(await screen.findByRole('link', { name: 'Pengaturan' })).toBeVisible();
  });

  it('has a place for the security call that holds no dead button', async () => {
    const { container } = renderStaff(staffHost(sari));
    await screen.findByRole('link', { name: 'Loket' });
    const place = container.querySelector('[data-place="security"]');
    expect(place).not.toBeNull();
    expect(place?.querySelector('button')).toBeNull();
  });

  it('locks and logs out', async () => {
    const host = staffHost(sari);
    host.answers('access.lock', {});
    host.answers('access.logOut', {});
    renderStaff(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Kunci layar' }));
    await waitFor(() => expect(host.sent('access.lock')).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: /Akun Sari Wulandari/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Keluar' }));
    await waitFor(() => expect(host.sent('access.logOut')).toHaveLength(1));
  });

  it('gives the focus back to the button when its menu is left by Escape', async () => {
    renderStaff(staffHost(sari));
    const button = await screen.findByRole('button', { name: /Akun Sari Wulandari/ });
    await userEvent.click(button);
    const item = await screen.findByRole('menuitem', { name: 'Ganti PIN' });
    act(() => item.focus());
    await userEvent.keyboard('{Escape}');
    expect(button).toHaveFocus();
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'false'));
  });

  it('changes the PIN after checking it is typed twice alike', async () => {
    const host = staffHost(sari);
    host.answers('access.changeSecret', {});
    renderStaff(host);
    await userEvent.click(await screen.findByRole('button', { name: /Akun Sari Wulandari/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Ganti PIN' }));
    const current = await screen.findByLabelText('PIN atau kata sandi sekarang');
    await waitFor(() => expect(current).toHaveFocus());
    await userEvent.type(current, '246810');
    await userEvent.type(screen.getByLabelText('Yang baru'), '135791');
    await userEvent.type(screen.getByLabelText('Ulangi yang baru'), '135792{Enter}');
    expect(await screen.findByText('Kedua isian baru tidak sama. Ketik ulang.')).toBeVisible();
    expect(host.sent('access.changeSecret')).toEqual([]);
    await userEvent.type(screen.getByLabelText('Ulangi yang baru'), '{Backspace}1{Enter}');
    await waitFor(() => expect(host.sent('access.changeSecret')).toEqual([{ current: '246810', next: '135791' }]));
  });
});

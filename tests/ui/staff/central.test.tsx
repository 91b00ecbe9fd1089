import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CentralStatus } from '../../../shared/rpc/methods/central.ts';
import { announcement, centralStatus, notEnrolled, problem } from '../centralFixtures.ts';
import { renderStaff, sari, staffHost } from './fixtures.tsx';

function open(status: CentralStatus) {
  const host = staffHost(sari);
  host.answers('central.status', status);
  host.answers('central.announcements', { announcements: [] });
  renderStaff(host);
  return host;
}
const statusLine = () => screen.findByRole('contentinfo', { name: 'Keadaan stasiun' });
const item = async (name: RegExp) => (await within(await statusLine()).findByRole('link', { name })).parentElement;
const since = Date.UTC(2026, 10, 23, 2, 40);

describe('the status line of an enrolled office', () => {
  it('says that everything was sent, and leads to the page', async () => {
    open(centralStatus());
    expect(await item(/^Semua terkirim$/u)).toHaveAttribute('data-tone', 'good');
    expect(screen.getByRole('link', { name: 'Semua terkirim' })).toHaveAttribute('href', '/pengaturan/sinkronisasi');
  });

  it('says how much waits since when; today by the time alone', async () => {
    const host = open(centralStatus({ waiting: { events: 12, since, files: 0 } }));
    expect(await item(/^12 menunggu sejak 23 Nov 2026 09\.40$/u)).toHaveAttribute('data-tone', 'quiet');
    host.answers('central.status', centralStatus({ waiting: { events: 3, since: Date.now() - 60_000, files: 0 } }));
    host.changed('central');
    expect(await item(/^3 menunggu sejak \d\d\.\d\d$/u)).toHaveAttribute('data-tone', 'quiet');
  });

  it('does not flicker with what was recorded a moment ago; attachments that wait are said', async () => {
    open(centralStatus({ waiting: { events: 1, since: Date.now(), files: 0 } }));
    expect(await item(/^Semua terkirim$/u)).toBeVisible();
  });

  it('says a problem in words, with what waits', async () => {
    const host = open(centralStatus({ waiting: { events: 12, since, files: 4 }, problem: problem('notTheServer') }));
    expect(await item(/^Jaringan menahan kiriman ke server pusat: 12 menunggu sejak /u)).toHaveAttribute('data-tone', 'bad');
    host.answers('central.status', centralStatus({ waiting: { events: 0, since: null, files: 4 } }));
    host.changed('central');
    expect(await item(/^4 lampiran menunggu dikirim$/u)).toHaveAttribute('data-tone', 'quiet');
  });

  it('says nothing where the office is not enrolled', async () => {
    open(notEnrolled);
    await within(await statusLine()).findByText('Printer siap: Thermal 1');
    expect(within(await statusLine()).queryByRole('link')).toBeNull();
  });
});

describe('announcements of the agency', () => {
  it('stand above the screen one at a time until this person has read them', async () => {
    const host = open(centralStatus());
    const long = `Sistem pusat berhenti. ${'Mohon bersabar. '.repeat(20)}`;
    host.answers('central.announcements', {
      announcements: [announcement(1, { body: long }), announcement(2), announcement(3, { seen: true })],
    });
    host.answers('central.seeAnnouncement', {});
    host.changed('central');
    const banner = (await screen.findByText('Pengumuman instansi: Pengumuman 1.')).closest('section');
    expect(banner).toHaveTextContent(/Sistem pusat berhenti\..* …/u);
    expect(banner).toHaveTextContent('1 pengumuman lain belum dibaca.');
    expect(screen.getByRole('link', { name: 'Baca selengkapnya' })).toHaveAttribute('href', '/pengaturan/sinkronisasi');
    await userEvent.click(screen.getByRole('button', { name: 'Sudah dibaca: Pengumuman 1' }));
    expect(host.sent('central.seeAnnouncement')).toEqual([{ announcementId: announcement(1).announcementId }]);
    host.answers('central.announcements', { announcements: [announcement(1, { seen: true }), announcement(2)] });
    host.changed('central');
    expect(await screen.findByText('Pengumuman instansi: Pengumuman 2.')).toBeVisible();
    expect(screen.queryByText(/Pengumuman 1/u)).toBeNull();
    expect(screen.queryByRole('link', { name: 'Baca selengkapnya' })).toBeNull();
  });
});

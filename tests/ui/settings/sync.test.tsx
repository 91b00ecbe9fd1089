import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { problemKey } from '../../../renderer/screens/settings/sync/problemKey.ts';
import type { CentralStatus } from '../../../shared/rpc/methods/central.ts';
import type { StaffRole } from '../../../shared/rpc/roles.ts';
import { syncFailures } from '../../../shared/sync/failures.ts';
import { syncRefusals } from '../../../shared/sync/protocol.ts';
import { announcement, centralStatus, notEnrolled, problem, pusherId } from '../centralFixtures.ts';
import { configuration, officeHost, openSettings } from './fixtures.tsx';

function open(status: CentralStatus, role: StaffRole = 'admin') {
  const host = officeHost(role);
  host.answers('office.profile', { profile: configuration.profile, texts: null });
  host.answers('central.status', status);
  host.answers('central.announcements', { announcements: [] });
  host.answers('lead.standing', {
    stationId: pusherId,
    mode: 'lead',
    isLead: true,
    isKept: false,
    lead: null,
    cutOffSince: null,
    copyProblems: [],
    stations: [{ stationId: pusherId, name: 'Induk', letter: '' }],
    files: { missing: 0, from: null, problem: null },
  });
  openSettings(host, '/pengaturan/sinkronisasi');
  return host;
}
const factOf = async (label: string) => (await screen.findByText(label)).nextElementSibling?.textContent;

describe('enrolling', () => {
  test('sends address and code as they were meant; while it goes on it says so', async () => {
    const host = open(notEnrolled);
    let answer: () => void = () => {};
    host.replies('central.enrol', () => new Promise((resolve) => (answer = () => resolve({ kind: 'done', output: {} }))));
    await userEvent.type(await screen.findByRole('textbox', { name: /Alamat server/u }), ' pusat.sukamaju.go.id/ ');
    await userEvent.type(screen.getByRole('textbox', { name: /Kode pendaftaran/u }), ' ABCD-EFGH-JKMN {Enter}');
    expect(await screen.findByText(/Menghubungi server/u)).toBeVisible();
    expect(host.sent('central.enrol')).toEqual([{ url: 'https://pusat.sukamaju.go.id', code: 'ABCD-EFGH-JKMN' }]);
    host.answers('central.status', centralStatus());
    answer();
    host.changed('central');
    expect(await screen.findByRole('heading', { name: 'Pengiriman' })).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test.each([
    ['centralUnreachable', /Alamat server/u, /Tidak ada yang menjawab/u],
    ['centralNotTheServer', /Alamat server/u, /bukan server pusat Loket/u],
    ['centralUrlInsecure', /Alamat server/u, /harus diawali https/u],
    ['centralCodeUnknown', /Kode pendaftaran/u, /Server tidak mengenal kode ini/u],
  ] as const)('%s is said at its field, which gets the focus', async (type, field, words) => {
    const host = open(notEnrolled);
    host.replies('central.enrol', () => ({ kind: 'refused', refusal: { type } }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Alamat server/u }), 'http://pusat.go.id');
    await userEvent.type(screen.getByRole('textbox', { name: /Kode pendaftaran/u }), 'ABCD{Enter}');
    expect(await screen.findByText(words)).toBeVisible();
    const input = screen.getByRole('textbox', { name: field });
    expect(input).toHaveAccessibleDescription(words);
    await waitFor(() => expect(input).toHaveFocus());
  });

  test('what belongs to no field stands above the button, in words', async () => {
    const host = open(notEnrolled);
    host.replies('central.enrol', () => ({ kind: 'refused', refusal: { type: 'centralFailed', failure: 'serverBusy' } as const }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Alamat server/u }), 'pusat.go.id');
    await userEvent.type(screen.getByRole('textbox', { name: /Kode pendaftaran/u }), 'ABCD{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Server pusat belum melakukannya: server sedang sibuk.');
  });

  test('an address or a code that cannot be one is not sent', async () => {
    const host = open(notEnrolled);
    await userEvent.click(await screen.findByRole('button', { name: 'Daftarkan' }));
    expect(await screen.findByText(/Alamat ini tidak dapat dibaca/u)).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /Alamat server/u }), 'pusat.go.id{Enter}');
    expect(await screen.findByText('Isi kolom ini.')).toBeVisible();
    expect(host.sent('central.enrol')).toEqual([]);
  });

  test('an officer is told whom to ask', async () => {
    open(notEnrolled, 'petugas');
    expect(await screen.findByText('Kantor ini tidak terhubung ke server pusat')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('what waits', () => {
  test('says that everything was sent, when the server last said so, and as what the office is enrolled', async () => {
    open(centralStatus());
    expect(await screen.findByText('Semua terkirim')).toBeVisible();
    expect(await factOf('Terakhir diterima server')).toBe('23 Nov 2026 09.40');
    expect(await factOf('Dikirim oleh')).toBe('stasiun ini');
    expect(await factOf('Nama kantor di server')).toBe('Dinas Dukcapil (DKC-SKM)');
    expect(await factOf('Kunci dibuat')).toBe('2 Nov 2026 09.00');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('says how much waits since when, why, and which station sends; an officer tries again', async () => {
    const waiting = { events: 1234, since: Date.UTC(2026, 10, 23, 2, 40), files: 3 };
    const host = open(centralStatus({ waiting, isPusher: false, problem: problem('unreachable') }), 'petugas');
    host.answers('central.retry', {});
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Server pusat tidak terjangkau sejak 23 Nov 2026 09.40');
    expect(alert).toHaveTextContent('Semua tersimpan aman di kantor ini');
    expect(alert).toHaveTextContent('Dicoba lagi sendiri 23 Nov 2026 09.45.');
    expect(await factOf('Menunggu dikirim')).toBe('1.234 catatan, yang tertua dari 23 Nov 2026 09.40');
    expect(await factOf('Lampiran menunggu')).toBe('3 berkas, dikirim setelah semua catatan');
    await waitFor(async () => expect(await factOf('Dikirim oleh')).toBe('Induk'));
    await userEvent.click(screen.getByRole('button', { name: 'Coba sekarang' }));
    expect(await screen.findByText(/Sedang dicoba/u)).toBeVisible();
    expect(host.sent('central.retry')).toEqual([{}]);
    expect(screen.queryByRole('button', { name: 'Keluar dari server' })).toBeNull();
  });

  test.each(syncFailures)('explains %s: what happened, what is safe, what to do', async (failure) => {
    open(centralStatus({ problem: problem(failure, { nextTryAt: null }) }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('aman di kantor ini');
    expect(alert).toHaveTextContent('Tekan “Coba sekarang” setelah penyebabnya diperbaiki');
  });

  test('every refusal has its explanation; a revoked key leads to a new code', async () => {
    const keys = [null, ...syncRefusals].map((refusal) => problemKey({ failure: 'refused', refusal }));
    expect(new Set(keys)).toEqual(new Set(['refused', 'revoked', 'clockOff', 'tooLarge', 'serverBusy', 'serverFailed']));
    open(centralStatus({ problem: problem('refused', { refusal: 'revoked' }) }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Minta kode pendaftaran baru kepada instansi');
  });

  test('a wrong clock, records set aside and a restored server are said; five minutes are not worth a word', async () => {
    open(centralStatus({ clockOffsetMs: -86_400_000, quarantined: 2, wentBack: Date.UTC(2026, 10, 22, 23) }));
    expect(await screen.findByText(/Jam di sini terlalu cepat 24 jam/u)).toBeVisible();
    expect(screen.getByText('2 catatan disisihkan oleh server')).toBeVisible();
    expect(screen.getByText('Server pernah dipulihkan dari cadangan (23 Nov 2026 06.00)')).toBeVisible();
  });
});

describe('what the centre asks', () => {
  test('lists what could not be done with the reason, known or not', async () => {
    const order = (n: number, kind: string, refusal: string) => ({ orderId: announcement(n).announcementId, kind, refusal, at: 0 });
    const refused = [
      order(1, 'complaint.answer', 'complaintInOtherStage'),
      order(2, 'office.paint', 'notUnderstood'),
      order(3, 'person.erase', 'strange'),
    ];
    open(centralStatus({ orders: { waiting: 2, refused } }));
    expect(await screen.findByText('2 permintaan menunggu diputuskan stasiun induk.')).toBeVisible();
    const rows = within(screen.getByRole('list', { name: 'Tidak dapat dilakukan' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Jawaban unit atas pengaduanPengaduannya sudah pada tahap lain'),
      expect.stringContaining('Permintaan lain (office.paint)Program kantor ini belum mengenal'),
      expect.stringContaining('Penghapusan data seseorangKantor menolaknya (kode: strange).'),
    ]);
  });

  test('shows announcements in full; one that is new is marked as read', async () => {
    const host = open(centralStatus(), 'petugas');
    host.answers('central.announcements', { announcements: [announcement(1), announcement(2, { seen: true })] });
    host.answers('central.seeAnnouncement', {});
    host.changed('central');
    expect(await screen.findByText('Isi 1.')).toBeVisible();
    expect(screen.getByText('Isi 2.')).toBeVisible();
    expect(screen.getAllByText('Diterima 23 Nov 2026 08.00, berlaku sampai Kamis, 31 Desember 2026')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: /^Sudah dibaca/u }));
    expect(host.sent('central.seeAnnouncement')).toEqual([{ announcementId: announcement(1).announcementId }]);
  });
});

describe('keys and leaving', () => {
  test('happen only after a second word', async () => {
    const host = open(centralStatus());
    host.answers('central.rotateKey', {});
    host.answers('central.leave', {});
    await userEvent.click(await screen.findByRole('button', { name: 'Ganti kunci' }));
    expect(host.sent('central.rotateKey')).toEqual([]);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ganti kunci' }));
    expect(await screen.findByText(/Kunci sudah diganti/u)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Keluar dari server' }));
    const dialog = await screen.findByRole('dialog', { name: 'Keluar dari server Kota Sukamaju?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Batal' }));
    expect(host.sent('central.leave')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Keluar dari server' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Keluar' }));
    await waitFor(() => expect(host.sent('central.leave')).toEqual([{}]));
  });
});

import { asSentence } from '../../../renderer/ui/format.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { AlarmClientProvider } from '../../../renderer/alarm/AlarmContext.tsx';
import type { AlarmClient } from '../../../renderer/alarm/client.ts';
import FloorScreen from '../../../renderer/screens/floor/FloorScreen.tsx';
import { StaffSessionProvider } from '../../../renderer/ui/staff/StaffContext.tsx';
import FloorNotices from '../../../renderer/ui/staff/banners/FloorNotices.tsx';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { idOf, session } from '../counter/fixtures.tsx';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

const minute = 60_000;
const [counterId, serviceId, sari, budi] = [idOf(1), idOf(2), idOf(3), idOf(4)];

const view: FloorView = {
  day: { date: '2026-11-23', status: 'open', openDate: '2026-11-23' },
  policy: { kind: 'accumulating', weight: 3, limitMinutes: 10 },
  remainingMinutes: 120,
  counters: [
    {
      ...{ id: counterId, number: 1, name: 'Loket 1', serviceIds: [serviceId], status: 'open', staffId: sari, staffName: 'Sari' },
      current: {
        ...{ ticketId: idOf(5), number: 'A-001', status: 'serving', serviceId, priority: false },
        ...{ elapsedMs: 9 * minute, running: true, targetMs: 8 * minute },
      },
      held: [],
      incident: { incidentId: idOf(6), level: 'angry' },
    },
  ],
  services: [
    {
      ...{ id: serviceId, prefix: 'A', title: { id: 'KTP-el hilang', en: 'Lost card' }, targetWaitMinutes: 30 },
      queue: { serviceId, waiting: 2, priorityWaiting: 0, openCounters: 1, estimate: null, capacity: 'free', lastWaitMs: null },
      ...{ longestWaitMs: 31 * minute, emptyInMinutes: 20, expected: 3, leftAtClosing: 1, level: 0.5, disturbance: null },
    },
  ],
  level: 0.5,
  nearLimit: [],
  officers: [
    { staffId: sari, name: 'Sari', roles: ['petugas'], counterId },
    { staffId: budi, name: 'Budi', roles: ['petugas'], counterId: null },
  ],
  stations: [{ letter: '', name: '', role: 'alone', self: true, health: 'bad', trouble: 'failing' }],
  printers: [{ printerId: idOf(7), name: 'Printer kios', state: 'failing', endedAt: 1 }],
  helps: [],
  incidents: [],
  complaints: { overdue: 0, dueToday: 0, next: [] },
  broadcasts: [],
  today: { date: '2026-11-23', slots: [{ minute: 450, arrivals: 4, waiting: 2, served: 1 }] },
  before: { date: '2026-11-16', slots: [{ minute: 450, arrivals: 7, waiting: 3, served: 6 }] },
};

const alarm = {
  snapshot: () => snapshot,
  onChange: () => () => {},
} as unknown as AlarmClient;
const snapshot = {
  ...{ windowId: 'w', station: null, ahead: 0, isConnected: true, isSilent: false, presses: [], acts: [] },
  who: { person: { staffId: null, name: '' }, place: { counterId: null, name: '' }, roles: [], guardPost: false },
};

function open(host: FakeHost, roles: readonly ('pengawas' | 'petugas')[] = ['pengawas']) {
  host.answers('office.profile', { profile: null, texts: null });
  return renderWithHost(
    host,
    <MemoryRouter initialEntries={['/lantai']}>
      <AlarmClientProvider client={alarm}>
        <StaffSessionProvider session={{ ...session, roles: [...roles] }}>
          <FloorScreen />
        </StaffSessionProvider>
      </AlarmClientProvider>
    </MemoryRouter>,
  );
}

describe('the floor', () => {
  it('shows who is late and where it is tense, who will be left over, and what is broken', async () => {
    const host = createFakeHost();
    host.answers('floor.view', view);
    open(host);
    const tile = await screen.findByRole('button', { name: /^Loket 1/u });
    expect(tile).toHaveTextContent('Marah');
    expect(tile).toHaveTextContent('Lewat target');
    expect(screen.getByText('1 tidak terlayani')).toBeVisible();
    expect(screen.getByText(/disk menolak tulisan/u)).toBeVisible();
    expect(screen.getByText('cetakan terakhir gagal')).toBeVisible();
    expect(screen.getByText('Tidak ada penerima: panggilan tidak akan sampai.')).toBeVisible();
  });

  it('tells the charts in words and figures', async () => {
    const host = createFakeHost();
    host.answers('floor.view', view);
    open(host);
    expect(await screen.findByRole('img', { name: 'Datang: 4 hari ini, 7 pada hari pembanding' })).toBeInTheDocument();
    const table = screen.getByText('Angka di balik grafik').closest('details');
    expect(table?.querySelector('tbody tr')).toHaveTextContent('07.304 (7)2 (3)1 (6)');
  });

  it('says when what it shows may be old', async () => {
    const host = createFakeHost();
    host.answers('floor.view', view);
    open(host);
    await screen.findByRole('heading', { name: 'Lantai' });
    host.online(false);
    expect(await screen.findByRole('alert')).toHaveTextContent('Terputus');
  });

  it('replaces an officer only by saying so to the host', async () => {
    const host = createFakeHost();
    host.answers('floor.view', view);
    host.answers('queue.assignOfficer', {});
    open(host);
    await userEvent.click(await screen.findByRole('button', { name: /^Loket 1/u }));
    const put = await screen.findByRole('button', { name: 'Tempatkan' });
    // Nobody is suggested who would have to leave another counter.
    expect(put).toBeDisabled();
    await userEvent.selectOptions(screen.getByLabelText('Petugas di loket ini'), budi);
    await userEvent.click(put);
    await waitFor(() => expect(host.sent('queue.assignOfficer')).toEqual([{ counterId, staffId: budi, takeOver: true }]));
  });

  it('keeps a text that was refused, with its reason', async () => {
    const host = createFakeHost();
    host.answers('floor.view', view);
    host.replies('floor.broadcast', () => ({ kind: 'refused', refusal: { type: 'broadcastEndInvalid' } }));
    open(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Umumkan' }));
    const text = await screen.findByRole('textbox', { name: 'Pengumuman' });
    await userEvent.type(text, 'Rapat{Enter}');
    expect(await screen.findByText(/Waktu berakhir harus nanti/u)).toBeVisible();
    expect(text).toHaveValue('Rapat');
  });

  it('is not asked for by an officer', () => {
    const host = createFakeHost();
    open(host, ['petugas']);
    expect(screen.getByRole('heading', { name: 'Layar ini untuk pengawas' })).toBeVisible();
    expect(host.sent('floor.view')).toEqual([]);
  });
});

describe('what comes from the floor to an officer', () => {
  it('thanks quietly until they are put away, and a text until its end', async () => {
    const host = createFakeHost();
    const until = Date.now() + 3600 * 1000;
    host.answers('floor.thanks', [{ thanksId: idOf(8), reason: 'calm', by: 'Dewi', at: 1 }]);
    host.answers('floor.notices', {
      broadcasts: [
        { broadcastId: idOf(9), text: { id: 'Rapat', en: '' }, until },
        { broadcastId: idOf(10), text: { id: 'Sudah lewat', en: '' }, until: Date.now() - 1 },
      ],
      disturbances: [],
    });
    host.answers('floor.seeThanks', {});
    renderWithHost(host, <FloorNotices />);
    expect(await screen.findByText('Rapat')).toBeVisible();
    expect(screen.queryByText('Sudah lewat')).toBeNull();
    const thanks = (await screen.findByText(/Terima kasih dari Dewi/u)).closest('section');
    await userEvent.click(within(thanks as HTMLElement).getByRole('button', { name: 'Tutup' }));
    expect(host.sent('floor.seeThanks')).toEqual([{ thanksId: idOf(8) }]);
  });
});

describe('a text that another sentence follows', () => {
  it.each([
    ['', ''],
    ['SIAK gangguan', 'SIAK gangguan.'],
    ['SIAK gangguan.', 'SIAK gangguan.'],
    ['Mohon sabar!', 'Mohon sabar!'],
  ])('%j ends as a sentence', (text, sentence) => expect(asSentence(text)).toBe(sentence));
});

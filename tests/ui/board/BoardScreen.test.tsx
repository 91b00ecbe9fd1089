import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../../../renderer/i18n/index.ts';
import BoardScreen from '../../../renderer/screens/board/BoardScreen.tsx';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';
import { boardOf, callOf, counterOf, officeOf } from './fixtures.ts';

/** jsdom has no sound: an announcement lasts as long as it is shown. */
const shownMs = 5000;

let host: FakeHost;
beforeEach(() => {
  vi.useFakeTimers();
  chooseLanguage('id', false);
  host = createFakeHost();
  host.answers('office.profile', officeOf());
  host.answers('queue.board', boardOf());
});
afterEach(() => vi.useRealTimers());

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const open = async () => {
  const view = renderWithHost(host, <BoardScreen />);
  await settle();
  return view;
};
const announced = () => screen.getByTestId('announcement').dataset['announcing'];
const update = async (board: ReturnType<typeof boardOf>) => {
  host.answers('queue.board', board);
  host.changed('queue');
  await settle();
};

describe('the board', () => {
  test('shows each counter with its number, its break, and that it is closed', async () => {
    const counters = [
      counterOf(1, { ticketNumber: 'A-012', ticketStatus: 'serving' }),
      counterOf(2, { status: 'break' }),
      counterOf(3, { status: 'closed' }),
      counterOf(4, { name: 'Informasi' }),
    ];
    host.answers('queue.board', boardOf({ counters }));
    await open();
    const tiles = within(screen.getByRole('region', { name: 'Loket' })).getAllByRole('listitem');
    expect(tiles.map(({ textContent }) => textContent)).toEqual([
      'Loket 1A-012',
      'Loket 2Istirahat',
      'Loket 3Tutup',
      'Loket 4InformasiSiap',
    ]);
  });

  test('announces calls one after another in their order, and a recall again', async () => {
    await open();
    const calls = [callOf(3, { number: 'A-001', recall: true }), callOf(2, { number: 'B-001', counterNumber: 12 }), callOf(1)];
    await update(boardOf({ calls }));
    const live = screen.getByTestId('announcement');
    expect(live).toHaveTextContent('Nomor antrean A nol nol satu, silakan menuju loket satu.');
    expect(live).toHaveAttribute('data-announcements-waiting', '2');
    await settle(shownMs);
    expect(live).toHaveTextContent('Nomor antrean B nol nol satu, silakan menuju loket dua belas.');
    await settle(shownMs);
    expect(live).toHaveAttribute('data-announcing-order', '3');
    expect(screen.getByRole('region', { name: 'Nomor dipanggil' })).toHaveTextContent('panggilan ulang');
    await settle(shownMs);
    expect(live).toBeEmptyDOMElement();
  });

  test('flashes the announced number and its counter only while it is announced', async () => {
    await open();
    await update(boardOf({ calls: [callOf(1, { counterNumber: 2 })] }));
    expect(screen.getByRole('region', { name: 'Nomor dipanggil' })).toHaveAttribute('data-flash', 'true');
    const tiles = screen.getAllByRole('listitem');
    expect(tiles.map((tile) => tile.dataset['flash'])).toEqual(['false', 'true']);
    await settle(shownMs);
    expect(tiles.map((tile) => tile.dataset['flash'])).toEqual(['false', 'false']);
  });

  test('after a reload it announces neither what it announced before nor old calls', async () => {
    const calls = [callOf(2), callOf(1, { at: Date.now() - 60_000 })];
    host.answers('queue.board', boardOf({ calls }));
    const first = await open();
    expect(announced()).toBe('A-002');
    first.unmount();
    await open();
    expect(announced()).toBe('');
  });

  test('a second board of the office announces the same call', async () => {
    host.answers('queue.board', boardOf({ calls: [callOf(1)] }));
    const first = await open();
    expect(announced()).toBe('A-001');
    first.unmount();
    // Another window has a session storage of its own.
    sessionStorage.clear();
    await open();
    expect(announced()).toBe('A-001');
  });

  test('says that its numbers may be old while the connection is lost, and announces afterwards only what is fresh', async () => {
    const before = callOf(1);
    host.answers('queue.board', boardOf({ calls: [before] }));
    await open();
    await settle(shownMs);
    act(() => host.online(false));
    expect(screen.getByRole('alert')).toHaveTextContent('Sambungan terputus sejak');
    const missed = callOf(2);
    await settle(60_000);
    host.answers('queue.board', boardOf({ calls: [callOf(3), missed, before] }));
    act(() => host.online(true));
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(announced()).toBe('A-003');
    await settle(shownMs);
    expect(announced()).toBe('');
  });

  test('tells when service has not opened and when it has ended', async () => {
    const calls = [callOf(1, { at: 0 })];
    host.answers('queue.board', boardOf({ day: { date: '2026-11-23', status: 'notOpened', openDate: null }, calls }));
    await open();
    expect(screen.getByText('Pelayanan belum dibuka')).toBeVisible();
    await update(boardOf({ day: { date: '2026-11-23', status: 'closed', openDate: null }, calls }));
    expect(screen.getByText('Pelayanan hari ini sudah selesai')).toBeVisible();
  });

  test("runs the office's text in both languages and shows the time of the office's zone", async () => {
    vi.setSystemTime(new Date('2026-11-22T22:05:00Z'));
    await open();
    expect(screen.getAllByText('Semua layanan gratis.')[0]).toHaveAttribute('lang', 'id');
    expect(screen.getAllByText('All services are free.')[0]).toHaveAttribute('lang', 'en');
    expect(screen.getByText('Senin, 23 November 2026')).toBeVisible();
    expect(screen.getByText('07.05')).toHaveTextContent('07.05WIT');
  });

  test("speaks the office's language on the screen, and Indonesian by voice", async () => {
    host.answers('office.profile', officeOf('en'));
    host.answers('queue.board', boardOf({ calls: [callOf(1, { counterNumber: 2 })] }));
    await open();
    expect(screen.getByRole('region', { name: 'Now calling' })).toHaveTextContent('Counter 2');
    expect(screen.getByTestId('announcement')).toHaveTextContent('silakan menuju loket dua');
    expect(screen.getByTestId('announcement')).toHaveAttribute('lang', 'id');
  });

  test('says so when the office is not set up yet', async () => {
    host.answers('office.profile', { profile: null, texts: null });
    await open();
    expect(screen.getByRole('heading', { name: 'Papan belum disiapkan' })).toBeVisible();
  });
});

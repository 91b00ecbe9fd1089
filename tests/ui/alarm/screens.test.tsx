import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { access, renderStaff, sari, staffHost } from '../staff/fixtures.tsx';
import { view } from '../counter/fixtures.tsx';
import { acknowledged, callOf, createFakeStation, type FakeStation, ids, received } from './fakeStation.ts';

/** A staff window with a station that listens. */
function atWindow(session: Parameters<typeof staffHost>[0] = sari) {
  const host = staffHost(session);
  const station = createFakeStation();
  station.connect();
  renderStaff(station.on(host));
  return { host, station };
}

/** The security button, once the window knows who sits here. */
const button = async () => {
  await waitFor(() => expect(screen.queryByText(/Menghubungkan/)).toBeNull());
  return screen.findByRole('button', { name: 'Panggil keamanan: tahan satu detik' });
};
const f12 = () => {
  fireEvent.keyDown(window, { key: 'F12' });
  fireEvent.keyUp(window, { key: 'F12' });
};
const tell = (station: FakeStation, ...args: Parameters<FakeStation['tell']>) => act(() => station.tell(...args));

afterEach(() => vi.useRealTimers());

describe('calling', () => {
  it('by F12 twice within a second, which never reaches the browser', async () => {
    const { station } = atWindow();
    await button();
    expect(fireEvent.keyDown(window, { key: 'F12' })).toBe(false);
    fireEvent.keyUp(window, { key: 'F12' });
    expect(station.saidOf('press')).toEqual([]);
    f12();
    expect(station.saidOf('press')).toMatchObject([{ kind: 'help', by: { name: 'Sari Wulandari' } }]);
  });

  it('by F12 held for one second; released earlier it is nothing', async () => {
    const { station } = atWindow();
    await button();
    vi.useFakeTimers();
    fireEvent.keyDown(window, { key: 'F12' });
    vi.advanceTimersByTime(900);
    fireEvent.keyUp(window, { key: 'F12' });
    vi.advanceTimersByTime(3000);
    expect(station.saidOf('press')).toEqual([]);
    fireEvent.keyDown(window, { key: 'F12', timeStamp: 5000 });
    for (let n = 0; n < 20; n += 1) fireEvent.keyDown(window, { key: 'F12', repeat: true });
    act(() => void vi.advanceTimersByTime(1000));
    expect(station.saidOf('press')).toHaveLength(1);
  });

  it('by the button held for one second, with a finger or with the space bar', async () => {
    for (const [down, up] of [
      [fireEvent.pointerDown, fireEvent.pointerUp],
      [
        (target: Element, at: object) => fireEvent.keyDown(target, { key: ' ', ...at }),
        (target: Element) => fireEvent.keyUp(target, { key: ' ' }),
      ],
    ] as const) {
      const { station } = atWindow();
      const target = await button();
      vi.useFakeTimers();
      down(target, { button: 0 });
      expect(target).toHaveAttribute('data-holding', 'true');
      act(() => void vi.advanceTimersByTime(1000));
      expect(target).toHaveAttribute('data-holding', 'false');
      up(target);
      expect(station.saidOf('press')).toHaveLength(1);
      expect(screen.queryByRole('note')).toBeNull();
      vi.useRealTimers();
      cleanup();
      localStorage.clear();
    }
  });

  it('by a finger that stays down while the focus goes elsewhere', async () => {
    const { station } = atWindow();
    const target = await button();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fireEvent.pointerDown(target, { button: 0 });
    fireEvent.blur(target);
    act(() => void vi.advanceTimersByTime(1000));
    expect(station.saidOf('press')).toHaveLength(1);
  });

  it('by a finger that stays down while the lock carries the button away', async () => {
    const { host, station } = atWindow();
    const target = await button();
    fireEvent.pointerDown(target, { button: 0 });
    host.answers('access.state', access({ ...sari, locked: true }));
    act(() => host.session('locked'));
    await screen.findByRole('heading', { name: 'Layar terkunci' });
    expect(target.isConnected).toBe(false);
    await waitFor(() => expect(station.saidOf('press')).not.toEqual([]), { timeout: 3000 });
  });

  it('a short tap calls nobody and explains; from there one can call as well', async () => {
    const { station } = atWindow();
    const target = await button();
    fireEvent.pointerDown(target, { button: 0 });
    fireEvent.pointerUp(target);
    expect(await screen.findByRole('note')).toHaveTextContent(/Tahan tombol ini satu detik/);
    expect(station.saidOf('press')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Panggil sekarang' }));
    expect(station.saidOf('press')).toHaveLength(1);
  });

  it('from the login and from behind the lock, saying which counter this computer stands at', async () => {
    sessionStorage.setItem('loket.alarm.place', JSON.stringify({ counterId: ids.counter, name: 'Loket 3' }));
    const nobody = atWindow(null);
    await screen.findByText('Siapa yang bertugas?');
    await button();
    f12();
    f12();
    expect(nobody.station.saidOf('press')).toMatchObject([{ place: { name: 'Loket 3' }, by: { name: '' } }]);

    cleanup();
    localStorage.clear();
    const { station } = atWindow({ ...sari, locked: true });
    const lock = await screen.findByRole('dialog', { name: 'Layar terkunci' });
    expect(await within(lock).findByRole('button', { name: /Panggil keamanan/ })).toBeVisible();
    f12();
    f12();
    expect(station.saidOf('press')).toMatchObject([{ place: { name: 'Loket 3' }, by: { name: 'Sari Wulandari' } }]);
  });
});

describe('the pressing window', () => {
  const pressed = async () => {
    const window = atWindow();
    await button();
    tell(window.station, []);
    f12();
    f12();
    const [press] = window.station.saidOf('press');
    if (press === undefined) throw new Error('not pressed');
    const mine = (...happenings: Parameters<typeof callOf>[1][]) =>
      callOf({ alarmId: press.alarmId, windowId: press.windowId, place: press.place }, ...happenings);
    return { ...window, press, mine };
  };

  it('stays covert: a small sign, no alert, and who received it', async () => {
    const { station, mine } = await pressed();
    expect(await screen.findByRole('button', { name: 'Mengirim …' })).toBeVisible();
    tell(station, [mine(received)]);
    expect(await screen.findByRole('button', { name: 'Diterima: Agus Prasetyo' })).toBeVisible();
    tell(station, [mine(received, acknowledged)]);
    expect(await screen.findByRole('button', { name: 'Agus Prasetyo menuju ke sini' })).toBeVisible();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('says BELUM DITERIMA with the emergency number within three seconds', async () => {
    const { station, mine } = await pressed();
    tell(station, [mine()], { emergencyNumber: '110' });
    const sign = await screen.findByRole('button', { name: /BELUM DITERIMA\. Telepon 110/ }, { timeout: 3000 });
    expect(sign).toBeVisible();
  });

  it('refines the kind and withdraws only with a reason', async () => {
    const { station, mine } = await pressed();
    tell(station, [mine(received)]);
    await userEvent.click(await screen.findByRole('button', { name: /Diterima/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Kekerasan' }));
    expect(station.saidOf('act')).toMatchObject([{ act: 'kindChanged', kind: 'violence' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Batalkan panggilan' }));
    await userEvent.click(screen.getByRole('button', { name: 'Batalkan panggilan' }));
    expect(screen.getByText(/Tulis alasannya/)).toBeVisible();
    await userEvent.type(screen.getByLabelText('Mengapa dibatalkan?'), 'tersenggol');
    await userEvent.click(screen.getByRole('button', { name: 'Batalkan panggilan' }));
    expect(station.saidOf('act').at(-1)).toMatchObject({ act: 'withdrawn', reason: 'tersenggol' });
    expect(await screen.findByRole('button', { name: /Membatalkan/ })).toBeVisible();
  });
});

describe('the alert at other windows', () => {
  const alert = () => screen.findByRole('alertdialog');

  it('is not said to be shown by a tab that lies behind another, until it comes to the front', async () => {
    const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { station } = atWindow();
    await button();
    tell(station, [callOf()]);
    await screen.findByRole('alertdialog');
    expect(station.saidOf('shown')).toEqual([]);
    sight.mockRestore();
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await waitFor(() => expect(station.saidOf('shown')).toMatchObject([{ alarmId: ids.call }]));
  });

  it('covers the screen with what, where, since when and whose turn it is, and says that it was shown', async () => {
    const { station } = atWindow();
    await button();
    tell(station, [callOf({ kind: 'violence' })]);
    const dialog = await alert();
    for (const words of ['Loket 3', 'Kekerasan', 'Giliran: petugas keamanan', 'Ditekan oleh Budi Santoso']) {
      expect(within(dialog).getByText(words)).toBeInTheDocument();
    }
    expect(within(dialog).getByRole('timer')).toHaveTextContent('0:00');
    await waitFor(() => expect(within(dialog).getByRole('timer')).toHaveTextContent('0:01'), { timeout: 3000 });
    await waitFor(() => expect(station.saidOf('shown')).toMatchObject([{ alarmId: ids.call }]));
    // The security button is not behind it.
    expect(within(dialog).getByRole('button', { name: /Panggil keamanan/ })).toBeInTheDocument();
  });

  it('is answered by name, can be put aside then, and ends only with a reason', async () => {
    const { station } = atWindow({ ...sari, roles: ['keamanan', 'petugas'] });
    await button();
    tell(station, [callOf()]);
    const dialog = within(await alert());
    expect(dialog.queryByRole('button', { name: /Kecilkan/ })).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Menuju lokasi' }));
    expect(station.saidOf('act')).toMatchObject([{ act: 'acknowledged', by: { name: 'Sari Wulandari' } }]);
    const onTheWay = { type: 'acknowledged', by: { name: 'Sari Wulandari', staffId: sari.staffId } } as const;
    tell(station, [callOf({}, onTheWay)]);
    await userEvent.click(await dialog.findByRole('button', { name: 'Tiba' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Perlu polisi' }));
    expect(station.saidOf('act').map((message) => message.act)).toEqual(expect.arrayContaining(['arrived', 'policeNeeded']));
    await userEvent.click(dialog.getByRole('button', { name: /Kecilkan/ }));
    const banner = await screen.findByRole('region', { name: 'Panggilan keamanan berjalan' });
    expect(banner).toHaveTextContent(/Loket 3.*Sari Wulandari/);
    // The frame ends above it.
    expect(document.documentElement.style.getPropertyValue('--alert-space')).not.toBe('');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await userEvent.click(within(banner).getByRole('button', { name: 'Buka' }));
    const again = within(await alert());
    expect(document.documentElement.style.getPropertyValue('--alert-space')).toBe('');
    await userEvent.click(again.getByRole('button', { name: 'Selesai …' }));
    await userEvent.click(again.getByRole('button', { name: 'Akhiri panggilan' }));
    expect(again.getByText(/Tulis alasannya/)).toBeInTheDocument();
    await userEvent.click(again.getByRole('button', { name: 'Keadaan tenang kembali' }));
    await userEvent.click(again.getByRole('button', { name: 'Akhiri panggilan' }));
    expect(station.saidOf('act').at(-1)).toMatchObject({ act: 'ended', reason: 'Keadaan tenang kembali' });
    expect(again.getByText(/Menunggu stasiun/)).toBeInTheDocument();
    tell(station, [callOf({}, onTheWay, { type: 'ended', by: onTheWay.by, reason: 'tenang' })]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('asks for a name where nobody is logged in', async () => {
    const { station } = atWindow(null);
    await button();
    tell(station, [callOf()]);
    const dialog = within(await alert());
    await userEvent.click(dialog.getByRole('button', { name: 'Menuju lokasi' }));
    expect(dialog.getByText('Pilih atau tulis nama Anda dahulu.')).toBeInTheDocument();
    expect(station.saidOf('act')).toEqual([]);
    await userEvent.click(await dialog.findByRole('button', { name: 'Sari Wulandari' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Menuju lokasi' }));
    expect(station.saidOf('act')).toMatchObject([{ act: 'acknowledged', by: { name: 'Sari Wulandari', staffId: null } }]);
  });

  it('shows several calls at once, and comes back when a further one is pressed or the next tier is asked', async () => {
    const { station } = atWindow({ ...sari, roles: ['pengawas'] });
    await button();
    const tierOne = { type: 'tierReached', tier: 1 } as const;
    tell(station, [callOf({}, tierOne)]);
    // Guards are asked first: a supervisor may go on working.
    await userEvent.click(within(await alert()).getByRole('button', { name: /Kecilkan/ }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    tell(station, [callOf({}, tierOne, { type: 'tierReached', tier: 2 })]);
    expect(await alert()).toHaveTextContent('Giliran: petugas keamanan dan pengawas');
    tell(station, [
      callOf({}, tierOne, acknowledged),
      callOf({ alarmId: ids.other, kind: 'fire', place: { counterId: null, name: 'Loket 1' } }),
    ]);
    expect(within(await alert()).getAllByRole('article')).toHaveLength(2);
    expect(await alert()).toHaveTextContent('2 panggilan keamanan');
  });

  it('of others stay small while this counter calls for help itself, and come up when that is over', async () => {
    const { station } = atWindow();
    await button();
    tell(station, []);
    f12();
    f12();
    const [press] = station.saidOf('press');
    const mine = (...happenings: Parameters<typeof callOf>[1][]) =>
      callOf({ alarmId: press?.alarmId ?? '', windowId: press?.windowId ?? '', place: { counterId: null, name: '' } }, ...happenings);
    tell(station, [mine(), callOf({ alarmId: ids.other })]);
    const banner = await screen.findByRole('region', { name: 'Panggilan keamanan berjalan' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await userEvent.click(within(banner).getByRole('button', { name: 'Buka' }));
    expect(await alert()).toBeInTheDocument();
    cleanup();
  });

  it('a drill is marked on every place', async () => {
    const { station } = atWindow();
    await button();
    tell(station, [callOf({ drill: true, place: { counterId: null, name: '' } }, acknowledged)]);
    const dialog = within(await alert());
    expect(dialog.getByText('LATIHAN')).toBeInTheDocument();
    expect(dialog.getByRole('heading', { level: 1 })).toHaveTextContent('Latihan panggilan keamanan');
    await userEvent.click(dialog.getByRole('button', { name: /Kecilkan/ }));
    expect(await screen.findByRole('region', { name: 'Panggilan keamanan berjalan' })).toHaveTextContent('LATIHAN');
  });

  it('says that this window is cut off while it shows a call', async () => {
    const { station } = atWindow();
    await button();
    tell(station, [callOf()]);
    await alert();
    act(() => station.lose());
    expect(await screen.findByText(/Layar ini terputus dari stasiun/)).toBeInTheDocument();
  });
});

describe('the monthly reminder', () => {
  const dayMs = 24 * 60 * 60_000;

  it('is shown to who holds drills, on every screen, after 30 days without one', async () => {
    const { station } = atWindow({ ...sari, roles: ['pengawas'] });
    await button();
    tell(station, [], { lastDrillAt: Date.now() - 29 * dayMs });
    expect(screen.queryByText(/lebih dari 30 hari/)).toBeNull();
    tell(station, [], { lastDrillAt: Date.now() - 31 * dayMs });
    expect(await screen.findByText(/lebih dari 30 hari/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Buka pos keamanan' })).toHaveAttribute('href', '/keamanan');
  });

  it('is not the officer’s matter', async () => {
    const { station } = atWindow();
    await button();
    tell(station, [], { lastDrillAt: Date.now() - 31 * dayMs });
    expect(screen.queryByText(/lebih dari 30 hari/)).toBeNull();
  });
});

describe('who sits here', () => {
  /** This browser has been at a counter whose officer is now `staffId`; a second window of it, on another screen. */
  async function secondWindow(staffId: string) {
    const { counter } = view();
    const place = { counterId: counter.id, name: counter.name };
    localStorage.setItem('loket.alarm.place', JSON.stringify(place));
    const host = staffHost(sari);
    host.answers('queue.counterView', view({ counter: { ...counter, staffId } }));
    const station = createFakeStation();
    station.connect();
    renderStaff(station.on(host));
    await button();
    await waitFor(() => expect(host.sent('queue.counterView')).not.toHaveLength(0));
    tell(station, [callOf({ place })]);
    return station;
  }

  it('is at her counter in every window of this browser, so that her own call stays covert in all of them', async () => {
    const station = await secondWindow(sari.staffId);
    await waitFor(() => expect(station.saidOf('hello').at(-1)).toMatchObject({ place: { name: 'Loket 3' } }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(await screen.findByRole('button', { name: /Mengirim|diterima/iu })).toBeVisible();
  });

  it('who logged in where somebody else works at the counter sees her call', async () => {
    await secondWindow(ids.agus);
    expect(await screen.findByRole('alertdialog')).toHaveTextContent('Loket 3');
  });

  it('is told when the station does not answer any more', async () => {
    const { station } = atWindow();
    await button();
    tell(station, []);
    expect(screen.queryByRole('alert')).toBeNull();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
    expect(await screen.findByRole('alert', {}, { timeout: 3000 })).toHaveTextContent(/Stasiun tidak menjawab.*Panggilan keamanan/);
    act(() => station.say({ t: 'beat' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is told to the station, and again after logging in', async () => {
    const { host, station } = atWindow(null);
    await screen.findByText('Siapa yang bertugas?');
    expect(station.saidOf('hello').at(-1)).toMatchObject({ person: { name: '' }, roles: [], guardPost: false });
    host.answers('access.state', access(sari));
    act(() => host.changed('access'));
    await waitFor(() => expect(station.saidOf('hello').at(-1)).toMatchObject({ person: { name: 'Sari Wulandari' }, roles: ['petugas'] }));
  });
});

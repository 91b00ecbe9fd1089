import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { called, deskHost, idOf, ids, renderCounter, serving, showDesk, ticket, view } from './fixtures.tsx';

const done = { kind: 'done', output: {} } as const;
const action = (name: RegExp) => screen.findByRole('button', { name });

describe('the large actions', () => {
  it('F2 calls the next, shows why it was chosen, and Enter starts serving', async () => {
    const host = deskHost(view({ waiting: [ticket(2)] }));
    const reason = { rule: 'accumulating', ground: 'lansia', weight: 3, waitedMs: 9 * 60_000 } as const;
    host.replies('queue.callNext', () => {
      showDesk(host, view({ current: called(2) }));
      return { kind: 'done', output: { ticketId: ticket(2).id, number: 'C-002', reason } };
    });
    host.replies('queue.startServing', () => {
      showDesk(host, view({ current: serving(2) }));
      return done;
    });
    renderCounter(host);
    await action(/Panggil berikutnya/);
    await userEvent.keyboard('{F2}');
    expect(await screen.findByText('lansia, bobot 3, menunggu 9 menit')).toBeVisible();
    expect(host.sent('queue.callNext')).toEqual([{ counterId: ids.counter }]);
    await waitFor(async () => expect(await action(/Mulai layani/)).toHaveFocus());

    await userEvent.keyboard('{Enter}');
    await screen.findByText('Sedang dilayani');
    expect(host.sent('queue.startServing')).toEqual([{ counterId: ids.counter, ticketId: ticket(2).id }]);
    await waitFor(async () => expect(await action(/Langkah berikutnya/)).toHaveFocus());
  });

  it('a double click and a held key send once', async () => {
    const host = deskHost(view({ current: serving(1) }));
    host.replies('queue.finish', () => new Promise(() => {}));
    renderCounter(host);
    const button = await action(/Selesai/);
    await userEvent.dblClick(button);
    await userEvent.keyboard('{F8}');
    await userEvent.keyboard('{F8>3/}');
    expect(host.sent('queue.finish')).toHaveLength(1);
  });

  it('one that the screen offers before the answer to the last came is done next, once', async () => {
    const host = deskHost(view({ current: serving(1) }));
    let answer = (_reply: typeof done) => {};
    host.replies('queue.finish', () => {
      showDesk(host, view({ waiting: [ticket(2)] }));
      return new Promise((resolve) => (answer = resolve));
    });
    host.replies('queue.callNext', () => new Promise(() => {}));
    renderCounter(host);
    await action(/Selesai/);
    await userEvent.keyboard('{F8}');
    await waitFor(async () => expect(await action(/Panggil berikutnya/)).toHaveAttribute('aria-disabled', 'false'));
    await userEvent.keyboard('{F2}{F2}{F8}');
    expect(host.sent('queue.callNext')).toEqual([]);
    answer(done);
    await waitFor(() => expect(host.sent('queue.callNext')).toHaveLength(1));
    expect(host.sent('queue.finish')).toHaveLength(1);
  });

  it('one that is not possible stays in place and says why', async () => {
    const host = deskHost(view());
    renderCounter(host);
    const button = await action(/Selesai/);
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Tidak ada pengunjung di loket ini.');
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('Tidak ada pengunjung di loket ini.');
    expect(host.sent('queue.finish')).toEqual([]);
  });

  it('a refusal is told in words and nothing is lost', async () => {
    const host = deskHost(view({ waiting: [ticket(2)] }));
    host.replies('queue.callTicket', () => ({
      kind: 'refused',
      refusal: { type: 'ticketAlreadyCalled', number: 'C-002', counterName: 'Loket 1' },
    }));
    renderCounter(host);
    await userEvent.click(await action(/Panggil C-002/));
    expect(await screen.findByText('C-002 baru saja dipanggil Loket 1. Antrean tetap aman. Panggil karcis lain.')).toBeVisible();
  });

  it('are all off while the connection is lost', async () => {
    const host = deskHost(view({ waiting: [ticket(2)] }));
    renderCounter(host);
    await action(/Panggil berikutnya/);
    host.online(false);
    await waitFor(async () => expect(await action(/Panggil berikutnya/)).toHaveAccessibleDescription(/Sambungan terputus/));
    await userEvent.keyboard('{F2}');
    expect(host.sent('queue.callNext')).toEqual([]);
  });

  it('a clock under suspicion asks a person before the next is called', async () => {
    const host = deskHost(view({ waiting: [ticket(2)] }));
    host.replies('queue.callNext', () => ({
      kind: 'refused',
      refusal: { type: 'clockSuspect', clockDate: '2026-12-24', openDate: '2026-11-23' },
    }));
    host.answers('queue.openDay', { date: '2026-12-24' });
    renderCounter(host);
    await userEvent.click(await action(/Panggil berikutnya/));
    await userEvent.click(await action(/Ya, hari ini Kamis, 24 Desember 2026/));
    await waitFor(() => expect(host.sent('queue.openDay')).toEqual([{ confirmClock: true }]));
  });
});

describe('lists', () => {
  it('arrow keys walk through the waiting, with one tab stop', async () => {
    const host = deskHost(view({ waiting: [ticket(1), ticket(2), ticket(3)] }));
    renderCounter(host);
    const first = await action(/Panggil C-001/);
    first.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(await action(/Panggil C-003/)).toHaveFocus();
    expect(first).toHaveAttribute('tabindex', '-1');
    await userEvent.keyboard('{Home}');
    expect(first).toHaveFocus();
  });

  it('a held visitor is resumed, a no-show returned where the officer says', async () => {
    const held = serving(4, { status: 'held', heldAt: Date.now() });
    const host = deskHost(view({ held: [held], noShows: [ticket(5, { status: 'noShow', endedAt: Date.now() })] }));
    host.answers('queue.resume', {});
    host.answers('queue.returnToQueue', {});
    renderCounter(host);
    await userEvent.click(await action(/Lanjutkan C-004/));
    await waitFor(() => expect(host.sent('queue.resume')).toEqual([{ counterId: ids.counter, ticketId: held.id }]));
    await userEvent.click(screen.getByRole('tab', { name: /Tak hadir/ }));
    await userEvent.click(await action(/Kembalikan C-005/));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Di depan antrean' }));
    await waitFor(() => expect(host.sent('queue.returnToQueue')).toEqual([{ ticketId: ticket(5).id, placement: 'front' }]));
  });
});

describe('dialogs', () => {
  it('F7 transfers to a service of the office at a place of the queue', async () => {
    const host = deskHost(view({ current: serving(1) }));
    host.answers('queue.transfer', {});
    renderCounter(host);
    await action(/Alihkan/);
    await userEvent.keyboard('{F7}');
    const dialog = await screen.findByRole('dialog', { name: 'Alihkan C-001' });
    await userEvent.click(await within(dialog).findByRole('radio', { name: /KTP-el hilang/ }));
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Di belakang antrean' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Alihkan' }));
    await waitFor(() =>
      expect(host.sent('queue.transfer')).toEqual([
        { counterId: ids.counter, ticketId: ticket(1).id, serviceId: ids.ktp, placement: 'end' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('cancelling needs a reason', async () => {
    const host = deskHost(view({ current: called(1) }));
    host.answers('queue.cancel', {});
    renderCounter(host);
    await userEvent.click(await action(/Lainnya/));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Batalkan karcis' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Batalkan karcis' });
    expect(confirm).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Pengunjung pergi' }));
    await userEvent.click(confirm);
    await waitFor(() => expect(host.sent('queue.cancel')).toEqual([{ ticketId: ticket(1).id, reason: 'visitorLeft' }]));
  });

  it('a second service gets a number and its ticket is printed', async () => {
    const host = deskHost(view({ current: serving(1) }));
    host.replies('queue.addService', ({ newTicketId, serviceId }) => ({
      kind: 'done',
      output: {
        ticketId: newTicketId,
        visitId: idOf(201),
        number: 'A-007',
        serviceId,
        ground: null,
        issuedAt: 0,
        ahead: 0,
        estimate: null,
        capacity: 'free',
      },
    }));
    host.answers('printing.print', { copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
    renderCounter(host);
    await userEvent.click(await action(/Lainnya/));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Tambah layanan' }));
    await userEvent.click(await screen.findByRole('radio', { name: /KTP-el hilang/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Buat dan cetak karcis' }));
    await waitFor(() => expect(host.sent('printing.print')[0]?.kind).toBe('ticket'));
    expect(host.sent('printing.print')[0]?.subjectId).toBe(host.sent('queue.addService')[0]?.newTicketId);
  });

  it('closing the office names how many tickets expire before it does so', async () => {
    const host = deskHost(view());
    host.replies('queue.closeDay', ({ expireWaiting }) =>
      expireWaiting ? { kind: 'done', output: { expired: 7 } } : { kind: 'refused', refusal: { type: 'visitorsWaiting', waiting: 7 } },
    );
    renderCounter(host);
    await userEvent.click(await action(/Menu loket/));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Tutup kantor' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Tutup kantor' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Tutup dan hanguskan 7 karcis' }));
    await waitFor(() => expect(host.sent('queue.closeDay')).toEqual([{ expireWaiting: false }, { expireWaiting: true }]));
    expect(await screen.findByText('Kantor ditutup. Karcis hangus: 7.')).toBeVisible();
  });

  it('? shows the keys, and function keys rest while a dialog is open', async () => {
    const host = deskHost(view({ waiting: [ticket(2)] }));
    renderCounter(host);
    await action(/Panggil berikutnya/);
    await userEvent.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Pintasan papan tombol' });
    await userEvent.keyboard('{F2}');
    expect(host.sent('queue.callNext')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });
});

describe('a counter that cannot be worked at', () => {
  it.each([
    ['on a break, offers to serve again', { status: 'break' }, 'Kembali melayani', 'queue.endBreak'],
    ['closed, offers to open it', { status: 'closed', staffId: null, staffName: null }, 'Buka loket', 'queue.openCounter'],
  ] as const)('%s', async (_name, change, button, method) => {
    const host = deskHost(view({ counter: { ...view().counter, ...change } }));
    host.answers(method, {});
    renderCounter(host);
    await userEvent.click(await screen.findByRole('button', { name: button }));
    await waitFor(() => expect(host.sent(method)).toEqual([{ counterId: ids.counter }]));
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('taken by another officer, says who and cannot be used', async () => {
    const host = deskHost(view({ counter: { ...view().counter, staffId: ids.other, staffName: 'Budi' } }));
    renderCounter(host);
    expect(await screen.findByText('Loket 3 dijaga Budi')).toBeVisible();
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('of an address that is no counter, leads back to the choice', async () => {
    const host = deskHost(view());
    renderCounter(host, '/loket/bukan-loket');
    expect(await screen.findByText('Loket ini tidak ada lagi')).toBeVisible();
  });
});

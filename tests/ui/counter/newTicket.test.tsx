import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { whyNoTicket } from '../../../renderer/screens/counter/model/actions.ts';
import type { Input, Output } from '../../../shared/rpc/contract.ts';
import type { FakeHost } from '../fakeHost.tsx';
import { called, deskHost, ids, renderCounter, showDesk, ticket, view } from './fixtures.tsx';

const closedDay = { date: '2026-11-23', status: 'closed', openDate: null } as const;
const button = (name: RegExp | string) => screen.findByRole('button', { name });
const submit = 'Buat dan cetak karcis';

const issued = ({ ticketId, visitId, serviceId, ground }: Input<'queue.issue'>): Output<'queue.issue'> => ({
  ticketId,
  visitId,
  serviceId,
  ground,
  number: 'C-013',
  issuedAt: 0,
  ahead: 4,
  estimate: null,
  capacity: 'free',
});

/** A desk with somebody waiting, where every ticket is made and printed by the host. */
function ticketHost(shown = view({ waiting: [ticket(2)] })): FakeHost {
  const host = deskHost(shown);
  host.replies('queue.issue', (input) => ({ kind: 'done', output: issued(input) }));
  host.answers('printing.print', { copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
  return host;
}

async function openDialog() {
  await userEvent.click(await button('Karcis baru'));
  const dialog = await screen.findByRole('dialog', { name: 'Karcis baru untuk pengunjung' });
  return within(dialog);
}

/** The ids that each `queue.issue` carried, in order. */
function watchIds(host: FakeHost) {
  const command = vi.spyOn(host.connection.client, 'command');
  return () => {
    const calls = command.mock.calls.filter(([method]) => method === 'queue.issue');
    return calls.map(([, input, commandId]) => ({ ...(input as Input<'queue.issue'>), commandId }));
  };
}

describe('a ticket for a visitor who does not use the kiosk', () => {
  it('is made, told with its number, and printed', async () => {
    const host = ticketHost();
    renderCounter(host);
    const dialog = await openDialog();
    expect(dialog.getByRole('button', { name: submit })).toBeDisabled();
    expect(dialog.getByRole('radio', { name: 'Tanpa prioritas' })).toBeChecked();
    expect(dialog.getByRole('group', { name: 'Prioritas' })).toHaveAccessibleDescription(/tanpa KTP atau bukti/);
    await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
    await userEvent.dblClick(dialog.getByRole('button', { name: submit }));

    expect(await screen.findByText('Karcis C-013 dibuat. Di depannya: 4 orang.')).toBeVisible();
    expect(host.sent('queue.issue')).toMatchObject([{ serviceId: ids.kk, ground: null }]);
    await waitFor(() => expect(host.sent('printing.print')).toHaveLength(1));
    expect(host.sent('printing.print')[0]).toMatchObject({ kind: 'ticket', subjectId: host.sent('queue.issue')[0]?.ticketId });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be made by keyboard alone, with a priority ground, and the focus comes back', async () => {
    const host = ticketHost();
    renderCounter(host);
    (await button('Karcis baru')).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('radio', { name: /KK perubahan data/ })).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('radio', { name: /KTP-el hilang/ })).toBeChecked();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(host.sent('queue.issue')).toMatchObject([{ serviceId: ids.ktp, ground: 'disabilitas' }]));
    await waitFor(async () => expect(await button('Karcis baru')).toHaveFocus());
  });

  it('leaves the keyboard to the next visitor: F2 and Enter go on as ever', async () => {
    const host = ticketHost();
    host.replies('queue.callNext', () => {
      showDesk(host, view({ current: called(2) }));
      return {
        kind: 'done',
        output: { ticketId: ticket(2).id, number: 'C-002', reason: { rule: 'fifo', ground: null, weight: 1, waitedMs: 0 } },
      };
    });
    renderCounter(host);
    await openDialog();
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await button('Karcis baru')).toHaveFocus());
    await userEvent.keyboard('{F2}');
    await waitFor(async () => expect(await button(/Mulai layani/)).toHaveFocus());
  });

  it('sent again after a failure is the same ticket by the same command', async () => {
    const host = ticketHost();
    host.replies('queue.issue', () => ({ kind: 'failed', failure: { type: 'storageFailed' } }));
    const sent = watchIds(host);
    renderCounter(host);
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    expect(await screen.findByText(/Langkah terakhir TIDAK tersimpan/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toEqual(sent()[0]);
    expect(sent()[0]?.commandId).toBeDefined();
    expect(host.sent('printing.print')).toEqual([]);
  });

  it('that is refused says why and leaves the choices; another service is a new command for the same ticket', async () => {
    const host = ticketHost();
    host.replies('queue.issue', () => ({ kind: 'refused', refusal: { type: 'capacityReached', remainingMinutes: 7 } }));
    const sent = watchIds(host);
    renderCounter(host);
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
    await userEvent.click(dialog.getByRole('radio', { name: 'Lansia' }));
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    expect(await screen.findByText(/Sisa waktu pelayanan tinggal 7 menit/)).toBeVisible();
    expect(dialog.getByRole('radio', { name: 'Lansia' })).toBeChecked();

    host.replies('queue.issue', (input) => ({ kind: 'done', output: issued(input) }));
    await userEvent.click(dialog.getByRole('radio', { name: /KTP-el hilang/ }));
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    await screen.findByText(/Karcis C-013 dibuat/);
    const [first, second] = sent();
    expect(second).toMatchObject({ ticketId: first?.ticketId, visitId: first?.visitId, serviceId: ids.ktp, ground: 'lansia' });
    expect(second?.commandId).not.toBe(first?.commandId);
  });

  it('is another one with the next dialog', async () => {
    const host = ticketHost();
    renderCounter(host);
    for (const times of [1, 2]) {
      const dialog = await openDialog();
      await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
      await userEvent.click(dialog.getByRole('button', { name: submit }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(host.sent('queue.issue')).toHaveLength(times);
    }
    const [first, second] = host.sent('queue.issue');
    expect(second?.ticketId).not.toBe(first?.ticketId);
  });

  it('whose answer comes late closes no other dialog', async () => {
    const host = ticketHost();
    let answer = () => {};
    host.replies('queue.issue', (input) => new Promise((resolve) => (answer = () => resolve({ kind: 'done', output: issued(input) }))));
    renderCounter(host);
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: 'Pintasan papan tombol' });
    answer();
    await waitFor(() => expect(host.sent('printing.print')).toHaveLength(1));
    expect(screen.getByRole('dialog', { name: 'Pintasan papan tombol' })).toBeVisible();
  });

  it('under a suspicious clock asks a person for the date first', async () => {
    const host = ticketHost();
    host.replies('queue.issue', () => ({
      kind: 'refused',
      refusal: { type: 'clockSuspect', clockDate: '2026-12-24', openDate: '2026-11-23' },
    }));
    renderCounter(host);
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
    await userEvent.click(dialog.getByRole('button', { name: submit }));
    expect(await button(/Ya, hari ini Kamis, 24 Desember 2026/)).toBeVisible();
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
  });
});

describe('what the dialog says of a service', () => {
  it('how many wait, whether a counter is open, and whether today still has room', async () => {
    const host = ticketHost();
    const [kk, ktp] = view().services;
    if (kk === undefined || ktp === undefined) throw new Error('the desk has two services');
    host.answers('queue.kiosk', {
      day: view().day,
      officeName: '',
      ownSeries: null,
      services: [
        { id: ids.kk, prefix: 'C', title: kk.title, queue: { ...kk.queue, waiting: 5, capacity: 'tight' } },
        { id: ids.ktp, prefix: 'A', title: ktp.title, queue: { ...ktp.queue, openCounters: 0, capacity: 'full' } },
      ],
    });
    renderCounter(host);
    const dialog = await openDialog();
    expect(dialog.getByRole('radio', { name: 'C · KK perubahan data menunggu 5 terbatas' })).toBeEnabled();
    expect(dialog.getByRole('radio', { name: 'A · KTP-el hilang menunggu 0 · tidak ada loket buka penuh' })).toBeEnabled();
  });
});

describe('when no ticket can be made', () => {
  it('the button says why and opens nothing while the connection is lost', async () => {
    const host = ticketHost();
    renderCounter(host);
    await button('Karcis baru');
    host.online(false);
    const off = await button('Karcis baru. Sambungan terputus. Tunggu sampai tersambung lagi.');
    expect(off).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(off);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('an office that closes meanwhile is told in the dialog', async () => {
    const host = ticketHost();
    renderCounter(host);
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('radio', { name: /KK perubahan data/ }));
    host.answers('queue.counterView', view({ day: closedDay }));
    host.changed('queue');
    expect(await dialog.findByText('Kantor belum dibuka.')).toBeVisible();
    expect(dialog.getByRole('button', { name: submit })).toBeDisabled();
  });

  it('the reason is the office’s, never the counter’s', () => {
    const { counter } = view();
    expect(whyNoTicket({ view: view({ counter: { ...counter, status: 'break' } }), online: true })).toBeNull();
    expect(whyNoTicket({ view: view({ day: closedDay }), online: true })?.key).toBe('counter.why.dayNotOpen');
    expect(whyNoTicket({ view: view({ day: closedDay }), online: false })?.key).toBe('counter.why.offline');
  });
});

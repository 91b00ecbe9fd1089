import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { counters, deskHost, ids, renderCounter, session, view } from './fixtures.tsx';

const closedDay = { date: '2026-11-23', status: 'notOpened', openDate: null } as const;

describe('choosing a counter', () => {
  it('opens a free counter and goes to its desk', async () => {
    const host = deskHost(view());
    host.answers('queue.counters', counters());
    host.answers('queue.openCounter', {});
    renderCounter(host, '/loket');
    await userEvent.click(await screen.findByRole('button', { name: 'Buka loket' }));
    expect(await screen.findByRole('toolbar', { name: 'Tindakan' })).toBeVisible();
    expect(host.sent('queue.openCounter')).toEqual([{ counterId: ids.counter }]);
  });

  it('while the office is not open, opens the office first', async () => {
    const host = deskHost(view());
    host.answers('queue.counters', { ...counters(), day: closedDay });
    host.replies('queue.openDay', () => {
      host.answers('queue.counters', counters());
      host.changed('queue');
      return { kind: 'done', output: { date: '2026-11-23' } };
    });
    renderCounter(host, '/loket');
    const open = await screen.findByRole('button', { name: 'Buka loket' });
    expect(open).toBeDisabled();
    expect(open).toHaveAccessibleDescription('Buka kantor dahulu.');
    await userEvent.click(screen.getByRole('button', { name: 'Buka kantor' }));
    await waitFor(() => expect(open).toBeEnabled());
  });

  it('a clock under suspicion is confirmed by a person, with both dates', async () => {
    const host = deskHost(view());
    host.answers('queue.counters', { ...counters(), day: closedDay });
    host.replies('queue.openDay', ({ confirmClock }) =>
      confirmClock === true
        ? { kind: 'done', output: { date: '2026-12-24' } }
        : { kind: 'refused', refusal: { type: 'clockSuspect', clockDate: '2026-12-24', openDate: '2026-11-23' } },
    );
    renderCounter(host, '/loket');
    await userEvent.click(await screen.findByRole('button', { name: 'Buka kantor' }));
    expect(
      await screen.findByText(/Kamis, 24 Desember 2026, tetapi hari terakhir yang terbuka adalah Senin, 23 November 2026/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /Ya, hari ini/ }));
    await waitFor(() => expect(host.sent('queue.openDay')).toEqual([{}, { confirmClock: true }]));
  });

  it('an officer cannot take a counter of another; a supervisor can, after a question', async () => {
    const taken = counters({ status: 'open', staffId: ids.other, staffName: 'Budi' });
    const host = deskHost(view());
    host.answers('queue.counters', taken);
    host.answers('queue.openCounter', {});
    const officer = renderCounter(host, '/loket');
    expect(await screen.findByRole('button', { name: 'Ambil alih' })).toBeDisabled();
    officer.unmount();

    renderCounter(host, '/loket', { ...session, roles: ['pengawas'] });
    await userEvent.click(await screen.findByRole('button', { name: 'Ambil alih' }));
    const [, confirm] = await screen.findAllByRole('button', { name: 'Ambil alih', hidden: true });
    expect(screen.getByText(/Budi masih tercatat di loket ini/)).toBeVisible();
    if (confirm !== undefined) await userEvent.click(confirm);
    await waitFor(() => expect(host.sent('queue.openCounter')).toEqual([{ counterId: ids.counter, takeOver: true }]));
  });
});

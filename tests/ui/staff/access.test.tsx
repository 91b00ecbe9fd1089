import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { access, healthy, renderStaff, sari, staffHost, token } from './fixtures.tsx';

const key = (name: string) => screen.getByRole('button', { name });

describe('logging in', () => {
  const atTheDoor = () => {
    const host = staffHost(null);
    host.replies('access.logIn', () => {
      host.answers('access.state', access(sari));
      return { kind: 'done', output: { token, session: sari } };
    });
    return host;
  };

  it('by touch alone: name, then the digits on the screen', async () => {
    const host = atTheDoor();
    renderStaff(host);
    await userEvent.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
    for (const digit of ['2', '4', '6', '8', '1', '1']) await userEvent.click(key(digit));
    await userEvent.click(key('Hapus angka terakhir'));
    await userEvent.click(key('0'));
    await userEvent.click(key('Masuk'));
    expect(await screen.findByRole('textbox', { name: 'work' })).toBeVisible();
    expect(host.sent('access.logIn')).toEqual([{ staffId: sari.staffId, secret: '246810' }]);
    expect(sessionStorage.getItem('loket.session')).toBe(token);
  });

  it('by keyboard alone', async () => {
    const host = atTheDoor();
    renderStaff(host);
    (await screen.findByRole('button', { name: /Sari Wulandari/ })).focus();
    await userEvent.keyboard('{Enter}246810{Enter}');
    expect(await screen.findByRole('textbox', { name: 'work' })).toBeVisible();
  });

  it('keeps the frame fresh although the push of the log-in came before its answer', async () => {
    const host = staffHost(null);
    let answer: () => void = () => {};
    host.replies('access.logIn', async () => {
      host.answers('access.state', access(sari));
      host.changed('access');
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { kind: 'done', output: { token, session: sari } };
    });
    renderStaff(host);
    (await screen.findByRole('button', { name: /Sari Wulandari/ })).focus();
    await userEvent.keyboard('{Enter}246810{Enter}');
    expect(await screen.findByText('Printer siap: Thermal 1')).toBeVisible();
    answer();
    await waitFor(() => expect(sessionStorage.getItem('loket.session')).toBe(token));
    host.answers('system.status', { ...healthy, printer: { state: 'failing', name: 'Thermal 1' } });
    host.changed('system');
    expect(await screen.findByText('Printer bermasalah: Thermal 1')).toBeVisible();
  });

  it('a wrong secret says how often it failed and lets one try again', async () => {
    const host = staffHost(null);
    host.replies('access.logIn', () => ({ kind: 'refused', refusal: { type: 'wrongSecret', failures: 2 } }));
    renderStaff(host);
    await userEvent.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
    await userEvent.keyboard('111111{Enter}');
    expect(await screen.findByText(/percobaan gagal: 2/)).toBeVisible();
    expect(screen.getByLabelText('PIN atau kata sandi')).toHaveValue('');
  });

  it('the failure that brings a delay says so at once', async () => {
    const host = staffHost(null);
    host.replies('access.logIn', () => ({ kind: 'refused', refusal: { type: 'wrongSecret', failures: 5 } }));
    renderStaff(host);
    await userEvent.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
    await userEvent.keyboard('111111{Enter}');
    expect(await screen.findByText(/Coba lagi dalam 0:(30|29)\./)).toBeVisible();
    expect(key('Masuk')).toBeDisabled();
  });

  it('a delay is counted down and nothing is sent meanwhile', async () => {
    const host = staffHost(null);
    host.replies('access.logIn', () => ({ kind: 'refused', refusal: { type: 'loginDelayed', until: Date.now() + 90_000 } }));
    renderStaff(host);
    await userEvent.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
    await userEvent.keyboard('111111{Enter}');
    expect(await screen.findByText(/Coba lagi dalam 1:(30|29)\./)).toBeVisible();
    await userEvent.type(screen.getByLabelText('PIN atau kata sandi'), '246810{Enter}');
    expect(key('Masuk')).toBeDisabled();
    expect(host.sent('access.logIn')).toHaveLength(1);
  });
});

describe('the screen lock', () => {
  const lockable = () => {
    const host = staffHost(sari);
    host.replies('access.unlock', ({ secret }) => {
      if (secret !== '246810') return { kind: 'refused', refusal: { type: 'wrongSecret', failures: 1 } };
      host.answers('access.state', access(sari));
      return { kind: 'done', output: { session: sari } };
    });
    return host;
  };
  const lock = (host: ReturnType<typeof lockable>) => {
    host.answers('access.state', access({ ...sari, locked: true }));
    host.session('locked');
  };

  it('covers the window when the host says so, and keeps what was typed', async () => {
    const host = lockable();
    renderStaff(host);
    await userEvent.type(await screen.findByRole('textbox', { name: 'work' }), 'half a form');
    // Behind the lock the host answers nothing but this.
    host.replies('system.status', () => ({ kind: 'failed', failure: { type: 'locked' } }));
    lock(host);
    const cover = await screen.findByRole('dialog', { name: 'Layar terkunci' });
    expect(cover).toHaveTextContent('Pekerjaan Sari Wulandari tetap ada di balik layar ini.');

    await waitFor(() => expect(screen.getByLabelText('PIN atau kata sandi')).toHaveFocus());
    await userEvent.keyboard('111111{Enter}');
    expect(await screen.findByText(/percobaan gagal: 1/)).toBeVisible();
    await userEvent.keyboard('246810{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('textbox', { name: 'work' })).toHaveValue('half a form');
  });

  it('lets another person take the window, after saying what is lost', async () => {
    const host = lockable();
    host.replies('access.logOut', () => {
      host.answers('access.state', access(null));
      return { kind: 'done', output: {} };
    });
    renderStaff(host);
    await screen.findByRole('textbox', { name: 'work' });
    lock(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Orang lain' }));
    expect(screen.getByText(/isian yang belum disimpan akan hilang/)).toBeVisible();
    await userEvent.click(key('Akhiri sesi dan ganti'));
    expect(await screen.findByText('Siapa yang bertugas?')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'work' })).toBeNull();
  });

  it('an ended session leads back to the names', async () => {
    const host = lockable();
    renderStaff(host);
    await screen.findByRole('textbox', { name: 'work' });
    host.answers('access.state', access(null));
    host.session('ended');
    expect(await screen.findByText('Siapa yang bertugas?')).toBeVisible();
  });

  it('work at the window is reported, but not with every key', async () => {
    const host = lockable();
    renderStaff(host);
    await userEvent.type(await screen.findByRole('textbox', { name: 'work' }), 'many keys');
    fireEvent.pointerMove(document.body);
    await waitFor(() => expect(host.sent('access.touch')).toHaveLength(1));
  });
});

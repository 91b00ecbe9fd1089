import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { called, deskHost, ids, kk, renderCounter, serving, showDesk, view } from './fixtures.tsx';

const bothPapers = kk.requirements.map(({ id }) => id);
const button = (name: RegExp | string) => screen.findByRole('button', { name });

describe('the script of a visit', () => {
  it('is shown but cannot be walked before serving begins', async () => {
    renderCounter(deskHost(view({ current: called(1) })));
    expect(await screen.findByText('Naskah terbuka setelah Mulai layani.')).toBeVisible();
    expect(await button(/Periksa berkas/)).toBeDisabled();
  });

  it('greets in the name of the office and goes on step by step, on disk', async () => {
    const host = deskHost(view({ current: serving(1) }));
    host.replies('queue.setStep', ({ step }) => {
      showDesk(host, view({ current: serving(1, { step }) }));
      return { kind: 'done', output: {} };
    });
    renderCounter(host);
    expect(await screen.findByText(/Selamat datang di Dinas Dukcapil, ada yang bisa kami bantu\?/)).toBeVisible();
    await userEvent.click(await button(/Langkah berikutnya/));
    expect(await screen.findByText('Apakah Bapak/Ibu sudah membawa dokumen persyaratan?')).toBeVisible();
    expect(host.sent('queue.setStep').map(({ step }) => step)).toEqual(['need']);
  });
});

describe('the papers', () => {
  it('each tick is saved with the whole list, and an incomplete list offers the slip', async () => {
    const host = deskHost(view({ current: serving(1, { step: 'check' }) }));
    host.replies('queue.setRequirements', ({ receivedRequirementIds }) => {
      showDesk(host, view({ current: serving(1, { step: 'check', receivedRequirementIds }) }));
      return { kind: 'done', output: {} };
    });
    host.answers('documents.recordShortfall', {});
    host.answers('queue.setStep', {});
    host.answers('printing.print', { copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
    renderCounter(host);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'KK lama' }));
    await waitFor(() => expect(host.sent('queue.setRequirements').at(-1)?.receivedRequirementIds).toEqual([bothPapers[0]]));
    expect(await button('Lengkap')).toBeDisabled();

    await userEvent.click(await button('Kurang'));
    await userEvent.click(await button('Catat dan cetak slip'));
    await waitFor(() => expect(host.sent('printing.print')[0]?.kind).toBe('shortfallSlip'));
    const [recorded] = host.sent('documents.recordShortfall');
    expect(recorded?.missingRequirementIds).toEqual([bothPapers[1]]);
    expect(host.sent('printing.print')[0]?.subjectId).toBe(recorded?.shortfallId);
  });

  it('a tick shows at once, and the list is busy until it is on disk', async () => {
    const host = deskHost(view({ current: serving(1, { step: 'check' }) }));
    const { promise: onDisk, resolve: save } = Promise.withResolvers<void>();
    host.replies('queue.setRequirements', async () => {
      await onDisk;
      return { kind: 'done', output: {} };
    });
    renderCounter(host);
    const box = await screen.findByRole('checkbox', { name: 'KK lama' });
    const list = screen.getByRole('group', { name: /Persyaratan/ });
    expect(list).toHaveAttribute('aria-busy', 'false');
    await userEvent.click(box);
    expect(box).toBeChecked();
    expect(list).toHaveAttribute('aria-busy', 'true');
    save();
    await waitFor(() => expect(list).toHaveAttribute('aria-busy', 'false'));
    expect(box).toBeChecked();
  });

  it('a tick that is refused is taken back', async () => {
    const host = deskHost(view({ current: serving(1, { step: 'check' }) }));
    host.replies('queue.setRequirements', () => ({ kind: 'refused', refusal: { type: 'requirementUnknown' } }));
    renderCounter(host);
    const box = await screen.findByRole('checkbox', { name: 'KK lama' });
    await userEvent.click(box);
    await waitFor(() => expect(box).not.toBeChecked());
    expect(await screen.findByText(/Daftar persyaratan baru saja berubah/)).toBeVisible();
  });

  it('complete ones are registered with the applicant and the receipt is printed', async () => {
    const complete = { receivedRequirementIds: bothPapers };
    const host = deskHost(view({ current: serving(1, { step: 'check', ...complete }) }));
    host.replies('queue.setStep', ({ step }) => {
      showDesk(host, view({ current: serving(1, { step, ...complete }) }));
      return { kind: 'done', output: {} };
    });
    host.answers('documents.register', { number: 'B-2026-000123', readyOn: '2026-12-11' });
    host.answers('printing.print', { copy: 0, by: 'host', paper: 'a5', language: 'id', deviceName: null });
    renderCounter(host);
    await userEvent.click(await button('Lengkap'));
    expect(await screen.findByText(/membutuhkan waktu 14 hari kerja/)).toBeVisible();
    await userEvent.click(await button(/Daftarkan/));
    expect(await screen.findByText('Isi nama pemohon.')).toBeVisible();
    expect(host.sent('documents.register')).toEqual([]);

    await userEvent.type(screen.getByRole('textbox', { name: /Nama pemohon/ }), 'Siti Aminah');
    await userEvent.type(screen.getByRole('textbox', { name: /NIK/ }), '3201 0145 0755 0001');
    await userEvent.click(await button(/Daftarkan/));
    await waitFor(() => expect(host.sent('printing.print')[0]?.kind).toBe('documentReceipt'));
    const [registered] = host.sent('documents.register');
    expect(registered).toMatchObject({
      counterId: ids.counter,
      serviceId: ids.kk,
      applicant: { name: 'Siti Aminah', nik: '3201014507550001', phone: '' },
      receivedRequirementIds: bothPapers,
    });
    expect(host.sent('printing.print')[0]?.subjectId).toBe(registered?.documentId);
    await waitFor(() => expect(host.sent('queue.setStep').at(-1)?.step).toBe('receipt'));
  });

  it('a strange NIK warns and does not block', async () => {
    const host = deskHost(view({ current: serving(1, { step: 'duration', receivedRequirementIds: bothPapers }) }));
    host.answers('documents.checkNik', { warnings: ['birthDate'], sex: null, birthDate: null, lansia: false });
    renderCounter(host);
    await userEvent.type(await screen.findByRole('textbox', { name: /NIK/ }), '3201019907550001');
    expect(await screen.findByText(/Tanggal lahir dalam NIK tidak masuk akal.*tetap bisa/)).toBeVisible();
    expect(await button(/Daftarkan/)).toBeEnabled();
  });

  it('finishing with a typed but unregistered applicant asks first; holding keeps it', async () => {
    const at = { step: 'duration', receivedRequirementIds: bothPapers } as const;
    const host = deskHost(view({ current: serving(1, at) }));
    host.answers('queue.finish', {});
    host.replies('queue.hold', () => {
      showDesk(host, view({ held: [serving(1, { ...at, status: 'held', heldAt: Date.now() })] }));
      return { kind: 'done', output: {} };
    });
    host.replies('queue.resume', () => {
      showDesk(host, view({ current: serving(1, at) }));
      return { kind: 'done', output: {} };
    });
    renderCounter(host);
    await userEvent.type(await screen.findByRole('textbox', { name: /Nama pemohon/ }), 'Siti');
    await userEvent.keyboard('{F8}');
    await userEvent.click(await button('Kembali ke isian'));
    expect(host.sent('queue.finish')).toEqual([]);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('{F6}');
    await userEvent.click(await button(/Lanjutkan C-001/));
    expect(await screen.findByRole('textbox', { name: /Nama pemohon/ })).toHaveValue('Siti');
  });
});

describe('the note on a visit', () => {
  it('is saved on demand and says so', async () => {
    const host = deskHost(view({ current: serving(1) }));
    host.answers('queue.note', {});
    renderCounter(host);
    const toggle = await button(/Catatan/);
    if (toggle.getAttribute('aria-expanded') !== 'true') await userEvent.click(toggle);
    await userEvent.type(screen.getByRole('textbox', { name: /Catatan kunjungan/ }), 'Kembali Kamis');
    expect(screen.getByText('Belum disimpan')).toBeVisible();
    await userEvent.click(await button('Simpan catatan'));
    await waitFor(() => expect(host.sent('queue.note')).toEqual([{ ticketId: serving(1).id, text: 'Kembali Kamis' }]));
  });
});

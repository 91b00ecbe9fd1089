import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { maxAttachmentBytes } from '../../../shared/domain/complaints/types.ts';
import { idOf } from '../counter/fixtures.tsx';
import type { FakeHost } from '../fakeHost.tsx';
import { counterId, draft, draftId, filled, formHost, registered, renderForm } from './fixtures.tsx';

const readBack = (empty: Parameters<typeof filled>[0]) => ({ ...filled(empty), confirmation: { ...empty.confirmation, readBack: true } });
const save = () => screen.findByRole('button', { name: /Simpan dan cetak/u });

/** A host that registers and prints by itself. */
function registeringHost(opened = draft({ step: 'confirmation' }, readBack)): FakeHost {
  const host = formHost(opened);
  host.replies('complaint.register', () => {
    host.answers('complaint.view', registered);
    return { kind: 'done', output: { number: registered.number } };
  });
  host.answers('printing.print', { copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
  return host;
}

describe('registering', () => {
  it('makes one complaint of the draft, shows number and PIN large, and prints the receipt once', async () => {
    const host = registeringHost();
    renderForm(host);
    await userEvent.dblClick(await save());
    expect(await screen.findByText('P-2026-000123')).toBeVisible();
    expect(await screen.findByText('7KQ2-M9XT')).toBeVisible();
    expect(host.sent('complaint.register')).toMatchObject([
      { complaintId: draftId, counterId, channel: 'counter', form: { kind: 'full' } },
    ]);
    await waitFor(() => expect(host.sent('printing.print')).toMatchObject([{ kind: 'complaintReceipt', subjectId: draftId }]));
    expect(screen.getByRole('link', { name: 'Kembali ke loket' })).toHaveFocus();
  });

  it('then leads to another complaint of the same visitor', async () => {
    renderForm(registeringHost(draft({ step: 'confirmation', ticketId: idOf(703) }, readBack)));
    await userEvent.click(await save());
    const another = await screen.findByRole('link', { name: 'Pengaduan lain' });
    expect(another).toHaveAttribute('href', `/pengaduan/baru?loket=${counterId}&karcis=${idOf(703)}`);
  });

  it('with something missing leads there and sends nothing', async () => {
    const host = registeringHost(draft({ step: 'confirmation' }, filled));
    renderForm(host);
    await save();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /Ringkasan sudah dibacakan/u })).toHaveFocus());
    expect(host.sent('complaint.register')).toEqual([]);
  });

  it('of a letter says that it came as one, and asks for no reading out or back', async () => {
    const host = registeringHost(draft({}, (empty) => ({ ...filled(empty), identity: { ...filled(empty).identity, consent: false } })));
    renderForm(host);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Disampaikan lewat' }), 'Surat');
    await userEvent.click(within(screen.getByRole('navigation', { name: 'Langkah' })).getByRole('button', { name: /^Identitas/u }));
    await screen.findByRole('textbox', { name: /^Nama/u });
    expect(screen.queryByRole('checkbox', { name: /Sudah dibacakan/u })).toBeNull();
    await userEvent.click(within(screen.getByRole('navigation', { name: 'Langkah' })).getByRole('button', { name: /^Konfirmasi/u }));
    await userEvent.click(await save());
    await waitFor(() => expect(host.sent('complaint.register')).toMatchObject([{ channel: 'letter', form: { channel: 'letter' } }]));
    expect(screen.queryByRole('checkbox', { name: /Ringkasan sudah dibacakan/u })).toBeNull();
  });

  it('that was refused says why, keeps the form, and is another command afterwards', async () => {
    const host = registeringHost();
    const command = vi.spyOn(host.connection.client, 'command');
    host.replies('complaint.register', () => ({ kind: 'refused', refusal: { type: 'unitUnknown' } }));
    renderForm(host);
    await userEvent.click(await save());
    await waitFor(() => expect(host.sent('complaint.register')).toHaveLength(1));
    expect(await save()).toBeVisible();
    await userEvent.click(await save());
    await waitFor(() => expect(host.sent('complaint.register')).toHaveLength(2));
    const ids = command.mock.calls.filter(([method]) => method === 'complaint.register').map(([, , commandId]) => commandId);
    expect(new Set(ids).size).toBe(2);
  });

  it('both sign: with a finger on the pad, or on paper by the keyboard', async () => {
    const host = registeringHost();
    renderForm(host);
    const pad = (await screen.findAllByRole('img', { name: /Tanda tangan di kotak/u }))[0] as unknown as SVGSVGElement;
    pad.setPointerCapture = () => {};
    pad.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 100 }) as DOMRect;
    fireEvent.pointerDown(pad, { clientX: 10, clientY: 10, button: 0, pointerId: 1 });
    fireEvent.pointerMove(pad, { clientX: 50, clientY: 40, pointerId: 1 });
    fireEvent.pointerUp(pad, { clientX: 50, clientY: 40, pointerId: 1 });
    expect(await screen.findByText('Sudah ditandatangani.')).toBeVisible();
    screen.getByRole('button', { name: 'Tanda tangan petugas di kertas' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(host.sent('draft.save').at(-1)?.form.confirmation).toMatchObject({
        complainantSignature: { kind: 'pad', strokes: [[100, 100, 500, 400]] },
        officerSignature: { kind: 'paper' },
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Ulangi: Tanda tangan pengadu' }));
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.confirmation.complainantSignature).toBeNull());
  });
});

describe('the short form', () => {
  it('needs three fields and is recorded like any other', async () => {
    const host = registeringHost(draft({}, (empty) => ({ ...empty, kind: 'short' })));
    renderForm(host);
    await userEvent.type(await screen.findByRole('textbox', { name: /^Kronologi/u }), 'Antre lama sekali.');
    await userEvent.click(screen.getByRole('button', { name: /^Pakai: Antre lama sekali/u }));
    await userEvent.click(await save());
    expect(screen.getByRole('textbox', { name: /^Jawaban atau solusi/u })).toHaveFocus();
    await userEvent.keyboard('Dijelaskan dan didahulukan{Control>}{Enter}{/Control}');
    expect(await screen.findByText('P-2026-000123')).toBeVisible();
    expect(host.sent('complaint.register')).toMatchObject([
      { form: { kind: 'short', description: { title: 'Antre lama sekali' }, solution: { temporary: 'Dijelaskan dan didahulukan' } } },
    ]);
  });

  it('becomes the full one with everything that was typed', async () => {
    const host = registeringHost(draft({}, (empty) => ({ ...empty, kind: 'short' })));
    renderForm(host);
    await userEvent.type(await screen.findByRole('textbox', { name: /^Kronologi/u }), 'Ternyata panjang');
    await userEvent.click(screen.getByRole('button', { name: 'Lanjut ke formulir lengkap' }));
    expect(await screen.findByRole('navigation', { name: 'Langkah' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: /^Kronologi/u })).toHaveValue('Ternyata panjang');
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.kind).toBe('full'));
  });
});

describe('attachments', () => {
  const file = (name: string, bytes: string | number) => {
    const made = new File([typeof bytes === 'string' ? bytes : ''], name, { type: 'image/jpeg' });
    if (typeof bytes === 'number') Object.defineProperty(made, 'size', { value: bytes });
    return made;
  };
  const choose = async (...files: File[]) => {
    await screen.findByRole('region', { name: 'Lampiran' });
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('no file input');
    await userEvent.upload(input, files);
  };
  const attach = (host: FakeHost) =>
    host.replies('attachment.finish', ({ attachmentId }) => ({
      kind: 'done',
      output: { attachmentId, name: 'foto.jpg', mediaType: 'image/jpeg', bytes: 9 },
    }));

  it('go in chunks and stand in the draft, also when the step is left meanwhile', async () => {
    const host = formHost(draft({ step: 'description' }));
    attach(host);
    renderForm(host);
    await choose(file('foto.jpg', '123456789'));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.description.attachments).toMatchObject([{ name: 'foto.jpg' }]));
    expect(host.sent('attachment.begin')).toMatchObject([{ draftId, name: 'foto.jpg', bytes: 9 }]);
    expect(host.sent('attachment.chunk').map(({ offset, data }) => [offset, atob(data)])).toEqual([
      [0, '1234'],
      [4, '5678'],
      [8, '9'],
    ]);
  });

  it('that are too large or no picture are refused in words, and everything else stays', async () => {
    const host = formHost(draft({ step: 'description' }));
    host.replies('attachment.finish', () => ({ kind: 'refused', refusal: { type: 'attachmentTypeUnknown' } }));
    renderForm(host);
    await choose(file('film.jpg', maxAttachmentBytes + 1), file('tipuan.jpg', 'MZ'));
    expect(await screen.findByText(/film\.jpg lebih besar dari 10 MB/u)).toBeVisible();
    expect(await screen.findByText(/tipuan\.jpg tidak diterima: bukan JPEG, PNG, WebP, atau PDF/u)).toBeVisible();
    expect(host.sent('attachment.begin')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Tutup: film.jpg' }));
    expect(screen.queryByText(/film\.jpg/u)).toBeNull();
  });

  it('can be taken away again', async () => {
    const reference = { attachmentId: draftId, name: 'foto.jpg', mediaType: 'image/jpeg', bytes: 2048 } as const;
    const opened = draft({ step: 'description' }, (empty) => ({
      ...empty,
      description: { ...empty.description, attachments: [reference] },
    }));
    const host = formHost(opened);
    renderForm(host);
    const list = within(await screen.findByRole('list', { name: 'Lampiran' }));
    expect(list.getByText('2 KB')).toBeVisible();
    await userEvent.click(list.getByRole('button', { name: 'Hapus lampiran foto.jpg' }));
    await waitFor(() => expect(host.sent('attachment.remove')).toEqual([{ attachmentId: draftId, draftId }]));
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.description.attachments).toEqual([]));
  });

  it('without a camera says what to do instead', async () => {
    renderForm(formHost(draft({ step: 'description' })));
    await userEvent.click(await screen.findByRole('button', { name: 'Kamera' }));
    expect(await screen.findByText(/Tidak ada kamera yang dapat dipakai/u)).toBeVisible();
  });

  it('from the scanner folder are taken by the host', async () => {
    const host = formHost(draft({ step: 'description' }));
    host.answers('attachment.scanned', [{ fileName: 'pindai-1.pdf', bytes: 4096, at: 0 }]);
    host.replies('attachment.takeScanned', ({ attachmentId }) => ({
      kind: 'done',
      output: { attachmentId, name: 'pindai-1.pdf', mediaType: 'application/pdf', bytes: 4096 },
    }));
    renderForm(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Dari pemindai' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Lampirkan pindai-1.pdf' }));
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.description.attachments).toMatchObject([{ name: 'pindai-1.pdf' }]));
  });
});

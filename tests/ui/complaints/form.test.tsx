import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { complaintSteps, type ComplaintStep } from '../../../shared/domain/complaints/form.ts';
import { idOf, ids } from '../counter/fixtures.tsx';
import { counterId, draft, draftId, filled, formHost, registered, renderForm } from './fixtures.tsx';

const chronology = () => screen.findByRole('textbox', { name: /^Kronologi/u });
const steps = async () => within(await screen.findByRole('navigation', { name: 'Langkah' }));
const step = async (name: RegExp) => (await steps()).getByRole('button', { name });

describe('what is typed', () => {
  it('is a draft on disk within a second, and the form says when', async () => {
    const host = formHost();
    renderForm(host);
    await userEvent.type(await chronology(), 'Petugas kasar');
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.listen.chronology).toBe('Petugas kasar'), { timeout: 1000 });
    expect(host.sent('draft.save')[0]).toMatchObject({ draftId, counterId, step: 'listen', field: 'listen.chronology', revision: 3 });
    expect(await screen.findByText('Tersimpan 09.41.13')).toBeVisible();
  });

  it('that could not be saved is said loudly and saved when that is possible again', async () => {
    const host = formHost();
    host.replies('draft.save', () => ({ kind: 'failed', failure: { type: 'storageFull' } }));
    renderForm(host);
    await userEvent.type(await chronology(), 'Penting');
    expect(await screen.findByRole('alert')).toHaveTextContent(/Belum tersimpan.*tetap di layar ini/u);
    expect(await chronology()).toHaveValue('Penting');
    host.replies('draft.save', ({ revision }) => ({ kind: 'done', output: { savedAt: 0, revision: revision + 1 } }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(host.sent('draft.save').at(-1)?.form.listen.chronology).toBe('Penting');
  });

  it('in another window too is told; this window can win or yield', async () => {
    const host = formHost();
    host.replies('draft.save', ({ revision }) =>
      revision < 9
        ? { kind: 'refused', refusal: { type: 'draftChangedElsewhere', revision: 9 } }
        : { kind: 'done', output: { savedAt: 0, revision: 10 } },
    );
    renderForm(host);
    await userEvent.type(await chronology(), 'Milik saya');
    expect(await screen.findByText('Formulir ini juga diisi di jendela lain')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Simpan isian di layar ini' }));
    await waitFor(() =>
      expect(host.sent('draft.save').at(-1)).toMatchObject({ revision: 9, form: { listen: { chronology: 'Milik saya' } } }),
    );
    await waitFor(() => expect(screen.queryByText('Formulir ini juga diisi di jendela lain')).toBeNull());
  });

  it('in another window is taken over when the officer says so', async () => {
    const host = formHost();
    host.replies('draft.save', () => ({ kind: 'refused', refusal: { type: 'draftChangedElsewhere', revision: 9 } }));
    renderForm(host);
    await userEvent.type(await chronology(), 'Milik saya');
    const theirs = draft({ revision: 9 }, (empty) => ({ ...empty, listen: { ...empty.listen, chronology: 'Dari jendela lain' } }));
    host.answers('draft.open', { draft: theirs });
    await userEvent.click(await screen.findByRole('button', { name: 'Pakai isian jendela lain' }));
    expect(await screen.findByDisplayValue('Dari jendela lain')).toBeVisible();
  });

  it('that was cleared elsewhere is not brought back', async () => {
    const host = formHost();
    host.replies('draft.save', () => ({ kind: 'refused', refusal: { type: 'draftEnded' } }));
    renderForm(host);
    await userEvent.type(await chronology(), 'x');
    expect(await screen.findByText('Draf ini tidak ada lagi')).toBeVisible();
  });

  it('is nothing: no draft is left behind', async () => {
    const host = formHost(null);
    renderForm(host, { pathname: `/pengaduan/baru/${draftId}`, state: { begun: 'full' } });
    await chronology();
    await userEvent.click(await step(/Identitas/u));
    await screen.findByRole('textbox', { name: /^Nama/u });
    expect(host.sent('draft.save')).toEqual([]);
  });
});

describe('coming back', () => {
  it('opens the form where it was: step, field, and when it was saved', async () => {
    renderForm(formHost(draft({ step: 'description', field: 'description.place' })));
    expect(await screen.findByRole('textbox', { name: 'Tempat' })).toHaveFocus();
    expect(await screen.findByText('Tersimpan 09.41.12')).toBeVisible();
  });

  it('to a draft that became a complaint shows its number and PIN, and prints nothing by itself', async () => {
    const host = formHost(null);
    host.answers('complaint.view', registered);
    renderForm(host);
    expect(await screen.findByText('P-2026-000123')).toBeVisible();
    expect(await screen.findByText('7KQ2-M9XT')).toBeVisible();
    expect(host.sent('printing.print')).toEqual([]);
  });

  it('to a draft that was thrown away says so', async () => {
    renderForm(formHost(null));
    expect(await screen.findByText('Draf ini tidak ada lagi')).toBeVisible();
  });
});

describe('the way through the steps', () => {
  it('goes by Ctrl+Enter and Alt with the arrows, the focus in the first field', async () => {
    renderForm(formHost());
    await chronology();
    const firstFields: readonly (readonly [ComplaintStep, RegExp])[] = [
      ['identity', /Pelapor ingin anonim/u],
      ['description', /Judul singkat/u],
    ];
    for (const [name, field] of firstFields) {
      await userEvent.keyboard('{Control>}{Enter}{/Control}');
      expect(await step(new RegExp(name === 'identity' ? 'Identitas' : 'Uraian', 'u'))).toHaveAttribute('aria-current', 'step');
      await waitFor(() => expect(document.activeElement).toHaveAccessibleName(field));
    }
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await step(/Identitas/u)).toHaveAttribute('aria-current', 'step');
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(await step(/Uraian/u)).toHaveAttribute('aria-current', 'step');
  });

  it('can be jumped, shows what is complete, and is on disk', async () => {
    const host = formHost(draft({}, filled));
    renderForm(host);
    await chronology();
    expect((await steps()).getAllByRole('button')).toHaveLength(complaintSteps.length);
    expect(await step(/Identitas, lengkap/u)).toBeVisible();
    await userEvent.click(await step(/Konfirmasi/u));
    expect(await screen.findByText('Semua yang wajib sudah terisi.')).toBeVisible();
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.step).toBe('confirmation'));
  });

  it('leads from what is missing to its field', async () => {
    renderForm(formHost(draft({ step: 'confirmation' })));
    await userEvent.click(await screen.findByRole('button', { name: /Judul singkat/u }));
    expect(await screen.findByRole('textbox', { name: /Judul singkat/u })).toHaveFocus();
  });

  it('leaving keeps the draft and leads back to the counter', async () => {
    const host = formHost();
    const router = renderForm(host);
    await userEvent.type(await chronology(), 'Ditinggal');
    await userEvent.click(screen.getByRole('link', { name: 'Kembali ke loket' }));
    expect(router.state.location.pathname).toBe(`/loket/${counterId}`);
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.listen.chronology).toBe('Ditinggal'));
    expect(host.sent('draft.discard')).toEqual([]);
  });
});

describe('listening', () => {
  it('Enter adds a note with its time; one can be taken back', async () => {
    const host = formHost();
    renderForm(host);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Catatan' }), 'Ibu umur 70 tahun{Enter}Pakai tongkat{Enter}');
    const notes = within(await screen.findByRole('list', { name: 'Catatan dengan jam' }));
    expect(notes.getAllByRole('listitem')).toHaveLength(2);
    await waitFor(() =>
      expect(
        host
          .sent('draft.save')
          .at(-1)
          ?.form.listen.notes.map(({ text }) => text),
      ).toEqual(['Ibu umur 70 tahun', 'Pakai tongkat']),
    );
    await userEvent.click(notes.getAllByRole('button', { name: /Hapus catatan/u })[0] as HTMLElement);
    expect(notes.getAllByRole('listitem')).toHaveLength(1);
  });

  it('a note that is being written is on disk before Enter', async () => {
    const host = formHost();
    renderForm(host);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Catatan' }), 'setengah jadi');
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.listen.notes[0]?.text).toBe('setengah jadi'), { timeout: 1000 });
  });

  it('shows the principles and what one can say, in both languages', async () => {
    renderForm(formHost());
    await chronology();
    expect(within(screen.getByRole('region', { name: 'Enam prinsip' })).getAllByRole('listitem')).toHaveLength(6);
    expect(screen.getByRole('region', { name: 'Yang dapat diucapkan' })).toHaveTextContent(/Jangan menyela/u);
  });
});

describe('identity', () => {
  it('a person seen before is found by her NIK with her complaints, and can be used', async () => {
    const host = formHost(draft({ step: 'identity' }));
    host.answers('documents.checkNik', { warnings: [], sex: 'female', birthDate: '1960-05-05', lansia: true });
    host.answers('person.lookup', [
      {
        personId: idOf(900),
        name: 'S••• R••••',
        nik: '3273••••••••0001',
        phone: '',
        address: '',
        email: '',
        complaints: [{ complaintId: idOf(901), number: 'P-2026-000007', title: null, stage: 'answered', receivedAt: 0, unit: null }],
      },
    ]);
    renderForm(host);
    await userEvent.type(await screen.findByRole('textbox', { name: /^NIK/u }), '3273 0145 0560 0001');
    expect(await screen.findByText('Lahir 5 Mei 1960, perempuan, lansia')).toBeVisible();
    const known = within(await screen.findByRole('region', { name: 'Pernah datang ke sini' }));
    expect(known.getByText('P-2026-000007')).toBeVisible();
    expect(known.getByText('isi tidak ditampilkan')).toBeVisible();
    expect(host.sent('person.lookup')).toEqual([{ by: 'nik', value: '3273014505600001' }]);
    await userEvent.click(known.getByRole('button', { name: 'Pakai orang ini' }));
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.identity).toMatchObject({ personId: idOf(900), name: '' }));
  });

  it('somebody taken by mistake is given back: with the button, and when the NIK is mended', async () => {
    const host = formHost(draft({ step: 'identity' }));
    const nik = '3273014505600001';
    const her = { personId: idOf(900), name: 'Siti', nik, phone: '', address: 'Jalan Melati 5', email: '', complaints: [] };
    host.replies('person.lookup', ({ value }) => ({ kind: 'done', output: value === nik ? [her] : [] }));
    renderForm(host);
    const kept = () => host.sent('draft.save').at(-1)?.form.identity;
    await userEvent.type(await screen.findByRole('textbox', { name: /^Nama/u }), 'Siti');
    await userEvent.type(screen.getByRole('textbox', { name: /^NIK/u }), nik);
    await userEvent.click(await screen.findByRole('button', { name: 'Pakai orang ini' }));
    await waitFor(() => expect(kept()).toMatchObject({ personId: her.personId, address: her.address }));
    await userEvent.click(screen.getByRole('button', { name: 'Bukan orang ini' }));
    await waitFor(() => expect(kept()).toMatchObject({ name: 'Siti', address: '' }));
    expect(kept()?.personId).not.toBe(her.personId);

    await userEvent.click(screen.getByRole('button', { name: 'Pakai orang ini' }));
    await waitFor(() => expect(kept()).toMatchObject({ personId: her.personId, address: her.address }));
    await userEvent.type(screen.getByRole('textbox', { name: /^NIK/u }), '{Backspace}2');
    await waitFor(() => expect(kept()).toMatchObject({ nik: '3273014505600002', name: 'Siti', address: '' }));
    expect(kept()?.personId).not.toBe(her.personId);
  });

  it('the notice is there to be read out as soon as anything identifies her', async () => {
    renderForm(formHost(draft({ step: 'identity' })));
    const name = await screen.findByRole('textbox', { name: /^Nama/u });
    expect(screen.queryByRole('checkbox', { name: /Sudah dibacakan/u })).toBeNull();
    await userEvent.type(name, 'S');
    expect(screen.getByRole('checkbox', { name: /Sudah dibacakan/u })).not.toBeChecked();
  });
});

describe('classification', () => {
  it('explains its suggestion by the words and chooses nothing by itself', async () => {
    const host = formHost(draft({ step: 'classification' }, (empty) => ({ ...filled(empty), classification: empty.classification })));
    renderForm(host);
    const card = within(await screen.findByRole('region', { name: 'Usulan' }));
    expect(card.getAllByText('membentak', { selector: 'mark' }).length).toBeGreaterThan(0);
    expect(screen.getByRole('radio', { name: /^Etika/u })).not.toBeChecked();
    await userEvent.click(card.getByRole('button', { name: 'Pakai usulan' }));
    expect(screen.getByRole('radio', { name: /^Etika/u })).toBeChecked();
    expect(screen.getByText(/permintaan maaf resmi/u)).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: /^Pelayanan/u }));
    expect(screen.getByRole('radio', { name: /^Pelayanan/u })).toBeChecked();
  });

  it('shows the priority and the date of each class', async () => {
    renderForm(formHost(draft({ step: 'classification' })));
    expect((await screen.findAllByText(/selesai paling lambat Jumat, 11 Desember 2026/u)).length).toBe(4);
    const pick = async (group: RegExp, name: RegExp) =>
      userEvent.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name }));
    await pick(/Seberapa mendesak/u, /^Tinggi/u);
    await pick(/Dampak/u, /^Sedang/u);
    expect(screen.getByText('Mendesak')).toBeVisible();
  });

  it('similar complaints are found while typing; one can be merged into, others linked', async () => {
    const host = formHost();
    const brief = (n: number) => ({
      complaintId: idOf(n),
      number: `P-2026-${n}`,
      title: 'Sama',
      stage: 'inProgress' as const,
      receivedAt: 0,
      unit: null,
    });
    host.answers('complaint.similar', [brief(801), brief(802), { ...brief(803), stage: 'closed' as const }]);
    renderForm(host);
    await userEvent.type(await chronology(), 'Petugas loket dua membentak');
    const similar = within(await screen.findByRole('region', { name: 'Pengaduan serupa' }));
    expect(similar.queryByRole('button', { name: 'Gabungkan dengan P-2026-803' })).toBeNull();
    expect(similar.getByRole('button', { name: 'Tandai terkait dengan P-2026-803' })).toBeVisible();
    await userEvent.click(similar.getByRole('button', { name: 'Gabungkan dengan P-2026-801' }));
    await userEvent.click(similar.getByRole('button', { name: 'Gabungkan dengan P-2026-802' }));
    await userEvent.click(similar.getByRole('button', { name: 'Tandai terkait dengan P-2026-801' }));
    await waitFor(() =>
      expect(host.sent('draft.save').at(-1)?.form.classification.similar).toEqual([
        { complaintId: idOf(802), relation: 'merge' },
        { complaintId: idOf(801), relation: 'related' },
      ]),
    );
  });

  it('a complaint that was chosen stays to be seen and taken back when the words find it no longer', async () => {
    const other = { complaintId: idOf(801), relation: 'merge' as const };
    const opened = draft({ step: 'confirmation' }, (empty) => {
      const form = filled(empty);
      return { ...form, classification: { ...form.classification, similar: [other] } };
    });
    const host = formHost(opened);
    host.replies('complaint.view', ({ complaintId }) =>
      complaintId === other.complaintId
        ? { kind: 'done', output: { ...registered, complaintId, number: 'P-2026-801', stage: 'merged' } }
        : { kind: 'refused', refusal: { type: 'complaintUnknown' } },
    );
    renderForm(host);
    const merge = await screen.findByRole('button', { name: 'Gabungkan dengan P-2026-801' });
    expect(merge).toHaveAttribute('aria-pressed', 'true');
    expect(host.sent('complaint.similar')).toEqual([]);
    await userEvent.click(merge);
    await waitFor(() => expect(host.sent('draft.save').at(-1)?.form.classification.similar).toEqual([]));
    expect(merge).not.toBeInTheDocument();
  });
});

describe('beginning', () => {
  it('from the counter without drafts one is in the form at once, with the visit', async () => {
    const host = formHost(null);
    const router = renderForm(host, `/pengaduan/baru?loket=${counterId}`);
    await userEvent.type(await chronology(), 'Langsung');
    expect(router.state.location.pathname).toMatch(/^\/pengaduan\/baru\/[\da-f-]{36}$/u);
    await waitFor(() => expect(host.sent('draft.save').at(-1)).toMatchObject({ counterId, ticketId: null, revision: 0 }));
  });

  it('from the counter an oral complaint becomes the short form, and a longer story the full one again; what was typed goes along', async () => {
    const host = formHost(null);
    renderForm(host, `/pengaduan/baru?loket=${counterId}&karcis=${ids.kk}`);
    await userEvent.type(await chronology(), 'Antre lama');
    await userEvent.click(screen.getByRole('button', { name: /Formulir singkat/u }));
    expect(screen.getByRole('heading', { level: 1, name: /dijawab di tempat/u })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('textbox', { name: /^Kronologi/u })).toHaveFocus());
    expect(await chronology()).toHaveValue('Antre lama');
    await waitFor(() => expect(host.sent('draft.save').at(-1)).toMatchObject({ ticketId: ids.kk, form: { kind: 'short' } }));
    await userEvent.click(screen.getByRole('button', { name: /formulir lengkap/u }));
    await waitFor(() => expect(host.sent('draft.save').at(-1)).toMatchObject({ form: { kind: 'full' } }));
  });

  it('for the same visitor goes on with her draft', async () => {
    const host = formHost(draft({ ticketId: ids.kk }));
    host.answers('draft.mine', [{ draftId, title: 'Petugas', name: '', step: 'listen', updatedAt: 0, ticketId: ids.kk }]);
    const router = renderForm(host, `/pengaduan/baru?loket=${counterId}&karcis=${ids.kk}`);
    await chronology();
    expect(router.state.location.pathname).toBe(`/pengaduan/baru/${draftId}`);
  });

  it('otherwise shows the open drafts; one is thrown away only when that is confirmed', async () => {
    const host = formHost();
    host.answers('draft.mine', [{ draftId, title: '', name: '', step: 'solution', updatedAt: 0, ticketId: null }]);
    renderForm(host, '/pengaduan/baru');
    expect(await screen.findByText(/di langkah Solusi awal/u)).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: /Formulir lengkap/u })).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: 'Buang Belum ada judul' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan draf' }));
    expect(host.sent('draft.discard')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Buang Belum ada judul' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Buang draf' }));
    await waitFor(() => expect(host.sent('draft.discard')).toEqual([{ draftId }]));
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { shellName } from '../../../shared/shellName.ts';
import { addTexts } from '../../../renderer/i18n/index.ts';
import * as bookTexts from '../../../renderer/i18n/areas/book.ts';
import BookBanner from '../../../renderer/ui/staff/banners/BookBanner.tsx';
import { StaffSessionProvider } from '../../../renderer/ui/staff/StaffContext.tsx';
import BookScreen from '../../../renderer/screens/book/BookScreen.tsx';
import { emptyRow, rowsPerSheet, type TypedRow } from '../../../shared/domain/book/types.ts';
import { defaultHours } from '../../../shared/domain/office/state.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { idOf, kk, ktp, session } from '../counter/fixtures.tsx';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

addTexts(bookTexts);

const sheetId = idOf(700);
const counter = { id: idOf(3), number: 1, name: 'Loket 1', serviceIds: [ktp.id, kk.id] };
const rowsOf = (...first: TypedRow[]) => Array.from({ length: rowsPerSheet }, (_, at) => first[at] ?? emptyRow);
const typed = (change: Partial<TypedRow>): TypedRow => ({ ...emptyRow, ...change });

type View = Output<'book.sheet'>;
const view = (change: Partial<View> = {}): View => ({
  sheet: { sheetId, number: 'BP-20250106-1', date: '2025-01-06', rows: 20, recorded: 0, typed: 0, prints: 1, print: null },
  today: '2025-01-07',
  numbers: Array.from({ length: 20 }, (_, at) => `L1-${String(at + 1).padStart(2, '0')}`),
  recorded: [],
  draft: { rows: rowsOf(), revision: 0, savedAt: null },
  day: { issued: 0, enteredAfterwards: 0, finished: 0, noShow: 0, left: 0, meanWaitMs: null },
  retired: { services: [], counters: [] },
  ...change,
});

function hostWith(change: Partial<View> = {}): FakeHost {
  const host = createFakeHost();
  const profile = { name: 'Dinas', address: '', zone: 'Asia/Jakarta', language: 'id' } as const;
  const texts = { runningText: { id: '', en: '' }, ticketFooter: { id: '', en: '' }, contact: '' };
  host.answers('office.profile', { profile, texts: null });
  host.answers('printing.jobs', []);
  host.answers('office.configuration', {
    ...{ profile, hours: [...defaultHours], holidays: [], services: [ktp, kk], counters: [counter] },
    ...{ policy: { kind: 'fifo' }, printers: [], texts },
  });
  host.answers('book.sheet', view(change));
  host.replies('book.saveDraft', ({ revision }) => ({
    kind: 'done',
    output: { savedAt: Date.UTC(2025, 0, 7, 2), revision: revision + 1 },
  }));
  return host;
}

const open = (host: FakeHost, path = `/buku-padam/${sheetId}`) =>
  renderWithHost(
    host,
    <MemoryRouter initialEntries={[path]}>
      <StaffSessionProvider session={session}>
        <BookBanner />
        <Routes>
          <Route path="/buku-padam/*" element={<BookScreen />} />
          <Route path="*" element={null} />
        </Routes>
      </StaffSessionProvider>
    </MemoryRouter>,
  );
const cell = (name: string) => screen.findByRole('textbox', { name });

describe('copying a sheet', () => {
  it('by keyboard alone: Enter goes on, times and letters are read as they are typed, empty cells follow the row before', async () => {
    const host = hostWith();
    open(host);
    await waitFor(async () => expect(await cell('L1-01 Datang')).toHaveFocus());
    await userEvent.keyboard('0905{Enter}a{Enter}{Enter}9.20{Enter}1{Enter}935{Enter}{Enter}y{Enter}');
    await userEvent.keyboard('0910{Enter}{Enter}{Enter}0940{Enter}{Enter}0950{Enter}{Enter}{Enter}');
    expect(await cell('L1-03 Datang')).toHaveFocus();
    await waitFor(() =>
      expect(host.sent('book.saveDraft').at(-1)?.rows.slice(0, 2)).toEqual([
        { arrived: '09.05', service: 'A', ground: '', called: '09.20', counter: '1', finished: '09.35', outcome: 'S', complaint: 'Y' },
        { arrived: '09.10', service: 'A', ground: '', called: '09.40', counter: '1', finished: '09.50', outcome: 'S', complaint: '' },
      ]),
    );
    // Each save names the state that it follows.
    expect(host.sent('book.saveDraft').map(({ revision }) => revision)).toEqual(host.sent('book.saveDraft').map((_, at) => at));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('arrows move between rows, Shift+Enter back, Ctrl+Delete empties the row', async () => {
    const host = hostWith({ draft: { rows: rowsOf(typed({ arrived: '09.05' }), typed({ arrived: '09.10' })), revision: 4, savedAt: 1 } });
    open(host);
    await waitFor(async () => expect(await cell('L1-03 Datang')).toHaveFocus());
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(await cell('L1-02 Layanan')).toHaveFocus();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}{ArrowUp}');
    expect(await cell('L1-01 Datang')).toHaveFocus();
    await userEvent.keyboard('{Control>}{Delete}{/Control}');
    expect(await cell('L1-01 Datang')).toHaveValue('');
    await waitFor(() => expect(host.sent('book.saveDraft').at(-1)).toMatchObject({ revision: 4, rows: { 0: emptyRow } }));
  });

  it('says what cannot be, goes there, and lets what is right be recorded without it', async () => {
    const right = typed({ arrived: '09.05', service: 'A', called: '09.20', counter: '1', finished: '09.35', outcome: 'S' });
    const rows = rowsOf(right, { ...right, finished: '09.10' }, { ...right, arrived: '3', service: 'Q' });
    const host = hostWith({ draft: { rows, revision: 1, savedAt: 1 } });
    host.answers('book.record', { recorded: ['L1-01'], admitted: [], already: [] });
    open(host);
    await waitFor(async () => expect(await cell('L1-04 Datang')).toHaveFocus());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('2 baris belum benar');
    expect(screen.getByText('Selesai: sebelum jam panggil.')).toBeVisible();
    expect(screen.getByText('Layanan: tidak dikenal. Lihat daftar huruf di atas tabel.')).toBeVisible();
    const wrong = await cell('L1-02 Selesai');
    expect(wrong).toHaveFocus();
    expect(wrong).toHaveAccessibleDescription('Selesai: sebelum jam panggil.');
    expect(host.sent('book.record')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Catat yang sudah benar saja (1)' }));
    const dialog = await screen.findByRole('dialog', { name: 'Catat 1 baris?' });
    expect(dialog).toHaveTextContent('2 baris belum benar tidak ikut dicatat');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Catat' }));
    expect(await screen.findByText(/1 baris dicatat\./u)).toBeVisible();
    expect(host.sent('book.record')[0]?.rows.map(({ row, stillHere }) => [row, stillHere])).toEqual([[1, false]]);
  });

  it('asks of an unfinished visitor of today whether she is still here, and of no other day', async () => {
    const unfinished = typed({ arrived: '00.00', service: 'A', outcome: 'B' });
    const draft = { rows: rowsOf(unfinished), revision: 1, savedAt: 1 };
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(Date.now());
    const { sheet } = view();
    const host = hostWith({ draft, today, sheet: { ...sheet, date: today } });
    host.answers('office.configuration', {
      ...{ profile: { name: 'D', address: '', zone: 'Asia/Jakarta', language: 'id' }, hours: [], holidays: [], services: [ktp] },
      ...{ counters: [counter], policy: { kind: 'fifo' }, printers: [] },
      texts: { runningText: { id: '', en: '' }, ticketFooter: { id: '', en: '' }, contact: '' },
    });
    host.answers('book.record', { recorded: [], admitted: ['L1-01'], already: [] });
    open(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Periksa dan catat (1)' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'L1-01, datang 00.00, KTP-el hilang' }));
    await userEvent.click(screen.getByRole('button', { name: 'Catat' }));
    expect(await screen.findByText(/Masuk antrean hari ini: L1-01\./u)).toBeVisible();
    expect(host.sent('book.record')[0]?.rows).toMatchObject([{ row: 1, stillHere: true }]);
  });

  it('never writes over what another window typed: says so and takes the newest when asked to', async () => {
    const host = hostWith();
    host.replies('book.saveDraft', () => ({ kind: 'refused', refusal: { type: 'draftChangedElsewhere', revision: 5 } }));
    open(host);
    await userEvent.type(await cell('L1-01 Datang'), '0905');
    expect(await screen.findByText(/baru saja diketik di jendela lain/u)).toBeVisible();
    host.answers('book.sheet', view({ draft: { rows: rowsOf(typed({ arrived: '08.00' })), revision: 5, savedAt: 1 } }));
    host.changed('book');
    await userEvent.click(screen.getByRole('button', { name: 'Pakai yang terbaru' }));
    await waitFor(async () => expect(await cell('L1-01 Datang')).toHaveValue('08.00'));
    expect(screen.queryByText(/baru saja diketik di jendela lain/u)).toBeNull();
  });

  it('follows a colleague’s window while nobody types here', async () => {
    const host = hostWith();
    open(host);
    await cell('L1-01 Datang');
    host.answers('book.sheet', view({ draft: { rows: rowsOf(typed({ arrived: '08.00' })), revision: 1, savedAt: 1 } }));
    host.changed('book');
    await waitFor(async () => expect(await cell('L1-01 Datang')).toHaveValue('08.00'));
    expect(host.sent('book.saveDraft')).toEqual([]);
  });

  it('says loudly that what is typed is not on disk', async () => {
    const host = hostWith();
    host.replies('book.saveDraft', () => ({ kind: 'failed', failure: { type: 'storageFull' } }));
    open(host);
    await userEvent.type(await cell('L1-01 Datang'), '0905');
    expect(await screen.findByText(/Belum tersimpan/u)).toBeVisible();
  });
});

describe('a recorded row', () => {
  const visit: View['recorded'][number]['visit'] = {
    ...{ arrived: '09:05', serviceId: ktp.id, ground: 'lansia' as const, called: '09:20', counterId: counter.id, finished: '09:35' },
    ...{ outcome: 'finished' as const, complaint: true },
  };
  const recorded: View['recorded'][number] = {
    ...{ row: 1, number: 'L1-01', ticketId: idOf(701), where: 'history', visit, enteredAt: Date.UTC(2025, 0, 7, 2), enteredBy: 'Sari' },
    corrections: [{ at: Date.UTC(2025, 0, 7, 3), by: 'Dewi', reason: 'misread', before: visit, after: visit }],
  };

  it('is read, not typed; says who corrected it why; leads to the form with the day and the service', async () => {
    open(hostWith({ recorded: [recorded] }));
    const row = await screen.findByRole('row', { name: /L1-01/u });
    expect(within(row).queryByRole('textbox')).toBeNull();
    expect(row).toHaveTextContent(/09\.05A KTP-el hilangLansia09\.20109\.35selesai/u);
    expect(row).toHaveTextContent('Diperbaiki 7 Jan 2025 10.00 oleh Dewi: Tulisan salah dibaca');
    const link = within(row).getByRole('link', { name: 'Isi pengaduan L1-01' });
    expect(link).toHaveAttribute('href', `/pengaduan/baru?tanggal=2025-01-06&layanan=${ktp.id}`);
  });

  it('is corrected with a reason, or taken out', async () => {
    const host = hostWith({ recorded: [recorded] });
    host.answers('book.correct', {});
    open(host);
    await userEvent.click(await screen.findByRole('button', { name: 'Perbaiki L1-01' }));
    const dialog = await screen.findByRole('dialog', { name: 'Perbaiki L1-01' });
    const finished = within(dialog).getByRole('textbox', { name: 'L1-01 Selesai' });
    await userEvent.clear(finished);
    await userEvent.type(finished, '0910');
    await userEvent.tab();
    expect(await within(dialog).findByText('Selesai: sebelum jam panggil.')).toBeVisible();
    expect(within(dialog).getByRole('button', { name: 'Simpan perbaikan' })).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'Baris tertukar');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Simpan perbaikan' }));
    await waitFor(() => expect(host.sent('book.correct')).toMatchObject([{ row: 1, visit: null, reason: 'wrongRow' }]));
  });
});

describe('the reminder of the morning', () => {
  const reminder = (due: boolean): Output<'book.reminder'> => ({
    ...{ date: '2025-01-07', due, automatic: false, settings: { sheets: 2, automatic: false, printerId: null } },
  });

  it('is quiet at a counter and when nothing is due, and is dismissed for everybody', async () => {
    const host = hostWith();
    host.answers('book.reminder', reminder(true));
    host.replies('book.dismissReminder', () => {
      host.answers('book.reminder', reminder(false));
      host.changed('book');
      return { kind: 'done', output: {} };
    });
    const { unmount } = open(host, `/loket/${counter.id}`);
    expect(screen.queryByText(/belum dicetak/u)).toBeNull();
    unmount();
    open(host, '/loket');
    await userEvent.click(await screen.findByRole('button', { name: 'Hari ini tidak perlu' }));
    expect(host.sent('book.dismissReminder')).toEqual([{ date: '2025-01-07' }]);
    await waitFor(() => expect(screen.queryByText(/belum dicetak/u)).toBeNull());
  });

  it('prints by itself where the desktop program can, on the printer that is set, and asks when that did not work', async () => {
    const printPaper = vi.fn<() => Promise<object>>(() => Promise.resolve({ outcome: 'failed', failure: 'refused' }));
    vi.stubGlobal(shellName, { printPaper });
    const host = hostWith();
    const settings = { sheets: 1, automatic: true, printerId: idOf(702) };
    host.answers('book.reminder', { date: '2025-01-07', due: true, automatic: true, settings });
    host.replies('book.makeSheets', ({ sheetIds }) => ({
      kind: 'done',
      output: { sheets: sheetIds.map((id) => ({ sheetId: id, number: 'BP-20250107-1' })) },
    }));
    host.answers('printing.print', { copy: 0, by: 'window', paper: 'a4', language: 'id', deviceName: 'EPSON' });
    host.answers('printing.paper', { html: '<p>BP-20250107-1</p>', widthMm: 210 });
    host.answers('printing.report', {});
    open(host, '/loket');
    await waitFor(() => expect(printPaper).toHaveBeenCalledWith({ html: '<p>BP-20250107-1</p>', widthMm: 210, deviceName: 'EPSON' }));
    expect(await screen.findByRole('button', { name: 'Cetak sekarang' })).toBeVisible();
    expect(host.sent('printing.print')).toMatchObject([{ printerId: idOf(702) }]);
    host.changed('book');
    expect(host.sent('book.makeSheets')).toHaveLength(1);
    vi.unstubAllGlobals();
  });

  it('makes as many sheets as are set, and prints each', async () => {
    const host = hostWith();
    host.answers('book.reminder', reminder(true));
    host.replies('book.makeSheets', ({ sheetIds }) => ({
      kind: 'done',
      output: { sheets: sheetIds.map((id, at) => ({ sheetId: id, number: `BP-20250107-${at + 1}` })) },
    }));
    host.answers('printing.print', { copy: 0, by: 'host', paper: 'a4', language: 'id', deviceName: null });
    open(host, '/loket');
    await userEvent.click(await screen.findByRole('button', { name: 'Cetak sekarang' }));
    await waitFor(() => expect(host.sent('printing.print')).toHaveLength(2));
    expect(host.sent('printing.print').map(({ kind }) => kind)).toEqual(['blackoutSheet', 'blackoutSheet']);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import DocumentsScreen from '../../../renderer/screens/documents/DocumentsScreen.tsx';
import { addTexts } from '../../../renderer/i18n/index.ts';
import * as texts from '../../../renderer/i18n/areas/documents.ts';
import type { DocumentView } from '../../../shared/rpc/methods/documents.ts';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';

addTexts(texts);
const id = (n: number) => `01930000-0000-7000-8000-0000000003${String(n).padStart(2, '0')}`;
const at = Date.UTC(2026, 10, 23, 2, 40);

const view = (n: number, change: Partial<DocumentView> = {}): DocumentView => ({
  documentId: id(n),
  number: `B-2026-0000${String(n).padStart(2, '0')}`,
  serviceId: id(90),
  serviceTitle: { id: 'KTP-el hilang', en: 'Lost identity card' },
  ticketNumber: null,
  applicant: { name: 'Siti Rahmawati', nik: '3273••••••••0001', phone: '' },
  received: [],
  receivedAt: at,
  readyOn: '2026-11-27',
  staffName: 'Sari',
  readyAt: null,
  collected: null,
  ...change,
});
const inWork = view(1);
const ready = view(2, { readyAt: at });
const gone = view(3, { readyAt: at, collected: { at: at + 3_600_000, staffName: 'Dewi' } });

function open(list: readonly DocumentView[]): FakeHost {
  const host = createFakeHost();
  host.answers('office.profile', { profile: { name: 'Dinas', address: '', zone: 'Asia/Jakarta', language: 'id' }, texts: null });
  host.answers('printing.jobs', []);
  host.replies('documents.recent', ({ search, stage }) => ({
    kind: 'done',
    output: list.filter(
      (document) =>
        document.number.endsWith(search.replace(/^.*n=/u, '')) &&
        (stage === undefined || stage === 'inWork' ? true : stage === 'ready' ? document.readyAt !== null : document.collected !== null),
    ),
  }));
  renderWithHost(
    host,
    <MemoryRouter>
      <DocumentsScreen />
    </MemoryRouter>,
  );
  return host;
}
const rows = async () => (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);

beforeEach(() => {
  vi.setSystemTime(Date.UTC(2026, 10, 24, 2));
  return () => void vi.useRealTimers();
});

describe('the documents', () => {
  test('say whose they are, how far they are and until when; what is late is said', async () => {
    open([view(4, { readyOn: '2026-11-23', applicant: null }), inWork, ready, gone]);
    const shown = await rows();
    expect(shown[0]).toContain('Data pemohon sudah dihapus');
    expect(shown[0]).toContain('Lewat tanggal yang dijanjikan');
    expect(shown[1]).toContain('B-2026-000001KTP-el hilangSiti Rahmawati · 3273••••••••0001');
    expect(shown[1]).toContain('Diproses');
    expect(shown[1]).toContain('Diterima 23 Nov 2026 09.40, dijanjikan Jumat, 27 November 2026');
    expect(shown[1]).not.toContain('Lewat');
    expect(shown[2]).toContain('Siap diambilSejak 23 Nov 2026 09.40');
    expect(shown[3]).toContain('Sudah diambil23 Nov 2026 10.40, diserahkan Dewi');
  });

  test('are marked as ready or handed over in one press each; what is gone has neither button', async () => {
    const host = open([inWork, ready, gone]);
    host.answers('documents.markReady', {});
    host.answers('documents.handOver', {});
    await userEvent.click(await screen.findByRole('button', { name: 'Tandai siap diambil: B-2026-000001' }));
    await userEvent.click(screen.getByRole('button', { name: 'Serahkan: B-2026-000001' }));
    await userEvent.click(screen.getByRole('button', { name: 'Serahkan: B-2026-000002' }));
    expect(host.sent('documents.markReady')).toEqual([{ documentId: id(1) }]);
    expect(host.sent('documents.handOver')).toEqual([{ documentId: id(1) }, { documentId: id(2) }]);
    expect(screen.queryByRole('button', { name: 'Tandai siap diambil: B-2026-000002' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Serahkan: B-2026-000003' })).toBeNull();
  });

  test('what was handed out meanwhile is said in words', async () => {
    const host = open([inWork]);
    host.replies('documents.handOver', () => ({ kind: 'refused', refusal: { type: 'documentCollected', number: 'B-2026-000001' } }));
    await userEvent.click(await screen.findByRole('button', { name: /^Serahkan/u }));
    expect(await screen.findByText(/Berkas B-2026-000001 sudah diambil\./u)).toBeVisible();
  });

  test('a scanned receipt leads to the one button that is due: handing over goes without a mouse', async () => {
    const host = open([inWork, ready]);
    host.answers('documents.handOver', {});
    const search = await screen.findByRole('searchbox', { name: 'Nomor registrasi' });
    expect(search).toHaveFocus();
    await userEvent.keyboard('https://layanan.go.id/k/DKC/status?n=B-2026-000002{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Serahkan: B-2026-000002' })).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    expect(host.sent('documents.handOver')).toEqual([{ documentId: id(2) }]);
  });

  test('several that match leave the focus where it is', async () => {
    open([inWork, view(11)]);
    const search = await screen.findByRole('searchbox');
    await userEvent.type(search, '1{Enter}');
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(search).toHaveFocus();
  });

  test('are narrowed by their state; nothing found says how to see all again', async () => {
    open([inWork]);
    await userEvent.click(await screen.findByRole('button', { name: 'Sudah diambil' }));
    expect(await screen.findByText('Tidak ada berkas yang cocok')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Tampilkan semua' }));
    expect(await rows()).toHaveLength(1);
    expect(screen.getByRole('group', { name: 'Keadaan' })).toBeVisible();
    expect(within(screen.getByRole('group', { name: 'Keadaan' })).getByRole('button', { pressed: true })).toHaveTextContent('Semua');
  });
});

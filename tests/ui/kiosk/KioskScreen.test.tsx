import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../../../renderer/i18n/index.ts';
import KioskScreen from '../../../renderer/screens/kiosk/KioskScreen.tsx';
import { createFakeHost, type FakeHost, renderWithHost } from '../fakeHost.tsx';
import { issuedFor, kioskOf, officeOf, serviceOf, ticketPrinterOf } from './fixtures.ts';

let host: FakeHost;
beforeEach(() => {
  vi.useFakeTimers();
  chooseLanguage('id', false);
  host = createFakeHost();
  host.answers('office.profile', officeOf());
  host.answers('printing.ticketPrinter', ticketPrinterOf('host'));
  host.answers('queue.kiosk', kioskOf());
  host.replies('queue.issue', (input) => ({ kind: 'done', output: issuedFor(input) }));
  host.answers('printing.print', { copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
});
afterEach(() => vi.useRealTimers());

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const open = async () => {
  const view = renderWithHost(host, <KioskScreen />);
  await settle();
  return view;
};
const press = async (name: string | RegExp) => {
  const button = screen.getByRole('button', { name });
  fireEvent.pointerDown(button);
  fireEvent.click(button);
  await settle();
};
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('taking a number', () => {
  test('service, ground, number: prints the ticket in the language of the visitor', async () => {
    await open();
    await press('English');
    await press(/Service 1/);
    expect(screen.getByText(/need not show an ID card/)).toBeVisible();
    await press('Pregnant');
    expect(screen.getByTestId('issued-number')).toHaveTextContent('A-012');
    expect(screen.getByText('People ahead of you: 3')).toBeVisible();
    expect(screen.getByText('Expected wait: 5–15 minutes')).toBeVisible();
    expect(screen.getByText('Take your ticket')).toBeVisible();
    expect(host.sent('queue.issue')).toMatchObject([{ ground: 'ibuHamil' }]);
    expect(host.sent('printing.print')).toMatchObject([
      { kind: 'ticket', subjectId: host.sent('queue.issue')[0]?.ticketId, language: 'en' },
    ]);
  });

  test('given the station prints, then it says at which printer; a printer of this window needs no name', async () => {
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(screen.getByText('Keluar di: Printer pintu')).toBeVisible();
    await press('Selesai');
    host.answers('printing.ticketPrinter', ticketPrinterOf('window'));
    host.changed('office');
    await settle();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(screen.getByText('Ambil karcis Anda')).toBeVisible();
    expect(screen.queryByText(/Printer pintu/)).toBeNull();
  });

  test.each([
    ['a minute', 60_000, /berhenti sebentar sampai pukul 08\.02\./],
    ['the day', 5 * 3_600_000, /semua nomornya untuk hari ini/],
  ])('given a kiosk link that gave all its numbers of %s, then it says so and whom to ask', async (_of, waitMs, words) => {
    // 08.00.20 in Jakarta, wherever this browser is.
    vi.setSystemTime(new Date('2026-11-23T01:00:20Z'));
    host.replies('queue.issue', () => ({ kind: 'refused', refusal: { type: 'kioskLimitReached', until: Date.now() + waitMs } }));
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(heading()).toBe('Nomor belum dapat diberikan');
    expect(screen.getByText(words)).toHaveTextContent('minta nomor kepada petugas');
    await press(/Kembali/);
    expect(heading()).toBe('Sentuh layanan yang Anda perlukan');
  });

  test('"none of these" stands beside the six grounds and sends no ground', async () => {
    await open();
    await press(/Layanan 2/);
    expect(within(screen.getByRole('list')).getAllByRole('button')).toHaveLength(7);
    await press('Tidak ada');
    expect(host.sent('queue.issue')).toMatchObject([{ ground: null }]);
  });

  test('given two taps before the answer, then one command was sent', async () => {
    await open();
    await press(/Layanan 1/);
    const none = screen.getByRole('button', { name: 'Tidak ada' });
    fireEvent.click(none);
    fireEvent.click(none);
    await settle();
    expect(host.sent('queue.issue')).toHaveLength(1);
  });

  test('given no printer, then nothing is printed and the visitor is asked to remember the number', async () => {
    host.answers('printing.ticketPrinter', null);
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(screen.getByText('Ingat atau foto nomor ini')).toBeVisible();
    expect(host.sent('printing.print')).toHaveLength(0);
  });

  test('given a printer that refuses, then the number stays and is to be remembered', async () => {
    host.replies('printing.print', () => ({ kind: 'refused', refusal: { type: 'printerUnknown' } }));
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(screen.getByTestId('issued-number')).toBeVisible();
    expect(screen.getByText('Ingat atau foto nomor ini')).toBeVisible();
  });

  test('given a host that fails, then trying again repeats the same ticket', async () => {
    host.replies('queue.issue', () => ({ kind: 'failed', failure: { type: 'storageFailed' } }));
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(heading()).toBe('Nomor belum dapat diberikan');
    host.replies('queue.issue', (input) => ({ kind: 'done', output: issuedFor(input) }));
    await press('Coba lagi');
    const [first, second] = host.sent('queue.issue');
    expect(second).toEqual(first);
    expect(screen.getByTestId('issued-number')).toBeVisible();
  });
});

describe('honest about the time that is left', () => {
  const services = [serviceOf(1, { capacity: 'full' }), serviceOf(2, { capacity: 'tight', waiting: 7 }), serviceOf(3, { estimate: null })];

  test('tiles say how many wait and how long, what is tight, full, or has no counter yet', async () => {
    host.answers('queue.kiosk', kioskOf({ services }));
    await open();
    const tiles = within(screen.getByRole('list')).getAllByRole('button');
    expect(tiles.map(({ textContent }) => textContent)).toEqual([
      'ALayanan 1Penuh untuk hari ini',
      'BLayanan 27 orang menunggu5–10 menitSisa waktu hari ini terbatas',
      'CLayanan 3Tidak ada antreanloket belum buka',
    ]);
  });

  test('a full service explains itself and gives no number', async () => {
    host.answers('queue.kiosk', kioskOf({ services }));
    await open();
    await press(/Layanan 1/);
    expect(heading()).toBe('Sisa waktu hari ini tidak cukup');
    expect(screen.getByText(/agar Anda tidak menunggu sia-sia/)).toBeVisible();
    expect(host.sent('queue.issue')).toHaveLength(0);
    await press(/Kembali/);
    expect(heading()).toBe('Sentuh layanan yang Anda perlukan');
  });

  test('given the last place went meanwhile, then the refusal is explained the same way', async () => {
    host.replies('queue.issue', () => ({ kind: 'refused', refusal: { type: 'capacityReached', remainingMinutes: 4 } }));
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(heading()).toBe('Sisa waktu hari ini tidak cukup');
  });
});

describe('the next visitor', () => {
  test('after 30 s without a touch the question is gone and the language is the office’s again', async () => {
    await open();
    await press('English');
    await press(/Service 1/);
    await settle(15_000);
    fireEvent.pointerDown(document.body);
    await settle(21_000);
    expect(screen.getByText('Back to the start in 9 seconds')).toBeVisible();
    await settle(10_000);
    expect(heading()).toBe('Sentuh layanan yang Anda perlukan');
  });

  test('beside a number the countdown is always seen, and ends at the start', async () => {
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    expect(screen.getByRole('timer')).toHaveTextContent('Kembali ke awal dalam 12 detik');
    await settle(12_500);
    expect(heading()).toBe('Sentuh layanan yang Anda perlukan');
  });

  test('a foreign language chosen and left alone goes back as well', async () => {
    await open();
    await press('English');
    expect(heading()).toBe('Touch the service you need');
    await settle(30_500);
    expect(heading()).toBe('Sentuh layanan yang Anda perlukan');
  });
});

describe('when no number can be given', () => {
  test('before the office opens, and at once when it opens', async () => {
    host.answers('queue.kiosk', kioskOf({ day: { date: '2026-11-23', status: 'notOpened', openDate: null } }));
    await open();
    expect(heading()).toBe('Pelayanan belum dibuka');
    host.answers('queue.kiosk', kioskOf());
    host.changed('queue');
    await settle();
    expect(heading()).toBe('Sentuh layanan yang Anda perlukan');
  });

  test('a lost connection is told, but whoever has a number keeps seeing it', async () => {
    await open();
    await press(/Layanan 1/);
    await press('Tidak ada');
    act(() => host.online(false));
    expect(screen.getByTestId('issued-number')).toBeVisible();
    await press('Selesai');
    expect(heading()).toBe('Kios sedang tidak terhubung');
  });

  test('is not a browser: no context menu', async () => {
    await open();
    expect(fireEvent.contextMenu(screen.getByRole('main'))).toBe(false);
  });
});

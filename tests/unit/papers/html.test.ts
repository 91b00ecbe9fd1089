import { JSDOM, type ParsedDocument } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { qrModules } from '../../../electron/host/printing/qr.ts';
import { paperWidths } from '../../../shared/domain/office/types.ts';
import { languages } from '../../../shared/domain/values.ts';
import { paperHtml } from '../../../shared/papers/html/index.ts';
import { paperStyle } from '../../../shared/papers/html/style.ts';
import type { PaperModel } from '../../../shared/papers/models.ts';
import { hostileTexts } from '../../fixtures/hostileTexts.ts';
import { blackoutSheetPaper, documentReceiptPaper, followedReceiptPaper, shortfallSlipPaper, ticketPaper } from '../../fixtures/papers.ts';

type Paper = (typeof paperWidths)[number];

const html = (model: PaperModel, paper: Paper = '80mm') => paperHtml(model, paper, qrModules(model.qr));
const parsed = (model: PaperModel, paper: Paper = '80mm') => new JSDOM(html(model, paper)).window.document;
/** The text of a paper as a reader sees it, without the spaces that only lay it out. */
const read = (model: PaperModel, paper: Paper = '80mm') => (parsed(model, paper).body.textContent ?? '').replaceAll(/\s+/gu, ' ');
const models: readonly PaperModel[] = [ticketPaper, documentReceiptPaper, shortfallSlipPaper, blackoutSheetPaper];

describe('a karcis antrean', () => {
  it('says office, number, service, people ahead, estimate, priority, date, time and the office’s words', () => {
    const text = read(ticketPaper);
    for (const part of [
      'Dinas Kependudukan dan Pencatatan Sipil Kota Sukamaju',
      'A-012',
      'KTP-el hilang',
      'PRIORITAS',
      'Di depan Anda',
      '7 orang',
      '15–25 menit',
      'Kamis, 12 Maret 2026',
      '09.05 WIB',
      'Mohon tetap di ruang tunggu.',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('SALINAN');
  });

  it('speaks English when asked', () => {
    const text = read({ ...ticketPaper, language: 'en', ahead: 1, copy: 1 });
    for (const part of [
      'Lost identity card',
      'PRIORITY',
      '1 person',
      '15–25 min',
      'Thursday, 12 March 2026',
      '09:05 WIB',
      'SALINAN 1 (COPY)',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each([
    ['Asia/Jakarta', '23.30 WIB', 'Kamis, 12 Maret 2026'],
    ['Asia/Makassar', '00.30 WITA', 'Jumat, 13 Maret 2026'],
    ['Asia/Jayapura', '01.30 WIT', 'Jumat, 13 Maret 2026'],
  ] as const)('shows day and time of its own zone, %s', (zone, time, day) => {
    const text = read({ ...ticketPaper, zone, issuedAt: Date.UTC(2026, 2, 12, 16, 30) });
    expect(text).toContain(time);
    expect(text).toContain(day);
  });

  it.each([
    ['A-012', 'ticket-number'],
    ['AB-012', 'ticket-number long'],
    ['ABC-10234', 'ticket-number longest'],
  ])('gives %s the type that fits', (number, className) => {
    expect(parsed({ ...ticketPaper, number }).querySelector('.ticket-number')?.className).toBe(className);
  });
});

describe('a tanda terima berkas', () => {
  it.each(['80mm', 'a5'] as const)('says everything on %s', (paper) => {
    const text = read(documentReceiptPaper, paper);
    for (const part of [
      'Tanda Terima Berkas',
      'B-2026-000123',
      'Siti Rahmawati Kusumaningrum',
      '3273••••••••0001',
      '0812••••••47',
      'Akta kelahiran',
      'Kamis, 12 Maret 2026, 09.31 WIB',
      'KTP-el orang tua',
      'Selasa, 17 Maret 2026',
      'Dewi Lestari',
      'Loket 3',
      '(022) 555-0147',
    ]) {
      expect(text).toContain(part);
    }
    expect(parsed(documentReceiptPaper, paper).querySelectorAll('.list li')).toHaveLength(4);
  });

  it.each(paperWidths)('of an enrolled office says PIN and where to follow on %s, and otherwise neither', (paper) => {
    const text = read(followedReceiptPaper, paper);
    for (const part of ['PIN (rahasiakan)', '7K2M-9QXZ', 'Lacak di layanan.sukamaju.go.id/k/DKC-SKM/status']) expect(text).toContain(part);
    expect(parsed(followedReceiptPaper, paper).querySelector('svg.qr')?.getAttribute('aria-label')).toBe(`QR ${followedReceiptPaper.qr}`);
    expect(read(documentReceiptPaper, paper)).not.toMatch(/PIN|Lacak/u);
  });

  it('given neither NIK nor phone, leaves their lines out', () => {
    const text = read({ ...documentReceiptPaper, applicant: { name: 'Siti', nik: '', phone: '' } });
    expect(text).not.toContain('NIK');
    expect(text).not.toContain('Telepon');
  });

  it('given an erased person, says so instead of a name', () => {
    expect(read({ ...documentReceiptPaper, applicant: null })).toContain('Data pemohon telah dihapus');
  });

  it('given a service without papers, says that none are needed', () => {
    expect(read({ ...documentReceiptPaper, received: [] })).toContain('Layanan ini tidak memerlukan berkas.');
  });
});

describe('a slip kekurangan', () => {
  it.each(['80mm', 'a5'] as const)('says what is missing and where to get it on %s', (paper) => {
    const text = read(shortfallSlipPaper, paper);
    expect(text).toContain('Surat keterangan kehilangan dari kepolisian');
    expect(text).toContain('Diperoleh di: Polsek terdekat, SPKT buka 24 jam');
    expect(text).toContain('Kartu keluarga (KK)');
    expect(text.match(/Diperoleh di/gu)).toHaveLength(1);
  });
});

describe('a sheet of the blackout book', () => {
  it.each(['a4', 'a5'] as const)('has a row for each number with a cell for everything that is written, on %s', (paper) => {
    const document = parsed(blackoutSheetPaper, paper);
    const heads = [...document.querySelectorAll('thead th')].map(({ textContent }) => textContent);
    expect(heads).toEqual(['Nomor', 'Datang', 'Layanan', 'Prioritas', 'Panggil', 'Loket', 'Selesai', 'Hasil', 'Pengaduan']);
    const numbers = [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
    expect(numbers).toEqual(blackoutSheetPaper.rowNumbers);
    expect(document.querySelectorAll('tbody td')).toHaveLength(numbers.length * (heads.length - 1));
    const text = read(blackoutSheetPaper, paper);
    for (const part of [
      'BP-20260312-B12',
      'Kamis, 12 Maret 2026',
      '112',
      'A KTP-el hilang',
      'L lansia',
      'T tidak hadir',
      'dihitung 3 kali',
    ])
      expect(text).toContain(part);
  });

  it.each([
    [{ kind: 'ratio', regularPerPriority: 4 }, 'sesudah 4 pengunjung biasa, satu prioritas'],
    [{ kind: 'strict' }, 'selalu lebih dahulu'],
    [{ kind: 'fifo' }, 'Panggil semua menurut nomor.'],
  ] as const)('says how to choose under the policy of the office: %j', (policy, words) =>
    expect(read({ ...blackoutSheetPaper, policy }, 'a4')).toContain(words),
  );

  it('on a roll leaves a line to write on for each number, and names no telephone that is not set', () => {
    expect(parsed(blackoutSheetPaper, '80mm').querySelectorAll('.sheet-strips li')).toHaveLength(20);
    expect(read({ ...blackoutSheetPaper, securityPhone: '' }, 'a4')).not.toContain('Keadaan darurat');
  });
});

describe('every paper', () => {
  const all = models.flatMap((model) =>
    paperWidths.flatMap((paper) => languages.map((language) => [model.kind, paper, language, { ...model, language, copy: 1 }] as const)),
  );

  it.each(all)('%s on %s in %s is one document with one style and nothing from outside', (_kind, paper, language, model) => {
    const document = parsed(model, paper);
    expect(document.doctype?.name).toBe('html');
    expect(document.documentElement.lang).toBe(language);
    expect(document.title).not.toBe('');
    // The style is exactly the constant whose hash a content security policy names.
    expect([...document.querySelectorAll('style')].map(({ textContent }) => textContent)).toEqual([paperStyle]);
    expect(document.querySelectorAll('[style], script, link, img, iframe, object, form, base, a[href]')).toHaveLength(0);
    expect(html(model, paper)).not.toMatch(/https?:|url\(|@import|javascript:/u);
    expect(document.querySelector('.copy')?.textContent).toContain('SALINAN 1');
    expect(document.querySelector('svg.qr path')?.getAttribute('d')).toMatch(/^M\d/u);
    expect(document.body.textContent).not.toMatch(/undefined|null|NaN|\[object/u);
  });

  it.each(hostileTexts.map((text) => [text]))('shows %j as text wherever a person can type', (hostile) => {
    const texts = { id: hostile, en: hostile };
    const everywhere: readonly PaperModel[] = [
      { ...ticketPaper, number: hostile, officeName: hostile, officeAddress: hostile, serviceTitle: texts, footer: texts },
      {
        ...documentReceiptPaper,
        officeName: hostile,
        contact: hostile,
        number: hostile,
        applicant: { name: hostile, nik: hostile, phone: hostile },
        serviceTitle: texts,
        received: [texts],
        staffName: hostile,
        counterName: hostile,
        ticketNumber: hostile,
      },
      { ...shortfallSlipPaper, contact: hostile, missing: [{ title: texts, whereToGet: texts }], staffName: hostile, serviceTitle: texts },
      { ...blackoutSheetPaper, officeName: hostile, services: [{ prefix: 'A', title: texts }], securityPhone: hostile },
    ];
    for (const [index, model] of everywhere.entries()) {
      for (const paper of paperWidths) {
        const document = parsed(model, paper);
        expect(elementNames(document)).toEqual(tame(index, paper));
        expect(document.querySelectorAll('script, iframe, img, form, meta[http-equiv], link, base, style ~ style')).toHaveLength(0);
        expect(attributesOf(document).filter((name) => name.startsWith('on') || name === 'style' || name === 'href')).toEqual([]);
        // HTML has no NUL; a parser turns it into the replacement character or drops it.
        const visible = (document.body.textContent ?? '').replaceAll('\uFFFD', '');
        expect(visible).toContain(hostile.replaceAll('\u0000', ''));
      }
    }
  });
});

/** The elements that a harmless paper of this kind is made of. */
const tameNames = new Map<string, readonly string[]>();
function tame(index: number, paper: Paper): readonly string[] {
  const known = tameNames.get(`${index} ${paper}`) ?? elementNames(parsed(models[index] ?? ticketPaper, paper));
  tameNames.set(`${index} ${paper}`, known);
  return known;
}

const elementNames = (document: ParsedDocument) =>
  [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))].toSorted((a, b) => a.localeCompare(b));
const attributesOf = (document: ParsedDocument) => [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());

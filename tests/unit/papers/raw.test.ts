import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeEscPos } from '../../../electron/host/printing/escpos.ts';
import type { PaperModel } from '../../../shared/papers/models.ts';
import { foldToAscii } from '../../../shared/papers/raw/commands.ts';
import { paperCommands } from '../../../shared/papers/raw/index.ts';
import { decodeEscPos, printedText } from '../../fixtures/escPosDecoder.ts';
import { documentReceiptPaper, followedReceiptPaper, shortfallSlipPaper, ticketPaper } from '../../fixtures/papers.ts';

const printed = (model: PaperModel, columns: 32 | 48) => decodeEscPos(encodeEscPos(paperCommands(model, columns), columns));

describe('a ticket on a raw printer', () => {
  it('says everything a karcis antrean says, the number largest, then cuts', () => {
    const paper = printed(ticketPaper, 32);
    expect(printedText(paper)).toEqual([
      'Dinas Kependudukan dan',
      'Pencatatan Sipil Kota Sukamaju',
      'Jl. Merdeka Raya No. 17,',
      'Sukamaju 40111',
      '-'.repeat(32),
      'Nomor antrean',
      'A-012',
      'KTP-el hilang',
      'PRIORITAS',
      '-'.repeat(32),
      'Di depan Anda: 7 orang',
      'Perkiraan tunggu: 15-25 menit',
      '-'.repeat(32),
      'Kamis, 12 Maret 2026',
      '09.05 WIB',
      'Mohon tetap di ruang tunggu.',
      'Nomor dipanggil dengan suara dan',
      'di layar.',
    ]);
    expect(paper.lines.find(({ text }) => text.includes('A-012'))).toMatchObject({ bold: true, width: 6, height: 6 });
    expect(paper.lines.find(({ text }) => text.includes('PRIORITAS'))).toMatchObject({ bold: true, inverted: true });
    expect(paper.qrCodes).toEqual([{ content: 'LOKET:A-012/2026-03-12', moduleSize: 6, errorLevel: 'M' }]);
    expect(paper).toMatchObject({ cuts: 1, initialized: true, codePages: [0] });
  });

  it('tells only that there is a priority, and leaves out what is not known any more', () => {
    const text = printedText(printed({ ...ticketPaper, priority: false, ahead: null, estimate: null }, 32)).join('\n');
    expect(text).not.toContain('PRIORITAS');
    expect(text).not.toContain('Di depan');
  });

  it('promises no wait while no counter is open, and says when nobody is ahead', () => {
    const text = printedText(printed({ ...ticketPaper, ahead: 0, estimate: null }, 48)).join('\n');
    expect(text).toContain('Di depan Anda: Tidak ada');
    expect(text).toContain('Perkiraan tunggu: Belum dapat diperkirakan');
  });

  it('keeps a long number in one line', () => {
    const paper = printed({ ...ticketPaper, number: 'ABC-10234' }, 32);
    expect(paper.lines.find(({ text }) => text.includes('ABC-10234'))).toMatchObject({ width: 3 });
  });
});

describe('a document receipt on a raw printer', () => {
  it('says everything a tanda terima berkas says', () => {
    const paper = printed(documentReceiptPaper, 48);
    const text = printedText(paper);
    expect(text).toEqual(
      expect.arrayContaining([
        'Tanda Terima Berkas',
        'B-2026-000123',
        'Pemohon: Siti Rahmawati Kusumaningrum',
        'NIK: 3273********0001',
        'Telepon: 0812******47',
        'Layanan: Akta kelahiran',
        'Diterima: Kamis, 12 Maret 2026, 09.31 WIB',
        'Petugas: Dewi Lestari',
        '[x] Surat keterangan lahir',
        '[x] Buku nikah atau akta perkawinan (SPTJM bila',
        'Selasa, 17 Maret 2026',
        'Informasi dan pengaduan',
      ]),
    );
    expect(paper.qrCodes.map(({ content }) => content)).toEqual(['LOKET:B-2026-000123']);
  });

  it.each([32, 48] as const)('of an enrolled office says number, PIN and where to follow, in %i columns', (columns) => {
    const paper = printed(followedReceiptPaper, columns);
    const text = printedText(paper);
    expect(text).toEqual(expect.arrayContaining(['B-2026-000123', 'PIN (rahasiakan)', '7K2M-9QXZ']));
    expect(text.join('').replaceAll(' ', '')).toContain('Lacakdilayanan.sukamaju.go.id/k/DKC-SKM/status');
    expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(paper.qrCodes.map(({ content }) => content)).toEqual([followedReceiptPaper.qr]);
    expect(printedText(printed(documentReceiptPaper, columns)).join(' ')).not.toMatch(/PIN|Lacak/u);
  });

  it('given an erased person, says so and prints no empty lines for NIK and phone', () => {
    const text = printedText(printed({ ...documentReceiptPaper, applicant: null }, 48)).join('\n');
    expect(text).toContain('Pemohon: Data pemohon telah dihapus');
    expect(text).not.toContain('NIK');
  });

  it('marks a copy in both languages', () => {
    const marks = (['id', 'en'] as const).map((language) =>
      printed({ ...documentReceiptPaper, language, copy: 2 }, 48)
        .lines.find(({ inverted }) => inverted)
        ?.text.trim(),
    );
    expect(marks).toEqual(['SALINAN 2', 'SALINAN 2 (COPY)']);
    expect(printed(documentReceiptPaper, 48).lines.some(({ inverted }) => inverted)).toBe(false);
  });
});

describe('a slip of missing papers on a raw printer', () => {
  it('says what is missing and where to get it', () => {
    const text = printedText(printed(shortfallSlipPaper, 48)).join('\n');
    expect(text).toContain('[ ] Surat keterangan kehilangan dari kepolisian');
    expect(text).toContain('Diperoleh di: Polsek terdekat, SPKT buka 24');
    expect(text).toContain('[ ] Kartu keluarga (KK)');
  });
});

describe('text for code pages nobody knows', () => {
  it.each([
    ['“Surat” – ‘asli’…', '"Surat" - \'asli\'...'],
    ['José Ōe Łukasz', 'Jose Oe Lukasz'],
    ['ﬁle ½ № 3', 'file 1/2 No. 3'],
    ['3273••••0001', '3273****0001'],
    ['a\u00a0b\u2003c\td\ne', 'a b c d e'],
    ['kiri\u202eterbalik\u200b', 'kiriterbalik'],
    ['ꦗꦮ 中 😀', '?? ? ?'],
    ['\u001b@\u001d!\u0000', '@!'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldToAscii(text)).toBe(folded);
  });

  it('prints any text as characters only: no text can become a printer command', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), fc.constantFrom<32 | 48>(32, 48), (text, columns) => {
        const model: PaperModel = {
          ...documentReceiptPaper,
          officeName: text,
          contact: text,
          staffName: text,
          applicant: { name: text, nik: text, phone: text },
          serviceTitle: { id: text, en: text },
          received: [{ id: text, en: text }],
        };
        const paper = printed(model, columns);
        expect(paper.cuts).toBe(1);
        expect(paper.qrCodes).toHaveLength(1);
        for (const { text: line, width } of paper.lines) expect(line.length * width).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

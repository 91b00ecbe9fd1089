import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../shared/domain/complaints/suggestion/find.ts';
import { rootsOf } from '../../../shared/domain/complaints/suggestion/roots.ts';
import { suggest, type Suggestion } from '../../../shared/domain/complaints/suggestion/suggest.ts';
import type { ComplaintClass, ComplaintType, Level } from '../../../shared/domain/complaints/types.ts';

const said = (words: readonly Span[] | undefined) => words?.map(({ text }) => text);

/** What people say at a counter, the type it should be taken for, and a word that must be among the reasons. */
const types: readonly (readonly [text: string, type: ComplaintType, because: string])[] = [
  ['Saya sudah bolak-balik tiga kali, katanya berkas masih kurang terus.', 'administrative', 'bolak-balik'],
  ['Akta kelahiran anak saya belum jadi padahal dijanjikan tiga hari.', 'administrative', 'belum jadi'],
  ['Prosedurnya berbelit-belit, harus fotokopi lagi di luar.', 'administrative', 'berbelit-belit'],
  ['Saya menunggu berjam-jam, antreannya tidak jalan.', 'administrative', 'berjam-jam'],
  ['Nama saya di kartu keluarga salah ketik, minta diperbaiki.', 'administrative', 'salah ketik'],
  ['Persyaratannya berubah-ubah, kemarin tidak diminta surat RT.', 'administrative', 'Persyaratannya'],
  ['Proses pindah datang molor sampai dua minggu.', 'administrative', 'molor'],
  ['The procedure is slow and I am still waiting for my certificate.', 'administrative', 'procedure'],
  ['Antre lama sekali dari pagi, jadwalnya tidak tentu.', 'administrative', 'lama sekali'],
  ['Tidak ada yang kasar, cuma berkas saya hilang.', 'administrative', 'berkas'],
  ['Petugasnya tidak ramah dan menjawab seenaknya.', 'service', 'tidak ramah'],
  ['Saya dicuekin, petugas asyik main HP.', 'service', 'main HP'],
  ['Sudah dua jam di depan loket tetapi tidak dilayani.', 'service', 'tidak dilayani'],
  ['Pegawai kurang ramah, kalau ditanya judes.', 'service', 'kurang ramah'],
  ['WhatsApp pengaduan tidak pernah dijawab.', 'service', 'tidak pernah dijawab'],
  ['Petugas hanya mengobrol, kami didiamkan saja.', 'service', 'didiamkan'],
  ['Penjelasan petugas tidak jelas dan saya dilempar ke loket lain.', 'service', 'tidak jelas'],
  ['Nobody helped me, the officer was unfriendly and ignored me.', 'service', 'unfriendly'],
  ['Laporan saya belum ditanggapi sampai hari ini.', 'service', 'belum ditanggapi'],
  ['Sistemnya error terus, KTP tidak bisa dicetak.', 'technical', 'error'],
  ['Aplikasi tidak bisa dibuka sejak pagi, servernya down.', 'technical', 'Aplikasi'],
  ['Toilet kotor dan AC di ruang tunggu mati.', 'technical', 'Toilet'],
  ['Mesin antrean rusak, nomornya tidak keluar.', 'technical', 'Mesin antrean rusak'],
  ['Tidak bisa unggah dokumen di website, selalu gagal.', 'technical', 'unggah'],
  ['Jaringan offline, saya disuruh pulang.', 'technical', 'offline'],
  ['Tidak ada jalur kursi roda menuju lantai dua.', 'technical', 'kursi roda'],
  ['The website crashed and the printer is broken.', 'technical', 'crashed'],
  ['Mau lapor, AC-nya mati sejak kemarin.', 'technical', 'AC-nya'],
  ['Saya tidak setuju dengan kebijakan zonasi sekolah yang baru.', 'policy', 'kebijakan'],
  ['Kenapa tarif retribusi naik, mana dasar hukumnya?', 'policy', 'retribusi'],
  ['Peraturan daerah ini memberatkan pedagang kecil.', 'policy', 'Peraturan'],
  ['Kuota bantuan dibatasi, menurut saya ketentuannya tidak adil.', 'policy', 'Kuota'],
  ['Denda keterlambatan terlalu mahal.', 'policy', 'Denda'],
  ['This regulation is unfair, the tax is too high.', 'policy', 'regulation'],
  ['Petugas membentak ibu saya di depan orang banyak.', 'ethics', 'membentak'],
  ['Saya dimaki-maki dan dihina oleh pegawai loket tiga.', 'ethics', 'dimaki-maki'],
  ['Ada pungli, diminta uang rokok lima puluh ribu.', 'ethics', 'pungli'],
  ['Kenalan petugas didahulukan, kami yang antre dari pagi dilewati.', 'ethics', 'didahulukan'],
  ['Petugas bicara kasar dan menggebrak meja.', 'ethics', 'kasar'],
  ['Sikapnya tidak sopan kepada orang tua.', 'ethics', 'tidak sopan'],
  ['Ada calo yang bisa lewat orang dalam.', 'ethics', 'calo'],
  ['The officer was rude and yelled at me.', 'ethics', 'rude'],
  ['Petugas tidak hanya kasar, tetapi juga menghina saya.', 'ethics', 'kasar'],
  ['Dia meminta sejumlah uang supaya cepat selesai.', 'ethics', 'meminta sejumlah uang'],
];

const classes: readonly (readonly [text: string, value: ComplaintClass])[] = [
  ['Diminta uang pelicin oleh petugas loket dua.', 'supervised'],
  ['Ada dugaan korupsi dan penyalahgunaan wewenang di bagian itu.', 'supervised'],
  ['Saya usul jam buka loket sampai sore.', 'aspiration'],
  ['Sebaiknya kursi tunggu ditambah.', 'aspiration'],
  ['Saya mau tanya, apa saja syarat membuat akta kematian?', 'informationRequest'],
  ['I would like to know how can I replace my identity card.', 'informationRequest'],
  ['Petugas tidak ramah.', 'ordinary'],
];

const urgencies: readonly (readonly [text: string, value: Level])[] = [
  ['KK harus jadi hari ini, anak saya mau operasi.', 'high'],
  ['Pendaftaran beasiswa jatuh tempo besok.', 'high'],
  ['Sudah tiga kali saya ke sini dan belum juga selesai.', 'medium'],
  ['Ini hanya saran, tidak mendesak.', 'low'],
];

const impacts: readonly (readonly [text: string, value: Level])[] = [
  ['Semua warga satu kelurahan tidak bisa mengurus KTP.', 'high'],
  ['Ratusan orang antre di halaman.', 'high'],
  ['Keluarga dan tetangga saya mengalami hal yang sama.', 'medium'],
  ['Hanya saya sendiri yang terkena.', 'low'],
];

/** Denied or absent: no sign at all. */
const nothing = [
  '',
  '   \n ',
  'Selamat pagi.',
  'Nama: Budi, umur 40',
  'Petugas tidak pernah membentak.',
  'Tidak ada pungli di sana.',
  'Officer was not rude.',
];

describe('what the words of a complaint suggest', () => {
  it.each(types)('type: %s', (text, type, because) => {
    const suggestion = suggest(text);
    expect({ text, type: suggestion.type?.value, words: said(suggestion.type?.words) }).toMatchObject({ text, type });
    expect(said(suggestion.type?.words)).toContain(because);
  });

  it.each(classes)('class: %s', (text, value) => expect(suggest(text).class?.value).toBe(value));
  it.each(urgencies)('urgency: %s', (text, value) => expect(suggest(text).urgency?.value).toBe(value));
  it.each(impacts)('impact: %s', (text, value) => expect(suggest(text).impact?.value).toBe(value));

  it.each(nothing)('nothing: %j', (text) => {
    const { type, tag, class: kind, urgency, legalThreat } = suggest(text);
    expect({ type, tag, kind, urgency, legalThreat }).toEqual({ type: null, tag: null, kind: null, urgency: null, legalThreat: [] });
  });

  it('gives the tag of the type', () => {
    expect(suggest('Sistem error.').tag?.value).toBe('technical');
    expect(suggest('Petugas membentak saya.').tag?.value).toBe('behaviour');
    expect(suggest('Syaratnya berbelit.').tag?.value).toBe('procedural');
  });

  it('hears a legal threat', () => {
    expect(said(suggest('Saya akan membawa pengacara dan menggugat ke pengadilan.').legalThreat)).toEqual([
      'pengacara',
      'menggugat',
      'pengadilan',
    ]);
  });

  it('takes the denial as a part of the reason, but not one of another clause', () => {
    expect(said(suggest('Petugas tidak juga ramah').type?.words)).toEqual(['tidak juga ramah']);
    expect(said(suggest('Saya tidak mau menunggu karena petugas kasar').type?.words)).toContain('kasar');
  });

  it('marks every place of a sign', () => {
    expect(said(suggest('Kasar. Sungguh kasar!').type?.words)).toEqual(['Kasar', 'kasar']);
  });
});

describe('roots', () => {
  const examples: readonly (readonly [word: string, root: string])[] = [
    ['membentaknya', 'bentak'],
    ['menyuap', 'suap'],
    ['pemukulan', 'pukul'],
    ['mengirimkan', 'kirim'],
    ['penolakan', 'tolak'],
    ['dilayani', 'layan'],
    ['persyaratannya', 'syarat'],
    ['keterlambatan', 'lambat'],
    ['dicuekin', 'cuek'],
    ['berulang-ulang', 'ulang'],
    ['ngobrol', 'obrol'],
    ['diperbaikilah', 'baik'],
    ['waiting', 'wait'],
    ['officers', 'officer'],
  ];
  it.each(examples)('%s comes from %s', (word, root) => expect(rootsOf(word)).toContain(root));
});

describe('for any text', () => {
  const sentences = [...types.map(([text]) => text), ...classes.map(([text]) => text), ...urgencies.map(([text]) => text)];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 6 })
    .map((parts) => parts.join(' '));
  const spansOf = ({ legalThreat, ...explained }: Suggestion) => [
    ...Object.values(explained).flatMap((part) => (part === null ? [] : [part.words])),
    legalThreat,
  ];

  it('the explaining words stand in it, in order, without overlaps, and there is at least one', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const suggestion = suggest(typed);
        for (const spans of spansOf(suggestion)) {
          for (const { text: word, start, end } of spans) expect(typed.slice(start, end)).toBe(word);
          for (const [index, { start }] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        }
        for (const part of [suggestion.type, suggestion.class, suggestion.urgency, suggestion.impact]) expect(part?.words).not.toEqual([]);
      }),
    );
  });

  it('capitals and space around it change nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), (typed) => {
        const values = (s: Suggestion) => [s.type?.value, s.class?.value, s.urgency?.value, s.impact?.value];
        expect(values(suggest(`  ${typed.toUpperCase()}\n`))).toEqual(values(suggest(typed)));
      }),
    );
  });

  it('a doubled text suggests the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), (typed) => {
        expect(suggest(`${typed}\n${typed}`).type?.value).toBe(suggest(typed).type?.value);
      }),
    );
  });
});

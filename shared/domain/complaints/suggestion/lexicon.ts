/**
 * The words that are signs of a type, a class, an urgency or an impact (DOMAIN section 4: signs of the five types).
 * Written as roots; `rootsOf` finds them under their affixes. `!ramah`: only when denied. `=sistem`: also when denied.
 * A number is what a sign weighs: 1 hints, 2 says it, 3 leaves little doubt.
 */
import type { ComplaintClass, ComplaintType, Level } from '../types.ts';
import type { Sign } from './find.ts';

type Weighed = Readonly<Partial<Record<1 | 2 | 3, string>>>;

/** Signs as a list with commas, by weight; heavy before light, and of equals long before short, as they are looked for. */
const signs = (lists: Weighed): readonly Sign[] =>
  ([3, 2, 1] as const)
    .flatMap((weight) => (lists[weight] ?? '').split(',').flatMap((sign) => signOf(sign.trim(), weight)))
    .toSorted((a, b) => b.weight - a.weight || b.words.length - a.words.length);

function signOf(written: string, weight: number): readonly Sign[] {
  if (written === '') return [];
  const mark = written.charAt(0);
  const denial = mark === '!' ? 'denied' : mark === '=' ? 'always' : 'plain';
  return [{ words: written.replace(/^[!=]/u, '').split(' '), weight, denial }];
}

/** Administratif: procedure, time, papers. */
const administrative = signs({
  3: 'berbelit, belit, bolak balik, bolak-balik, birokrasi, belum jadi, belum selesai, tidak kunjung selesai, tak kunjung, red tape, paperwork',
  2: `prosedur, syarat, persyaratan, formulir, berkas, dokumen, fotokopi, legalisir, molor, rumit, ruwet, ribet, lambat, telat, terlambat,
    berjam-jam, lama sekali, terlalu lama, antre lama, lama antre, antrean panjang, menunggu lama, salah ketik, salah nama, salah cetak,
    salah tulis, salah data, tanda terima, procedure, form, slow, delay, document, misspell, still waiting, too long`,
  1: `antre, antrean, antri, antrian, tunggu, nunggu, lama, janji, jadwal, proses, tunda, nomor antrean, kartu keluarga, ktp, akta, surat,
    lengkap, urus, hilang, queue, wait, waiting, hour, lost, requirement, certificate`,
});

/** Pelayanan: an unfriendly or unresponsive officer. */
const service = signs({
  3: `!ramah, !layan, !sapa, !senyum, !tanggap, !respons, !respon, !jawab, !hirau, !peduli, !gubris, cuek, acuh, jutek, judes, ketus,
    abai, diamkan, didiamkan, sepelekan, main hp, main handphone, main ponsel, bermain ponsel, lempar sana sini, ping-pong,
    unfriendly, ignore, unresponsive, !friendly, !helpful, !answer, !respond, !serve`,
  2: `!bantu, !jelas, !sigap, obrol, ngobrol, mengobrol, lempar, oper, dioper, malas, santai, tinggal istirahat, loket kosong, !ada petugas,
    !angkat, unhelpful, chatting, nobody answer, !explain`,
  1: 'layan, senyum, sapa, sabar, impatient, lazy',
});

/** Teknis: a system or a facility. */
const technical = signs({
  3: `error, eror, =server, offline, hang, mati listrik, listrik padam, listrik mati, =jaringan, bug, =aplikasi, sistem down, sistem rusak,
    crash, outage, =software, =website, =situs web, =wifi, printer rusak, mesin rusak`,
  2: `=sistem, =komputer, =internet, =online, =sinyal, =mesin antrean, =kios, =printer, =kamera, =ac, =toilet, =lift, =kursi, =listrik,
    =login, =unggah, =upload, =unduh, =otp, =kode verifikasi, loading, lemot, bocor, kotor, pengap, !nyala, !fungsi, padam, system, computer,
    broken, toilet, chair, air conditioner, !work, =ramp, =kursi roda, =ruang tunggu`,
  1: 'rusak, macet, gagal, panas, parkir, gelap, mesin, alat, teknis, fail, hot, dirty',
});

/** Kebijakan: the rules themselves. */
const policy = signs({
  3: `=kebijakan, =peraturan, =perda, =perwali, =undang-undang, =zonasi, =kuota, dasar hukum, aturan baru, aturannya, policy, regulation,
    ordinance`,
  2: '=aturan, =tarif, =retribusi, =denda, =sanksi, =pajak, =iuran, =subsidi, =ketentuan, =larangan, dihapus, dilarang, rule, fee, tax, banned, quota',
  1: '=biaya, !adil, bayar, wajib, mahal, naik, batas usia, unfair, !fair, expensive, price',
});

/** Etika: a rude or partial officer, and what goes with it. */
const ethics = signs({
  3: `bentak, maki, caci, hina, hardik, kasar, !sopan, gebrak, lecehkan, melecehkan, pelecehan, rendahkan, pungli, pungutan liar, suap, sogok,
    gratifikasi, korupsi, minta uang, uang rokok, uang pelicin, uang lelah, amplop, calo, peras, diskriminasi, pilih kasih, pandang bulu,
    orang dalam, nepotisme, main mata, serobot, ancam, rude, insult, shout, yell, bribe, extort, discriminate, favouritism, favoritism, racist,
    swear`,
  2: 'teriak, tuduh, ejek, tertawakan, sindir, remehkan, dahulukan, mendahulukan, didahulukan, kenalan, saudaranya, marah, bohong, mock, partial, cut the queue, jump the queue, lied, angry',
  1: 'tidak adil, curang, nada tinggi, etika, sombong, arogan, arrogant, attitude',
});

/** Where two types weigh the same, the earlier one is suggested: the graver one, then the more specific. */
export const typeSigns: readonly (readonly [ComplaintType, readonly Sign[]])[] = [
  ['ethics', ethics],
  ['technical', technical],
  ['service', service],
  ['policy', policy],
  ['administrative', administrative],
];

/** Classes that words tell; a complaint with a type and none of these is *tidak berkadar pengawasan*. */
export const classSigns: readonly (readonly [Exclude<ComplaintClass, 'ordinary'>, readonly Sign[]])[] = [
  [
    'supervised',
    signs({
      3: `pungli, pungutan liar, suap, sogok, korupsi, gratifikasi, kolusi, nepotisme, salah guna, disalahgunakan, penyalahgunaan, minta uang,
        uang pelicin, uang rokok, peras, calo, amplop, palsu, manipulasi, wewenang, maladministrasi, bribe, corruption, extort, forge,
        abuse of power`,
    }),
  ],
  [
    'aspiration',
    signs({
      3: `usul, saran, aspirasi, sebaiknya, alangkah baiknya, semoga, suggest, suggestion, propose, it would be better`,
      2: 'harap, mohon ditambah, mohon disediakan, mohon dibuka, tolong tambah, tolong sediakan, perlu ditambah, hope, please add',
    }),
  ],
  [
    'informationRequest',
    signs({
      3: 'tanya, bertanya, menanyakan, ingin tahu, mau tahu, minta informasi, mohon informasi, minta penjelasan, mohon penjelasan, ask about, would like to know',
      2: 'bagaimana cara, apa saja syarat, apa syarat, di mana, kapan buka, jam berapa, berapa biaya, how do i, how can i, where can i, what are the requirements',
    }),
  ],
];

/** Urgency: how soon somebody is harmed if nothing happens. */
export const urgencySigns: readonly (readonly [Level, readonly Sign[]])[] = [
  [
    'high',
    signs({
      3: `darurat, mendesak, kritis, bahaya, sekarang juga, hari ini juga, hari ini, besok, lusa, rumah sakit, operasi, opname, igd, meninggal,
        jenazah, pemakaman, berangkat, tenggat, jatuh tempo, batas waktu, terakhir daftar, pingsan, luka, kebakaran, ancam, kekerasan,
        emergency, urgent, today, tomorrow, hospital, surgery, deadline, danger, dying, funeral, flight`,
      2: 'segera, secepatnya, sakit, hamil, melahirkan, bayi, bpjs, bansos, beasiswa, immediately, as soon as possible, pregnant, sick, scholarship',
    }),
  ],
  [
    'medium',
    signs({
      2: `minggu ini, minggu depan, berkali-kali, berulang, sudah tiga kali, tiga kali, empat kali, lima kali, dua kali, berbulan-bulan,
        berminggu-minggu, berhari-hari, sejak bulan, belum juga, sampai sekarang, this week, next week, again and again, several times, for weeks,
        for months`,
      1: 'terlambat, telat, kembali lagi, bolak balik, bolak-balik, still',
    }),
  ],
  [
    'low',
    signs({
      2: 'saran, usul, sekadar, tidak mendesak, tidak terburu, kapan saja, tanya, semoga, lain kali, suggestion, whenever, no hurry, not urgent',
    }),
  ],
];

/** Public impact: how many are concerned. */
export const impactSigns: readonly (readonly [Level, readonly Sign[]])[] = [
  [
    'high',
    signs({
      3: `semua orang, semua warga, seluruh warga, banyak orang, banyak warga, orang banyak, masyarakat, publik, satu kampung, satu desa,
        satu kelurahan, ratusan, puluhan, semua pengunjung, semua loket, semua pemohon, everybody, everyone, hundreds, dozens, all visitors,
        whole village, public`,
      2: 'seluruh, banyak yang, para lansia, penyandang disabilitas, orang-orang, antrean panjang, many people, elderly people, wheelchair users',
    }),
  ],
  [
    'medium',
    signs({
      2: 'keluarga, tetangga, beberapa orang, beberapa warga, kami semua, bertiga, berempat, rombongan, family, neighbours, neighbors, several people',
      1: 'kami, anak-anak, orang tua, ibu saya, bapak saya, we, us, our',
    }),
  ],
  ['low', signs({ 1: 'saya sendiri, hanya saya, pribadi, sendirian, saya, aku, my, only me, myself' })],
];

/** A legal threat: a meeting with the legal section is offered (DOMAIN section 4). */
export const legalSigns: readonly Sign[] = signs({
  3: `pengacara, advokat, somasi, gugat, menggugat, ptun, pengadilan, tuntut, lapor polisi, laporkan ke polisi, jalur hukum, ombudsman, pidana,
    lawyer, sue, court, lawsuit, legal action, attorney`,
});

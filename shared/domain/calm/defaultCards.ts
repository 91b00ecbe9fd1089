import type { CalmCard } from './types.ts';

/** After DOMAIN section 5; phrases from the office's own guidance. An office may word its own. */
export const defaultCards: readonly CalmCard[] = [
  {
    level: 'tense',
    lines: [
      { id: 'Dengarkan sampai selesai', en: 'Listen to the end' },
      { id: 'Sebut perasaannya', en: 'Name the feeling' },
      { id: 'Suara rendah, tempo pelan', en: 'Low voice, slow pace' },
      { id: 'Ulangi inti keluhan', en: 'Repeat the gist' },
      { id: 'Katakan langkah berikutnya', en: 'Say what happens next' },
    ],
    phrases: ['Saya mengerti Bapak/Ibu kecewa.', 'Terima kasih atas masukannya.', 'Mohon waktu sebentar untuk kami proses.'],
    avoid: [
      { id: 'Memotong pembicaraan', en: 'Interrupting' },
      { id: 'Istilah teknis', en: 'Jargon' },
    ],
    actions: ['breathe', 'quietRoom', 'supervisor'],
  },
  {
    level: 'angry',
    lines: [
      { id: 'Satu orang yang berbicara', en: 'One person speaks' },
      { id: 'Kalimat pendek', en: 'Short sentences' },
      { id: 'Tawarkan dua pilihan', en: 'Offer two choices' },
      { id: 'Panggil pengawas lebih awal', en: 'Call the supervisor early' },
    ],
    phrases: ['Kami akan segera menindaklanjuti.', 'Bapak/Ibu mau menunggu di ruang tenang atau dibantu sekarang oleh pengawas?'],
    avoid: [
      { id: 'Membalas emosi dengan emosi', en: 'Answering emotion with emotion' },
      { id: 'Berdebat siapa yang salah', en: 'Arguing whose fault it is' },
    ],
    actions: ['supervisor', 'secondOfficer', 'quietRoom', 'breathe'],
  },
  {
    level: 'threatening',
    lines: [
      { id: 'Jaga jarak, jalan keluar bebas', en: 'Keep distance, a clear exit' },
      { id: 'Sebut batas dan akibatnya', en: 'Name the limit and its consequence' },
      { id: 'Petugas kedua mendampingi', en: 'A second officer stands by' },
      { id: 'Ancaman hukum: Bagian Hukum', en: 'Legal threat: legal section' },
    ],
    phrases: ['Saya ingin membantu. Jika suara tetap tinggi, pelayanan saya hentikan dahulu.', 'Bagian Hukum kami siap bertemu Bapak/Ibu.'],
    avoid: [
      { id: 'Menyentuh atau menghalangi', en: 'Touching or blocking' },
      { id: 'Mengancam balik', en: 'Threatening back' },
    ],
    actions: ['security', 'secondOfficer', 'legal', 'supervisor'],
  },
  {
    level: 'violent',
    lines: [
      { id: 'Tekan panggilan keamanan', en: 'Press the security call' },
      { id: 'Mundur ke tempat aman', en: 'Step back to safety' },
      { id: 'Jauhkan pengunjung lain', en: 'Keep other visitors away' },
      { id: 'Jangan melawan', en: 'Do not fight back' },
    ],
    phrases: [],
    avoid: [{ id: 'Mengejar atau menahan', en: 'Chasing or holding' }],
    actions: ['security', 'secondOfficer'],
  },
  {
    level: 'calmed',
    lines: [
      { id: 'Ucapkan terima kasih sudah tenang', en: 'Thank them for calming down' },
      { id: 'Selesaikan urusannya', en: 'Finish their business' },
      { id: 'Istirahat sejenak', en: 'Take a short break' },
      { id: 'Bicarakan dengan pengawas', en: 'Talk it over with the supervisor' },
      { id: 'Isi laporan kejadian', en: 'Fill in the incident report' },
    ],
    phrases: ['Terima kasih sudah bersabar. Mari kita selesaikan.'],
    avoid: [{ id: 'Mengungkit kembali', en: 'Bringing it up again' }],
    actions: ['breathe', 'supervisor'],
  },
];

import type { PriorityPolicy } from '../domain/office/types.ts';
import type { Language } from '../domain/values.ts';

/** The words on a sheet of the blackout book. The letters are those that are typed afterwards (shared/domain/book/codes.ts). */
export interface BlackoutWords {
  readonly title: string;
  readonly security: string;
  /** What to do without electricity; how to choose whom to call comes behind the first. */
  readonly steps: readonly string[];
  readonly policy: (policy: PriorityPolicy) => string;
  readonly columns: Readonly<
    Record<'number' | 'arrived' | 'service' | 'ground' | 'called' | 'counter' | 'finished' | 'outcome' | 'complaint', string>
  >;
  readonly strip: string;
  readonly grounds: string;
  readonly outcomes: string;
}

const id: BlackoutWords = {
  title: 'Buku Padam',
  security: 'Keadaan darurat, telepon:',
  steps: [
    'Setiap pengunjung satu baris: tulis jam datang dan huruf layanan, sebutkan nomor barisnya. Nomor ini hanya dari kertas, tidak dari komputer.',
    'Tulis jam panggil, loket, jam selesai, dan hasil. Ada pengaduan: tulis Y, catat isinya di kertas lain.',
    'Listrik menyala: buka Buku padam di Loket dan salin baris ini. Simpan kertasnya.',
  ],
  policy(policy) {
    switch (policy.kind) {
      case 'accumulating':
        return `Panggil menurut nomor. Lansia dan prioritas lain lebih dahulu: waktu tunggunya dihitung ${policy.weight} kali, dan yang sudah menunggu ${policy.limitMinutes} menit dipanggil berikutnya.`;
      case 'ratio':
        return `Panggil menurut nomor. Lansia dan prioritas lain: sesudah ${policy.regularPerPriority} pengunjung biasa, satu prioritas.`;
      case 'strict':
        return 'Panggil lansia dan prioritas lain selalu lebih dahulu, lalu yang lain menurut nomor.';
      case 'fifo':
        return 'Panggil semua menurut nomor.';
    }
  },
  columns: {
    number: 'Nomor',
    arrived: 'Datang',
    service: 'Layanan',
    ground: 'Prioritas',
    called: 'Panggil',
    counter: 'Loket',
    finished: 'Selesai',
    outcome: 'Hasil',
    complaint: 'Pengaduan',
  },
  strip: 'Pada setiap baris: datang, layanan, prioritas, panggil, loket, selesai, hasil, pengaduan Y.',
  grounds: 'L lansia · D disabilitas · H ibu hamil · M ibu menyusui · B membawa balita · K korban bencana',
  outcomes: 'S selesai · T tidak hadir saat dipanggil · P pulang sebelum dilayani · B belum selesai',
};

const en: BlackoutWords = {
  title: 'Blackout Book',
  security: 'In an emergency call:',
  steps: [
    'One row for each visitor: write the time of arrival and the letter of the service, and tell the visitor the number of the row. This number is from paper only, never from the computer.',
    'Write the time of the call, the counter, the time of the end and the outcome. A complaint: write Y, and what it is about on another paper.',
    'Electricity is back: open the Blackout book in Loket and copy these rows. Keep the paper.',
  ],
  policy(policy) {
    switch (policy.kind) {
      case 'accumulating':
        return `Call by number. The elderly and others with priority go earlier: their waiting counts ${policy.weight} times, and who has waited ${policy.limitMinutes} minutes is next.`;
      case 'ratio':
        return `Call by number. The elderly and others with priority: after ${policy.regularPerPriority} regular visitors, one with priority.`;
      case 'strict':
        return 'Always call the elderly and others with priority first, then everybody else by number.';
      case 'fifo':
        return 'Call everybody by number.';
    }
  },
  columns: {
    number: 'Number',
    arrived: 'Came',
    service: 'Service',
    ground: 'Priority',
    called: 'Called',
    counter: 'Counter',
    finished: 'Ended',
    outcome: 'Outcome',
    complaint: 'Complaint',
  },
  strip: 'In each row: came, service, priority, called, counter, ended, outcome, complaint Y.',
  grounds: 'L elderly · D disabled · H pregnant · M nursing · B with a toddler · K disaster victim',
  outcomes: 'S finished · T not there when called · P left before being served · B not finished',
};

export const blackoutWords: Readonly<Record<Language, BlackoutWords>> = { id, en };

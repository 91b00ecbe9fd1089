import type { ComplaintForm } from '../../shared/domain/complaints/form.ts';
import { emptyForm } from '../../shared/domain/complaints/form.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const vocabulary =
  'petugas loket antrean blanko habis membentak menunggu berkas hilang syarat berbeda papan sistem lambat jaringan mati kursi roda parkir pungutan surat domisili akta salah tulis nama alamat kartu keluarga pindah datang jadwal tutup jam istirahat telepon tidak dijawab dijanjikan minggu bulan ibu bapak anak lansia kelurahan kecamatan pelayanan formulir fotokopi legalisir pengantar kepala seksi ruang tunggu panas kipas rusak nomor dipanggil dilewati berdiri lama kembali besok senin selasa rabu kamis jumat'.split(
    ' ',
  );
const names = 'Siti Budi Dewi Agus Rina Joko Sri Andi Wati Hendra Ayu Rizal Ningsih Bambang Yanti Fajar'.split(' ');

/** A complaint as an officer writes it down: its words are about 1 KB. */
export function complaintForm(random: () => number, personId: string): ComplaintForm {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const sentence = (count: number) => `${Array.from({ length: count }, () => pick(vocabulary)).join(' ')}.`;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const empty = emptyForm(personId);
  return {
    ...empty,
    listen: { chronology: Array.from({ length: 8 }, () => sentence(11)).join(' '), notes: [], gist: sentence(8) },
    identity: {
      ...empty.identity,
      name: `${pick(names)} ${pick(names)}`,
      nik: `3273${digits(12)}`,
      phone: `0812${digits(8)}`,
      email: `${pick(names).toLowerCase()}${digits(4)}@contoh.example`,
      consent: true,
    },
    description: { ...empty.description, title: sentence(5), place: `Loket ${Math.ceil(random() * 8)}`, settlement: sentence(9) },
    classification: { ...empty.classification, type: 'administrative', class: 'ordinary', urgency: 'medium', impact: 'medium' },
    solution: { ...empty.solution, temporary: sentence(6) },
    confirmation: { ...empty.confirmation, readBack: true },
  };
}

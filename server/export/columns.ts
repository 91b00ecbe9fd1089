/** Columns of an export: the fields of the form of SP4N-LAPOR! (DOMAIN section 4), and what became of the complaint. */
import type {
  ComplaintChannel,
  ComplaintClass,
  ComplaintPriority,
  ComplaintStage,
  ComplaintType,
} from '../../shared/domain/complaints/types.ts';

/** In this order. Times with their zone, `2026-11-20T08:30:00+07:00`; `null`: not known or not there. */
export interface ExportRow {
  readonly nomor: string;
  readonly kantor: string;
  readonly kanal: string;
  readonly diterima_pada: string | null;
  readonly judul: string | null;
  readonly kronologi: string | null;
  readonly tanggal_kejadian: string | null;
  readonly tempat_kejadian: string | null;
  readonly pihak_terkait: string | null;
  readonly unit_tujuan: string | null;
  readonly kategori: string | null;
  readonly jenis: string | null;
  readonly klasifikasi: string;
  readonly prioritas: string;
  readonly kerugian: string | null;
  readonly penyelesaian_diminta: string | null;
  /** The reporter is hidden. */
  readonly anonim: boolean;
  /** The content is hidden from the public; it is not in this file either. */
  readonly rahasia: boolean;
  readonly status: string;
  readonly tenggat_respons_pertama: string | null;
  readonly tenggat_verifikasi: string | null;
  readonly tenggat_jawaban: string | null;
  readonly batas_akhir: string | null;
  readonly ditanggapi_pada: string | null;
  readonly jawaban: string | null;
  readonly selesai_pada: string | null;
  /** Whether what was written is in the file, and why not. */
  readonly keterangan: 'lengkap' | 'rahasia' | 'teks tidak ada' | 'teks tidak dapat dibuka';
}

export const columns = [
  ...['nomor', 'kantor', 'kanal', 'diterima_pada', 'judul', 'kronologi', 'tanggal_kejadian', 'tempat_kejadian', 'pihak_terkait'],
  ...['unit_tujuan', 'kategori', 'jenis', 'klasifikasi', 'prioritas', 'kerugian', 'penyelesaian_diminta', 'anonim', 'rahasia', 'status'],
  ...['tenggat_respons_pertama', 'tenggat_verifikasi', 'tenggat_jawaban', 'batas_akhir', 'ditanggapi_pada', 'jawaban', 'selesai_pada'],
  'keterangan',
] as const satisfies readonly (keyof ExportRow)[];

export const channels: Readonly<Record<ComplaintChannel, string>> = {
  counter: 'Loket',
  phone: 'Telepon',
  letter: 'Surat',
  email: 'Surel',
  socialMedia: 'Media sosial',
  lapor: 'LAPOR!',
};
export const classes: Readonly<Record<ComplaintClass, string>> = {
  informationRequest: 'Permintaan informasi',
  aspiration: 'Aspirasi',
  ordinary: 'Pengaduan tidak berkadar pengawasan',
  supervised: 'Pengaduan berkadar pengawasan',
};
export const types: Readonly<Record<ComplaintType, string>> = {
  administrative: 'Administratif',
  service: 'Pelayanan',
  technical: 'Teknis',
  policy: 'Kebijakan',
  ethics: 'Etika',
};
export const priorities: Readonly<Record<ComplaintPriority, string>> = { urgent: 'Mendesak', medium: 'Sedang', low: 'Rendah' };
export const stages: Readonly<Record<ComplaintStage, string>> = {
  received: 'Diterima',
  verified: 'Diverifikasi',
  assigned: 'Didisposisikan',
  inProgress: 'Ditindaklanjuti',
  answered: 'Ditanggapi',
  closed: 'Selesai',
  waiting: 'Ditunda',
  referred: 'Dirujuk',
  reopened: 'Dibuka kembali',
  merged: 'Digabungkan',
};

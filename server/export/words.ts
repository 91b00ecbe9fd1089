import type { Language } from '../../shared/domain/values.ts';
import type { ExportFormat } from './files.ts';
import type { ExportRefusal } from './exportComplaints.ts';

export interface ExportWords {
  readonly title: string;
  readonly lead: string;
  readonly recorded: string;
  readonly from: string;
  readonly to: string;
  readonly office: string;
  readonly allOffices: string;
  readonly format: string;
  readonly formats: Readonly<Record<ExportFormat, string>>;
  readonly reason: string;
  readonly reasonHint: string;
  readonly submit: string;
  readonly past: string;
  readonly none: string;
  complaints(count: number): string;
  readonly badForm: string;
  refused(refusal: ExportRefusal): string;
}

const number = (language: Language, value: number) => value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');

export const exportWords: Readonly<Record<Language, ExportWords>> = {
  id: {
    title: 'Ekspor pengaduan',
    lead: 'Berkas berisi isian yang diminta SP4N-LAPOR!, satu baris untuk satu pengaduan. Pengaduan rahasia tercantum tanpa isinya.',
    recorded: 'Setiap ekspor dicatat dengan nama Anda dan alasannya, dan catatan itu tidak dapat dihapus.',
    from: 'Diterima dari tanggal',
    to: 'Sampai tanggal',
    office: 'Kantor',
    allOffices: 'Semua kantor',
    format: 'Bentuk berkas',
    formats: { csvSemicolon: 'CSV untuk Excel (titik koma)', csv: 'CSV (koma)', json: 'JSON' },
    reason: 'Alasan',
    reasonHint: 'Sekurang-kurangnya 10 huruf, misalnya: pemindahan ke SP4N-LAPOR! bulan November.',
    submit: 'Ekspor',
    past: 'Ekspor terakhir',
    none: 'Belum ada ekspor.',
    complaints: (count) => `${number('id', count)} pengaduan`,
    badForm: 'Isian tidak lengkap: periksa kedua tanggal.',
    refused(refusal) {
      if (refusal.type === 'reasonMissing') return 'Tulis alasan ekspor, sekurang-kurangnya 10 huruf.';
      if (refusal.type === 'tooMany')
        return `${number('id', refusal.complaints)} pengaduan cocok; satu ekspor memuat paling banyak 5.000. Persempit tanggal atau pilih satu kantor.`;
      return `Batas ekspor hari ini tercapai: masih ${number('id', refusal.left)} pengaduan. Lanjutkan besok, atau persempit tanggal.`;
    },
  },
  en: {
    title: 'Export of complaints',
    lead: 'The file has the fields that SP4N-LAPOR! asks for, one line for each complaint. Confidential complaints are listed without their content.',
    recorded: 'Every export is recorded with your name and the reason, and that record cannot be deleted.',
    from: 'Received from',
    to: 'Until',
    office: 'Office',
    allOffices: 'All offices',
    format: 'Kind of file',
    formats: { csvSemicolon: 'CSV for an Indonesian Excel (semicolons)', csv: 'CSV (commas)', json: 'JSON' },
    reason: 'Reason',
    reasonHint: 'At least 10 characters, for example: entering November into SP4N-LAPOR!.',
    submit: 'Export',
    past: 'Latest exports',
    none: 'No exports yet.',
    complaints: (count) => (count === 1 ? '1 complaint' : `${number('en', count)} complaints`),
    badForm: 'Something is missing: look at the two dates.',
    refused(refusal) {
      if (refusal.type === 'reasonMissing') return 'Write why you export, at least 10 characters.';
      if (refusal.type === 'tooMany')
        return `${number('en', refusal.complaints)} complaints fit; one export holds at most 5,000. Choose a shorter time or one office.`;
      return `Today's limit is reached: ${number('en', refusal.left)} complaints are left. Go on tomorrow, or choose a shorter time.`;
    },
  },
};

import type { Language } from '../domain/values.ts';
import { type BlackoutWords, blackoutWords } from './blackoutWords.ts';

/** The words on papers. They are printed by the host, so they are not among the renderer's texts. */
export interface PaperWords {
  readonly copy: (count: number) => string;
  readonly queueNumber: string;
  readonly priority: string;
  readonly ahead: string;
  readonly people: (count: number) => string;
  readonly nobodyAhead: string;
  readonly estimate: string;
  readonly minutes: (from: number, to: number) => string;
  readonly noEstimate: string;
  /** The service's system is down. */
  readonly disturbed: string;
  readonly promised: string;
  readonly noPromise: string;
  readonly documentReceipt: string;
  readonly registrationNumber: string;
  readonly applicant: string;
  readonly applicantErased: string;
  readonly nik: string;
  readonly phone: string;
  readonly service: string;
  readonly ticket: string;
  readonly receivedPapers: string;
  readonly noPapers: string;
  readonly receivedAt: string;
  readonly readyOn: string;
  readonly officer: string;
  readonly counter: string;
  readonly contact: string;
  readonly keepReceipt: string;
  readonly signatureOfficer: string;
  readonly signatureApplicant: string;
  readonly shortfallSlip: string;
  readonly missingPapers: string;
  readonly whereToGet: string;
  readonly comeBack: string;
  readonly writtenAt: string;
  readonly complaintReceipt: string;
  readonly trackingNumber: string;
  readonly pin: string;
  readonly complainant: string;
  readonly notNamed: string;
  readonly complaintType: string;
  readonly complaintClass: string;
  readonly unit: string;
  readonly summary: string;
  readonly temporary: string;
  readonly referredTo: string;
  readonly mergedInto: string;
  readonly deadlines: string;
  readonly followComplaint: string;
  readonly followAt: (page: string) => string;
  readonly blackout: BlackoutWords;
}

const id: PaperWords = {
  copy: (count) => `SALINAN ${count}`,
  queueNumber: 'Nomor antrean',
  priority: 'PRIORITAS',
  ahead: 'Di depan Anda',
  people: (count) => `${count} orang`,
  nobodyAhead: 'Tidak ada',
  estimate: 'Perkiraan tunggu',
  minutes: (from, to) => (from === to ? `${from} menit` : `${from}–${to} menit`),
  noEstimate: 'Belum dapat diperkirakan',
  disturbed: 'SISTEM SEDANG GANGGUAN',
  promised: 'Dijanjikan',
  noPromise: 'Kami kabari begitu ada kepastian',
  documentReceipt: 'Tanda Terima Berkas',
  registrationNumber: 'Nomor registrasi',
  applicant: 'Pemohon',
  applicantErased: 'Data pemohon telah dihapus',
  nik: 'NIK',
  phone: 'Telepon',
  service: 'Layanan',
  ticket: 'No. antrean',
  receivedPapers: 'Berkas yang diterima',
  noPapers: 'Layanan ini tidak memerlukan berkas.',
  receivedAt: 'Diterima',
  readyOn: 'Selesai pada',
  officer: 'Petugas',
  counter: 'Loket',
  contact: 'Informasi dan pengaduan',
  keepReceipt: 'Simpan tanda terima ini dan bawa saat pengambilan.',
  signatureOfficer: 'Petugas',
  signatureApplicant: 'Pemohon',
  shortfallSlip: 'Slip Kekurangan Berkas',
  missingPapers: 'Berkas yang belum ada',
  whereToGet: 'Diperoleh di',
  comeBack: 'Lengkapi berkas di atas, lalu kembali ke loket dengan slip ini.',
  writtenAt: 'Diperiksa',
  complaintReceipt: 'Tanda Terima Pengaduan',
  trackingNumber: 'Nomor pengaduan',
  pin: 'PIN (rahasiakan)',
  complainant: 'Pengadu',
  notNamed: 'tidak disebut',
  complaintType: 'Jenis',
  complaintClass: 'Klasifikasi',
  unit: 'Ditangani oleh',
  summary: 'Ringkasan pengaduan',
  temporary: 'Solusi sementara',
  referredTo: 'Dirujuk ke',
  mergedInto: 'Digabung dengan',
  deadlines: 'Batas waktu',
  followComplaint: 'Tanyakan perkembangan di loket mana pun dengan nomor dan PIN ini. Kami memberi kabar secara berkala.',
  followAt: (page) => `Lacak di ${page}`,
  blackout: blackoutWords.id,
};

const en: PaperWords = {
  copy: (count) => `SALINAN ${count} (COPY)`,
  queueNumber: 'Queue number',
  priority: 'PRIORITY',
  ahead: 'Ahead of you',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  nobodyAhead: 'Nobody',
  estimate: 'Estimated wait',
  minutes: (from, to) => (from === to ? `${from} min` : `${from}–${to} min`),
  noEstimate: 'Cannot be estimated yet',
  disturbed: 'SYSTEM IS DOWN',
  promised: 'Promised for',
  noPromise: 'We will tell you as soon as we know',
  documentReceipt: 'Document Receipt',
  registrationNumber: 'Registration number',
  applicant: 'Applicant',
  applicantErased: 'The applicant’s data was erased',
  nik: 'NIK',
  phone: 'Phone',
  service: 'Service',
  ticket: 'Queue no.',
  receivedPapers: 'Papers received',
  noPapers: 'This service needs no papers.',
  receivedAt: 'Received',
  readyOn: 'Ready on',
  officer: 'Officer',
  counter: 'Counter',
  contact: 'Questions and complaints',
  keepReceipt: 'Keep this receipt and bring it when you collect the result.',
  signatureOfficer: 'Officer',
  signatureApplicant: 'Applicant',
  shortfallSlip: 'Missing Papers',
  missingPapers: 'Papers still missing',
  whereToGet: 'Available from',
  comeBack: 'Please get the papers above and return to the counter with this slip.',
  writtenAt: 'Checked',
  complaintReceipt: 'Complaint Receipt',
  trackingNumber: 'Tracking number',
  pin: 'PIN (keep it secret)',
  complainant: 'Complainant',
  notNamed: 'not named',
  complaintType: 'Type',
  complaintClass: 'Class',
  unit: 'Handled by',
  summary: 'What was complained about',
  temporary: 'Temporary solution',
  referredTo: 'Referred to',
  mergedInto: 'Merged with',
  deadlines: 'Deadlines',
  followComplaint: 'Ask at any counter with this number and PIN how it stands. We report to you at intervals.',
  followAt: (page) => `Follow it at ${page}`,
  blackout: blackoutWords.en,
};

const words: Readonly<Record<Language, PaperWords>> = { id, en };

export const wordsOf = (language: Language): PaperWords => words[language];

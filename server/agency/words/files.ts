import type { AttachmentType } from '../../../shared/domain/complaints/types.ts';

const kindsId: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'Gambar JPEG',
  'image/png': 'Gambar PNG',
  'image/webp': 'Gambar WebP',
  'application/pdf': 'Dokumen PDF',
};
const kindsEn: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': 'JPEG picture',
  'image/png': 'PNG picture',
  'image/webp': 'WebP picture',
  'application/pdf': 'PDF document',
};

const id = {
  title: 'Lampiran',
  none: 'Tidak ada lampiran.',
  hint: 'Terbuka di tab baru. Setiap pembukaan dicatat dalam jejak.',
  nth: (n: number) => `Lampiran ${n}`,
  kinds: kindsId,
  otherKind: 'Berkas jenis lain',
  arrived: (at: string) => `Diterima ${at}.`,
  arriving: (percent: number) => `Masih dikirim kantor: ${percent}%.`,
  announced: 'Belum sampai dari kantor.',
  afterAssignment: 'Dikirim kantor begitu pengaduan didisposisikan ke sebuah unit.',
  anonymous:
    'Tetap di kantor: pengaduan ini anonim, dan lampiran dapat menunjukkan siapa pengadunya. Bila perlu, tanyakan isinya kepada kantor.',
  erased: 'Sudah dihapus dan tidak kembali.',
  damaged: 'Lampiran rusak',
  damagedText:
    'Isi yang tersimpan di server pusat tidak sama dengan yang dikirim kantor, jadi tidak ditampilkan. Minta berkasnya langsung dari kantor, dan beri tahu administrator.',
  unreadable: 'Lampiran tidak dapat dibuka',
  unreadableText: 'Lampiran ini disegel untuk kunci yang tidak ada pada instansi ini. Minta berkasnya langsung dari kantor.',
  back: 'Kembali ke pengaduan',
};

const en: typeof id = {
  title: 'Attachments',
  none: 'There are no attachments.',
  hint: 'They open in a new tab. Each opening is recorded in the audit.',
  nth: (n: number) => `Attachment ${n}`,
  kinds: kindsEn,
  otherKind: 'File of another kind',
  arrived: (at: string) => `Received ${at}.`,
  arriving: (percent: number) => `The office is still sending it: ${percent}%.`,
  announced: 'It has not arrived from the office yet.',
  afterAssignment: 'The office sends it as soon as the complaint is assigned to a unit.',
  anonymous:
    'It stays at the office: this complaint is anonymous, and an attachment may show who made it. If you need it, ask the office what it says.',
  erased: 'It was erased and does not come back.',
  damaged: 'The attachment is damaged',
  damagedText:
    'What is stored on the central server is not what the office sent, so it is not shown. Ask the office for the file itself, and tell the administrator.',
  unreadable: 'The attachment cannot be opened',
  unreadableText: 'It was sealed for a key that this agency does not have. Ask the office for the file itself.',
  back: 'Back to complaint',
};

export const files = { id, en };

import { html } from '../../../shared/papers/html/escape.ts';

const id = {
  notFound: 'Tidak ditemukan',
  notFoundText: 'Halaman atau datanya tidak ada, atau bukan wewenang Anda.',
  badForm: 'Isian tidak lengkap',
  badFormText: 'Isian tidak dapat dibaca, jadi tidak ada yang disimpan. Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi.',
  forbidden: 'Tidak diizinkan',
  forbiddenBody: html`<h1>Tidak diizinkan</h1>
    <p>Peran Anda tidak boleh melakukan ini, atau halaman ini sudah kedaluwarsa. Tidak ada yang berubah.</p>
    <p>Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi. Bila tetap gagal, hubungi administrator instansi.</p>`,
  failed: 'Terjadi kesalahan',
  failedText: 'Server tidak dapat menyelesaikan permintaan ini. Coba lagi sebentar lagi.',
  navigation: 'Menu',
  offices: 'Kantor',
  complaints: 'Pengaduan',
  announcements: 'Pengumuman',
  services: 'Layanan',
  holidays: 'Hari libur',
  users: 'Pengguna',
  keys: 'Kunci',
  audit: 'Jejak',
  erasure: 'Penghapusan',
  account: 'Akun saya',
  logOut: 'Keluar',
  back: 'Kembali',
  roles: { admin: 'administrator', pejabat: 'pejabat penghubung', pengamat: 'pengamat' },
  allOffices: 'Semua kantor',
  indonesian: 'dalam bahasa Indonesia',
  english: 'dalam bahasa Inggris',
  onlyOnce: 'Ini hanya ditampilkan sekali. Catat sebelum meninggalkan halaman ini.',
};

const en: typeof id = {
  notFound: 'Not found',
  notFoundText: 'There is no such page or thing, or it is not yours to see.',
  badForm: 'Form incomplete',
  badFormText: 'The form could not be read, so nothing was saved. Go back, reload the page and try again.',
  forbidden: 'Not allowed',
  forbiddenBody: html`<h1>Not allowed</h1>
    <p>Your role may not do this, or the page has expired. Nothing has changed.</p>
    <p>Go back, reload the page and try again. If it still fails, ask the administrator of your agency.</p>`,
  failed: 'Something went wrong',
  failedText: 'The server could not complete this request. Try again in a moment.',
  navigation: 'Menu',
  offices: 'Offices',
  complaints: 'Complaints',
  announcements: 'Announcements',
  services: 'Services',
  holidays: 'Holidays',
  users: 'Users',
  keys: 'Keys',
  audit: 'Audit',
  erasure: 'Erasure',
  account: 'My account',
  logOut: 'Log out',
  back: 'Back',
  roles: { admin: 'administrator', pejabat: 'officer', pengamat: 'reader' },
  allOffices: 'All offices',
  indonesian: 'in Indonesian',
  english: 'in English',
  onlyOnce: 'This is shown only once. Write it down before you leave this page.',
};

export const common = { id, en };

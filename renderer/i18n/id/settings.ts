import { settingsBook } from './settingsBook.ts';
import { settingsCalm } from './settingsCalm.ts';
import { settingsComplaints } from './settingsComplaints.ts';
import { settingsOffice } from './settingsOffice.ts';
import { settingsPeople } from './settingsPeople.ts';
import { settingsScreens } from './settingsScreens.ts';
import { settingsSecurity } from './settingsSecurity.ts';
import { settingsServing } from './settingsServing.ts';
import { settingsStations } from './settingsStations.ts';
import { settingsSystem } from './settingsSystem.ts';

/** The frame of the settings: list, forms, words about fields; the pages have files of their own. */
export const settings = {
  ...settingsOffice,
  ...settingsServing,
  ...settingsPeople,
  ...settingsSystem,
  ...settingsStations,
  ...settingsCalm,
  ...settingsComplaints,
  ...settingsScreens,
  ...settingsSecurity,
  ...settingsBook,
  'settings.nav': 'Bagian pengaturan',
  'settings.group.office': 'Kantor',
  'settings.group.queue': 'Antrean',
  'settings.group.people': 'Orang',
  'settings.group.station': 'Stasiun ini',
  'settings.noAccess.title': 'Anda tidak punya akses ke bagian ini',
  'settings.noAccess.text':
    'Bagian ini diatur oleh administrator kantor. Minta administrator mengubahnya, atau pilih bagian lain dari daftar.',

  'settings.form.dirty': 'Ada perubahan yang belum disimpan',
  'settings.form.saved': 'Tersimpan pukul {{time}}',
  'settings.form.discard': 'Buang perubahan',
  'settings.form.inIndonesian': 'Bahasa Indonesia',
  'settings.form.inEnglish': 'Bahasa Inggris',
  'settings.form.less': 'kurangi',
  'settings.form.more': 'tambah',
  'settings.form.showSecret': 'Tampilkan atau sembunyikan isian',
  'settings.unsaved.title': 'Perubahan belum disimpan',
  'settings.unsaved.text': 'Kalau Anda pindah sekarang, yang baru saja diketik akan hilang.',
  'settings.unsaved.stay': 'Tetap di sini',
  'settings.unsaved.leave': 'Buang dan pindah',
  'settings.conflict.title': 'Orang lain baru saja mengubah bagian ini',
  'settings.conflict.text':
    'Isian Anda masih ada di sini. Menyimpan akan mengganti perubahan orang itu. Anda juga dapat memakai yang terbaru lalu mengisi lagi.',
  'settings.conflict.take': 'Pakai yang terbaru',

  'settings.field.required': 'Isi kolom ini.',
  'settings.field.choose': 'Pilih salah satu.',
  'settings.field.chooseOne': 'Pilih paling sedikit satu.',
  'settings.field.number': 'Isi dengan angka.',
  'settings.field.format': 'Isian ini tidak sesuai bentuknya. Periksa lagi.',
  'settings.field.min': 'Paling sedikit {{min}}.',
  'settings.field.max': 'Paling banyak {{max}}.',
  'settings.field.tooShort': 'Paling sedikit {{min}} huruf.',
  'settings.field.tooLong': 'Paling panjang {{max}} huruf.',
  'settings.field.tooMany': 'Paling banyak {{max}} isian.',
  'settings.field.secret': 'PIN paling sedikit 6 angka, atau kata sandi paling sedikit 8 huruf.',

  'settings.secret.new': 'PIN atau kata sandi baru',
  'settings.secret.again': 'Ketik sekali lagi',
  'settings.secret.different': 'Tidak sama dengan isian pertama. Ketik ulang.',
  'settings.secret.empty': 'PIN paling sedikit 6 angka, atau kata sandi paling sedikit 8 huruf.',
  'settings.secret.refused': 'Masih terlalu pendek.',
  'settings.secret.weak': 'Mudah ditebak. Hindari angka berurutan, angka yang sama, tahun, dan kata umum.',
  'settings.secret.fair': 'Cukup. Lebih panjang lebih aman.',
  'settings.secret.good': 'Bagus, sulit ditebak.',

  'settings.unit.minutes': 'menit',
  'settings.unit.minutesAtCounter': 'menit, ditunggu di loket',
  'settings.unit.workingDays': 'hari kerja',
} as const;

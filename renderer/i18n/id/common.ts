export const common = {
  'common.close': 'Tutup',
  'common.cancel': 'Batal',
  'common.save': 'Simpan',
  'common.loading': 'Memuat …',
  'common.retry': 'Coba lagi',
  'common.back': 'Kembali',
  'common.stale': 'Data terakhir {{time}} — sambungan ke host terputus',
  'common.appName': 'Loket',
} as const;

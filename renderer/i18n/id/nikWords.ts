/** What a NIK says and what looks strange about it, wherever one is typed. */
export const nikWords = {
  'counter.nik.length': 'NIK biasanya 16 angka.',
  'counter.nik.digits': 'NIK hanya berisi angka.',
  'counter.nik.region': 'Kode wilayah tidak dikenal.',
  'counter.nik.birthDate': 'Tanggal lahir dalam NIK tidak masuk akal.',
  'counter.nik.sequence': 'Nomor urut di akhir NIK tidak wajar.',
  'counter.nik.warns': 'Peringatan saja; pendaftaran tetap bisa.',
  'counter.nik.reads': 'Lahir {{date}}, {{sex}}',
  'counter.nik.sex.female': 'perempuan',
  'counter.nik.sex.male': 'laki-laki',
  'counter.nik.lansia': 'lansia',
} as const;

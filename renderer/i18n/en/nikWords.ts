import type { nikWords as source } from '../id/nikWords.ts';

export const nikWords: Record<keyof typeof source, string> = {
  'counter.nik.length': 'A NIK usually has 16 digits.',
  'counter.nik.digits': 'A NIK has digits only.',
  'counter.nik.region': 'The region code is not known.',
  'counter.nik.birthDate': 'The birth date in the NIK makes no sense.',
  'counter.nik.sequence': 'The number at the end of the NIK is unusual.',
  'counter.nik.warns': 'A warning only; you can still register.',
  'counter.nik.reads': 'Born {{date}}, {{sex}}',
  'counter.nik.sex.female': 'female',
  'counter.nik.sex.male': 'male',
  'counter.nik.lansia': 'elderly',
};

import type { Holiday } from './types.ts';

const year = 2026;
const day =
  (kind: Holiday['kind']) =>
  (monthDay: string, name: string): Holiday => ({ date: `${year}-${monthDay}`, name, kind });
const national = day('national');
const collective = day('collectiveLeave');

/** Libur nasional and cuti bersama of 2026 as published (DOMAIN section 4), in the order of the year. */
export const holidays2026: readonly Holiday[] = [
  national('01-01', 'Tahun Baru 2026 Masehi'),
  national('01-16', 'Isra Mikraj Nabi Muhammad saw.'),
  collective('02-16', 'Cuti bersama Tahun Baru Imlek'),
  national('02-17', 'Tahun Baru Imlek 2577 Kongzili'),
  collective('03-18', 'Cuti bersama Hari Suci Nyepi'),
  national('03-19', 'Hari Suci Nyepi, Tahun Baru Saka 1948'),
  collective('03-20', 'Cuti bersama Idulfitri'),
  national('03-21', 'Idulfitri 1447 Hijriah'),
  national('03-22', 'Idulfitri 1447 Hijriah, hari kedua'),
  collective('03-23', 'Cuti bersama Idulfitri'),
  collective('03-24', 'Cuti bersama Idulfitri'),
  national('04-03', 'Wafat Yesus Kristus'),
  national('04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
  national('05-01', 'Hari Buruh Internasional'),
  national('05-14', 'Kenaikan Yesus Kristus'),
  collective('05-15', 'Cuti bersama Kenaikan Yesus Kristus'),
  national('05-27', 'Iduladha 1447 Hijriah'),
  collective('05-28', 'Cuti bersama Iduladha'),
  national('05-31', 'Hari Raya Waisak 2570 BE'),
  national('06-01', 'Hari Lahir Pancasila'),
  national('06-16', '1 Muharam, Tahun Baru Islam 1448 Hijriah'),
  national('08-17', 'Proklamasi Kemerdekaan'),
  national('08-25', 'Maulid Nabi Muhammad saw.'),
  collective('12-24', 'Cuti bersama Natal'),
  national('12-25', 'Hari Raya Natal'),
];

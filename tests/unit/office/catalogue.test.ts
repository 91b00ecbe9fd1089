import { describe, expect, test } from 'vitest';
import { draftHolidays } from '../../../electron/host/queries/holidayDraft.ts';
import { holidays2026 } from '../../../shared/domain/office/holidays2026.ts';
import { serviceTemplates } from '../../../shared/domain/office/templates.ts';
import { holiday } from '../../../shared/domain/office/types.ts';
import { contract } from '../../../shared/rpc/contract.ts';

describe('the service templates', () => {
  test('are what the contract promises', () => {
    expect(contract['office.serviceTemplates'].output.parse(serviceTemplates)).toEqual(serviceTemplates);
  });
  test('are the nine of DOMAIN section 2, each with its own prefix and the promised duration, free of charge', () => {
    expect(new Set(serviceTemplates.map(({ prefix }) => prefix)).size).toBe(9);
    expect(serviceTemplates.map(({ title, duration, requirements, fee }) => [title.id, duration.value, requirements.length, fee])).toEqual([
      ['KTP-el hilang', 14, 2, 0],
      ['KTP-el rusak', 14, 2, 0],
      ['KK perubahan data', 15, 2, 0],
      ['Akta kelahiran', 3, 4, 0],
      ['Akta kematian', 14, 5, 0],
      ['Pindah keluar (SKPWNI)', 3, 2, 0],
      ['Pindah datang', 3, 2, 0],
      ['Surat keterangan domisili', 10, 2, 0],
      ['Pendampingan OSS/NIB', 60, 5, 0],
    ]);
  });
});

describe('holidays', () => {
  const dates = (kind: string) => holidays2026.filter((day) => day.kind === kind).map(({ date }) => date.slice(5));

  test('2026 is the list of DOMAIN section 4', () => {
    expect(dates('national')).toEqual(
      '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25'.split(' '),
    );
    expect(dates('collectiveLeave')).toEqual('02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24'.split(' '));
    expect(holidays2026.map((day) => holiday.parse(day))).toEqual(holidays2026);
  });

  test('the draft of a later year has the fixed days, in order, each once', async () => {
    const days = await draftHolidays(2027);
    expect(days.map((day) => holiday.parse(day))).toEqual(days);
    const found = days.map(({ date }) => date);
    expect(found).toEqual(found.toSorted());
    for (const fixed of ['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25']) expect(found).toContain(fixed);
    expect(new Set(days.map(({ date, name }) => `${date} ${name}`)).size).toBe(days.length);
    expect(found.every((date) => date.startsWith('2027-'))).toBe(true);
  });
});

/**
 * What an office decides about its complaints (DOMAIN section 4: the law is changing, so every value is configuration).
 * Defaults after Permenpan 62/2018 and its successor, Perpres 76/2013 for the ceiling; ids of the defaults never change.
 */
import { z } from 'zod';
import { bilingual, id } from '../values.ts';
import { complaintClasses } from './types.ts';

const days = (min: number, max: number) => z.number().int().min(min).max(max);

/** A destination unit or an SP4N category. One that is no longer used is switched off, never removed: history names it. */
export const listEntry = z.strictObject({ id, title: bilingual(120), active: z.boolean() });
export type ListEntry = z.infer<typeof listEntry>;

export const complaintRules = z.strictObject({
  /** Hours of working days until somebody must have answered in any form. */
  firstResponseHours: days(1, 240),
  /** Working days until a complaint is verified or passed on. */
  verifyDays: days(1, 60),
  /** Working days until the answer, by class. */
  classDays: z.strictObject({
    informationRequest: days(1, 250),
    aspiration: days(1, 250),
    ordinary: days(1, 250),
    supervised: days(1, 250),
  }),
  /** Working days after the answer until a complaint without a reply is closed. */
  closeAfterDays: days(1, 250),
  /** Calendar days until it must be settled, whatever happens. */
  ceilingDays: days(1, 365),
  /** Working days between two status reports to the complainant. */
  reportEveryDays: days(1, 60),
  /** Working days before a deadline at which its officer is warned. */
  warnDays: days(0, 30),
  /** Working days after a missed deadline at which the head is told; the supervisor is told at once. */
  headAfterDays: days(0, 60),
  /** Deadlines that stand still while the complainant is waited for. */
  pauses: z.strictObject({ verify: z.boolean(), answer: z.boolean(), ceiling: z.boolean() }),
  /** Head of the office, told last; null: nobody is named, administrators see it. */
  headStaffId: id.nullable(),
  categories: z.array(listEntry).max(100),
  units: z.array(listEntry).max(100),
});
export type ComplaintRules = z.infer<typeof complaintRules>;

const entry = (number: number, indonesian: string, english: string): ListEntry => ({
  id: `0199c0de-0000-7000-8000-${String(number).padStart(12, '0')}`,
  title: { id: indonesian, en: english },
  active: true,
});

export const defaultComplaintRules: ComplaintRules = {
  firstResponseHours: 24,
  verifyDays: 3,
  classDays: { informationRequest: 5, aspiration: 5, ordinary: 14, supervised: 60 },
  closeAfterDays: 10,
  ceilingDays: 60,
  reportEveryDays: 7,
  warnDays: 1,
  headAfterDays: 2,
  pauses: { verify: true, answer: true, ceiling: false },
  headStaffId: null,
  categories: [
    entry(101, 'Administrasi kependudukan', 'Civil registration'),
    entry(102, 'Perizinan dan investasi', 'Licensing and investment'),
    entry(103, 'Kesehatan', 'Health'),
    entry(104, 'Pendidikan', 'Education'),
    entry(105, 'Bantuan sosial', 'Social assistance'),
    entry(106, 'Infrastruktur dan fasilitas', 'Infrastructure and facilities'),
    entry(107, 'Perilaku aparatur', 'Conduct of officials'),
    entry(108, 'Lainnya', 'Other'),
  ],
  units: [
    entry(201, 'Pelayanan loket', 'Counter services'),
    entry(202, 'Seksi teknologi informasi', 'Information technology section'),
    entry(203, 'Kepegawaian', 'Personnel'),
    entry(204, 'Bagian Hukum', 'Legal section'),
    entry(205, 'Umum dan sarana', 'General affairs and facilities'),
  ],
};

/** Working days that the answer of a class may take. */
export const answerDays = (rules: ComplaintRules, of: (typeof complaintClasses)[number]): number => rules.classDays[of];

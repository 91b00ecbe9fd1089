import { z } from 'zod';
import { complaintClasses } from '../../../shared/domain/complaints/types.ts';
import { skmElements } from '../../../shared/domain/satisfaction/skm.ts';

/** `null`: too few to be published, or nothing to measure. */
const count = z.number().int().min(0).nullable();
const percent = z.number().min(0).max(100).nullable();
const mean = z.number().nullable();

/** What is published of a month (DOMAIN section 6): sums alone, small counts taken out. */
export const monthFigures = z.strictObject({
  /** Complaints that were received in the month. */
  received: count,
  byClass: z.strictObject(
    Object.fromEntries(complaintClasses.map((one) => [one, count])) as Record<(typeof complaintClasses)[number], typeof count>,
  ),
  /** Of those whose answer was given or was due: answered by the deadline. */
  answeredInTimePercent: percent,
  /** Working days until the first response in any form. */
  meanResponseWorkingDays: mean,
  /** Closed, of those that were neither referred to another office nor merged. */
  resolvedPercent: percent,
  /** Ratings that were given in the month. */
  ratings: z.strictObject({
    respondents: count,
    /** 1–5 */
    meanScore: mean,
    /** Score 4 or 5. */
    satisfiedPercent: percent,
    /** Permenpan 14/2017: 25–100, and its grade. */
    ikm: mean,
    grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
    /** Mean of each element, 1–4. */
    nrr: z.strictObject(Object.fromEntries(skmElements.map((one) => [one, mean])) as Record<(typeof skmElements)[number], typeof mean>),
  }),
});
export type MonthFigures = z.infer<typeof monthFigures>;

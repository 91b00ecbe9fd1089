/** The figures of a month, from rows that the database already summed up. */
import { type ComplaintClass, complaintClasses } from '../../../shared/domain/complaints/types.ts';
import { elementResults, ikmGrade, ikmOf, type SkmAnswers, skmElements } from '../../../shared/domain/satisfaction/skm.ts';
import { workingDaysBetween } from '../../../shared/domain/time/workingTime.ts';
import type { MonthFigures } from './figures.ts';
import { ifEnough, protectedParts } from './protect.ts';

/** Complaints that were received and first responded to on the same days and stand alike. */
export interface ComplaintGroup {
  readonly class: ComplaintClass;
  /** Referred and merged ones are settled elsewhere. */
  readonly fate: 'closed' | 'elsewhere' | 'open';
  /** `null`: not answered, and not due yet. */
  readonly answeredInTime: boolean | null;
  /** Dates of the office's zone; `respondedOn` null: nobody responded yet. */
  readonly receivedOn: string;
  readonly respondedOn: string | null;
  readonly count: number;
}

export interface RatingGroup {
  readonly score: number;
  readonly skm: SkmAnswers | null;
}

export function figuresOf(groups: readonly ComplaintGroup[], ratings: readonly RatingGroup[], holidays: ReadonlySet<string>): MonthFigures {
  const sum = (some: readonly ComplaintGroup[]) => some.reduce((total, { count }) => total + count, 0);
  const classes = Object.fromEntries(complaintClasses.map((one) => [one, sum(groups.filter((group) => group.class === one))]));
  const { total, parts } = protectedParts(classes as Record<ComplaintClass, number>);
  const judged = groups.filter(({ answeredInTime }) => answeredInTime !== null);
  const ours = groups.filter(({ fate }) => fate !== 'elsewhere');
  const responded = groups.filter(({ respondedOn }) => respondedOn !== null);
  const days = responded.reduce(
    (all, { receivedOn, respondedOn, count }) => all + workingDaysBetween(receivedOn, respondedOn ?? receivedOn, holidays) * count,
    0,
  );
  return {
    received: total,
    byClass: parts,
    answeredInTimePercent: share(sum(judged.filter(({ answeredInTime }) => answeredInTime)), sum(judged)),
    meanResponseWorkingDays: ifEnough(sum(responded), rounded(days / sum(responded), 1)),
    resolvedPercent: share(sum(ours.filter(({ fate }) => fate === 'closed')), sum(ours)),
    ratings: ratingFigures(ratings),
  };
}

function ratingFigures(ratings: readonly RatingGroup[]): MonthFigures['ratings'] {
  const respondents = ratings.length;
  const results = elementResults(ratings.flatMap(({ skm }) => (skm === null ? [] : [skm])));
  // One element with few answers would tell theirs.
  const ikm = ifEnough(Math.min(...results.map(({ answered }) => answered)), ikmOf(results));
  return {
    respondents: respondents === 0 ? 0 : ifEnough(respondents, respondents),
    meanScore: ifEnough(respondents, rounded(ratings.reduce((sum, { score }) => sum + score, 0) / respondents, 2)),
    satisfiedPercent: share(ratings.filter(({ score }) => score >= 4).length, respondents),
    ikm,
    grade: ikm === null ? null : ikmGrade(ikm),
    nrr: Object.fromEntries(
      skmElements.map((element, at) => {
        const { answered, nrr } = results[at] ?? { answered: 0, nrr: null };
        return [element, ifEnough(answered, nrr === null ? null : rounded(nrr, 2))];
      }),
    ) as MonthFigures['ratings']['nrr'],
  };
}

const share = (part: number, of: number): number | null => ifEnough(of, Math.round((part / of) * 100));
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * Survei Kepuasan Masyarakat (Permenpan 14/2017): nine elements, each answered 1–4. NRR is an element's mean over those who
 * answered it (blank is not 0); IKM = Σ(NRR × 1/9) × 25.
 */
export const skmElements = [
  'requirements',
  'procedure',
  'time',
  'fee',
  'product',
  'competence',
  'behaviour',
  'complaints',
  'facilities',
] as const;
export type SkmElement = (typeof skmElements)[number];

/** Nine answers 1–4 in the order of the elements; `null`: blank. */
export type SkmAnswers = readonly (number | null)[];

export type IkmGrade = 'A' | 'B' | 'C' | 'D';

/** How often an element was answered, and the mean of that, 1–4; `null`: never. */
export interface ElementResult {
  readonly answered: number;
  readonly nrr: number | null;
}

export function elementResults(answers: readonly SkmAnswers[]): readonly ElementResult[] {
  return skmElements.map((_, at) => {
    const given = answers.flatMap((one) => one[at] ?? []);
    return { answered: given.length, nrr: given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0) / given.length };
  });
}

/** 25–100 with two decimals, as it is published; `null` while an element was never answered. */
export function ikmOf(results: readonly ElementResult[]): number | null {
  const means = results.flatMap(({ nrr }) => nrr ?? []);
  if (means.length !== skmElements.length) return null;
  const ikm = means.reduce((sum, nrr) => sum + nrr / skmElements.length, 0) * 25;
  return Math.round(ikm * 100) / 100;
}

/** A 88.31–100, B 76.61–88.30, C 65.00–76.60, D below. */
export function ikmGrade(ikm: number): IkmGrade {
  if (ikm >= 88.31) return 'A';
  if (ikm >= 76.61) return 'B';
  return ikm >= 65 ? 'C' : 'D';
}

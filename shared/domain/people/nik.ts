/**
 * The NIK (DOMAIN section 4): 16 digits = region 6, birth date DDMMYY with 40 added to the day for women, sequence 4.
 * There is no check digit, so a mismatch warns and never blocks.
 */
export type NikWarning = 'length' | 'digits' | 'region' | 'birthDate' | 'sequence';

export interface NikReading {
  readonly warnings: readonly NikWarning[];
  readonly sex: 'female' | 'male' | null;
  /** `YYYY-MM-DD`; `null` when there is none or its century is not certain. */
  readonly birthDate: string | null;
  /** 60 years or older today (PP 43/2004 art. 1); never said of an uncertain date. */
  readonly lansia: boolean;
}

const nothing = { sex: null, birthDate: null, lansia: false } as const;
const lansiaFromAge = 60;
/** Nobody older than this stands at a counter; used only to decide the century. */
const oldestAge = 110;

/**
 * Reads a NIK as typed; spaces, dots and dashes between the digits are passed over.
 * @param today the office's date, `YYYY-MM-DD`.
 */
export function checkNik(typed: string, today: string): NikReading {
  const nik = typed.replaceAll(/[\s.-]/gu, '');
  if (nik === '') return { warnings: [], ...nothing };
  if (!/^\d*$/u.test(nik)) return { warnings: ['digits'], ...nothing };
  if (nik.length !== 16) return { warnings: ['length'], ...nothing };
  const warnings: NikWarning[] = [];
  if (!isRegion(nik.slice(0, 6))) warnings.push('region');
  if (nik.endsWith('0000')) warnings.push('sequence');
  const day = Number(nik.slice(6, 8));
  const sex = day > 40 ? 'female' : 'male';
  const candidates = birthDates(day > 40 ? day - 40 : day, Number(nik.slice(8, 10)), Number(nik.slice(10, 12)), today);
  if (candidates.length === 0) return { warnings: [...warnings, 'birthDate'], ...nothing };
  return { warnings, sex, ...age(candidates, today) };
}

/** Provinces have codes from 11 (Aceh) to 97; regency and district are never 00. The list grows, so ranges only. */
function isRegion(code: string): boolean {
  const province = Number(code.slice(0, 2));
  return province >= 11 && province <= 97 && code.slice(2, 4) !== '00' && code.slice(4, 6) !== '00';
}

/** The real dates in the past that DDMMYY can mean, the earlier century first. */
function birthDates(day: number, month: number, year: number, today: string): readonly string[] {
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  return [century - 100 + year, century + year]
    .map((full) => dateOf(full, month, day))
    .filter((date) => date !== null)
    .filter((date) => date <= today && ageOn(date, today) <= oldestAge);
}

/**
 * `YY` fits two centuries; one of them is nearly always in the future or too long ago. When both are possible (a child
 * or somebody past a hundred), the date stays open and nothing is claimed.
 */
function age([first, second]: readonly string[], today: string): Pick<NikReading, 'birthDate' | 'lansia'> {
  if (first === undefined || second !== undefined) return { birthDate: null, lansia: false };
  return { birthDate: first, lansia: ageOn(first, today) >= lansiaFromAge };
}

function dateOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const two = (value: number) => String(value).padStart(2, '0');

/** Whole years between two dates `YYYY-MM-DD`. */
function ageOn(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

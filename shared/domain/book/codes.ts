/** The letters that are written on paper and typed afterwards, the same in both languages; the sheet explains them. */
import type { PriorityGround } from '../queue/types.ts';
import type { PaperOutcome } from './types.ts';

export const groundCodes: Readonly<Record<PriorityGround, string>> = {
  lansia: 'L',
  disabilitas: 'D',
  ibuHamil: 'H',
  ibuMenyusui: 'M',
  membawaBalita: 'B',
  korbanBencana: 'K',
};

/** Selesai, Tidak hadir, Pulang, Belum selesai. */
export const outcomeCodes: Readonly<Record<PaperOutcome, string>> = { finished: 'S', noShow: 'T', left: 'P', unfinished: 'B' };

/** What a letter stands for; null: for nothing. */
export function meaningOf<Value extends string>(codes: Readonly<Record<Value, string>>, typed: string): Value | null {
  const code = typed.trim().toUpperCase();
  const entries = Object.entries(codes) as [Value, string][];
  return entries.find(([, known]) => known === code)?.[0] ?? null;
}

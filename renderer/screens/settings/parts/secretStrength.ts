import { newSecret } from '../../../../shared/rpc/methods/access.ts';

/** How good a PIN or password is: `refused` ones the contract does not take, `weak` ones are easily guessed. */
export type SecretStrength = 'empty' | 'refused' | 'weak' | 'fair' | 'good';

/** Judges what was typed by what people at a counter choose: rows of digits, one digit repeated, years, common words. */
export function secretStrength(text: string): SecretStrength {
  if (text === '') return 'empty';
  if (!newSecret.safeParse(text).success) return 'refused';
  if (isEasy(text)) return 'weak';
  if (/^\d+$/u.test(text)) return text.length >= 8 ? 'good' : 'fair';
  return text.length >= 12 ? 'good' : 'fair';
}

function isEasy(text: string): boolean {
  const lower = text.toLowerCase();
  const different = new Set(lower).size;
  if (different <= Math.max(2, Math.floor(text.length / 4))) return true;
  if ('01234567890123456789'.includes(lower) || '98765432109876543210'.includes(lower)) return true;
  if (/^\d*(19|20)\d{2}$/u.test(lower) && lower.length <= 8) return true;
  return ['password', 'katasandi', 'rahasia', 'admin', 'loket', 'qwerty', 'asdfgh', 'indonesia', 'pelayanan', 'bismillah'].some(
    (word) => lower.replaceAll(/[^a-z]/gu, '').startsWith(word) && lower.length < word.length + 5,
  );
}

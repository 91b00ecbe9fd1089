/**
 * What is typed is cleaned as it is typed, so that a draft can always be saved: the vault takes no control characters, a
 * NIK of digits only, and a telephone number as the contract has it.
 */

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/gu;

/** Several lines of free text: pasted tabs become spaces, other control characters go. */
export const cleanText = (typed: string): string => typed.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(controls, '');

/** One line of free text. */
export const cleanLine = (typed: string): string => cleanText(typed).replaceAll('\n', ' ');

/** Digits; a NIK is often read out and typed in groups. */
export const cleanNik = (typed: string): string => typed.replaceAll(/\D/gu, '').slice(0, 20);

/** Digits with spaces and dashes, a plus only in front. */
export function cleanPhone(typed: string): string {
  const kept = typed.replaceAll(/[^\d\s+-]/gu, '').replaceAll(/\s/gu, ' ');
  return kept
    .replace(/^[\s-]+/u, '')
    .replaceAll(/(?!^)\+/gu, '')
    .slice(0, 25);
}

/** How many digits a telephone number has; a look-up begins when it can be a whole one. */
export const phoneDigits = (phone: string): number => phone.replaceAll(/\D/gu, '').length;

import { searchedNumberEnd } from '../../shared/domain/documents/number.ts';

/**
 * The number on a receipt as it was typed, in the form in which it is stored: `p 2026 123` → `P-2026-000123`. What is no such
 * number stays as it was typed, in capitals, and is found nowhere. At most 40 characters.
 */
export function numberTyped(typed: string): string {
  const plain = searchedNumberEnd(typed)
    .replaceAll(/[\s–—]+/gu, '-')
    .slice(0, 40);
  const [, letters, year, sequence] = /^([PB][A-Z]{0,2})-*(20\d\d)-*0*(\d{1,9})$/u.exec(plain) ?? [];
  return letters === undefined || year === undefined || sequence === undefined ? plain : `${letters}-${year}-${sequence.padStart(6, '0')}`;
}

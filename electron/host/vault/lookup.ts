/** What a person can be found by. */
export type LookupField = 'nik' | 'phone';

/**
 * The form in which a NIK or phone is compared: digits only, and Indonesia's `+62`/`62` as the domestic `0`, so that
 * "+62 812-3456-7890" and "081234567890" are one number. `null` when nothing is left.
 */
export function normalisedLookup(field: LookupField, value: string): string | null {
  const digits = value.replaceAll(/\D/gu, '');
  if (digits === '') return null;
  return field === 'phone' ? digits.replace(/^(?:00)?62(?=8)/u, '0') : digits;
}

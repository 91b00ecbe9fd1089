import type { TFunction } from 'i18next';
import type { WaitEstimate } from '../../../shared/domain/queue/types.ts';

/** "10–20 menit", "± 5 menit", "segera dilayani"; `null` when no counter is open and nothing can be promised. */
export function estimateWords(estimate: WaitEstimate, t: TFunction): string | null {
  if (estimate === null) return null;
  const { fromMinutes: from, toMinutes: to } = estimate;
  if (to <= 1) return t('kiosk.estimate.soon');
  return from === to || from === 0 ? t('kiosk.estimate.about', { to }) : t('kiosk.estimate.range', { from, to });
}

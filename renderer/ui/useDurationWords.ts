import { useTranslation } from 'react-i18next';
import { wholeMinutes } from './format.ts';

/** A span in words: `9 menit`, `1 jam`, `1 jam 5 menit`, `kurang dari 1 menit`. */
export function useDurationWords(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    const minutes = wholeMinutes(ms);
    if (minutes === 0) return t('common.lessThanMinute');
    if (minutes < 60) return t('common.minutes', { n: minutes });
    const [h, m] = [Math.floor(minutes / 60), minutes % 60];
    return m === 0 ? t('common.hours', { h }) : t('common.hoursMinutes', { h, m });
  };
}

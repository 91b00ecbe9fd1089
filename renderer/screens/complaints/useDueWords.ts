import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '../../../shared/rpc/methods/complaintViews.ts';
import { birthDateWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';

/** A deadline as a date with what it means: "11 Desember 2026 · 3 hari kerja lagi". */
export function useDueWords(): (due: DeadlineView) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ dueOn, state, workingDaysLeft: left }) => {
    const date = birthDateWords(dueOn, language);
    if (state === 'met' || state === 'missed' || state === 'paused') return `${date} · ${t(`complaintDue.${state}`)}`;
    if (state === 'overdue')
      return `${date} · ${t(left === 0 ? 'complaintDue.overdueToday' : 'complaintDue.overdue', { n: Math.abs(left) })}`;
    return `${date} · ${t(left === 0 ? 'complaintDue.today' : 'complaintDue.left', { n: left })}`;
  };
}

import { useTranslation } from 'react-i18next';
import { priorityOf } from '../../../../../shared/domain/complaints/priority.ts';
import type { Level } from '../../../../../shared/domain/complaints/types.ts';
import classes from './PriorityChip.module.css';

/** What urgency and impact make together. */
export function PriorityChip({ urgency, impact }: { urgency: Level | null; impact: Level | null }) {
  const { t } = useTranslation();
  const priority = urgency === null || impact === null ? null : priorityOf(urgency, impact);
  return (
    <output className={classes.priority} data-priority={priority ?? 'unknown'}>
      <span className={classes.label}>{t('complaintField.priority')}</span>
      <span className={classes.value}>{priority === null ? t('complaintField.priority.unknown') : t(`complaintPriority.${priority}`)}</span>
    </output>
  );
}

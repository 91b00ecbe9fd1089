import { IconAlertTriangle, IconArrowBigUpLines, IconClock, IconEyeOff, IconPlayerPause } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintRow } from '../../../../shared/rpc/methods/complaintViews.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useDueWords } from '../useDueWords.ts';
import classes from './List.module.css';

/** One complaint of the list: what it is, where it stands, until when; colour never says anything alone. */
export function ListRow({ row, isSelected, onFocus }: { row: ComplaintRow; isSelected: boolean; onFocus: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dueWords = useDueWords();
  const { due } = row;
  return (
    <li>
      <Link
        to={`/pengaduan/${row.complaintId}`}
        data-row
        tabIndex={isSelected ? 0 : -1}
        className={classes.row}
        data-priority={row.priority}
        onFocus={onFocus}
      >
        <span className={classes.number}>{row.number}</span>
        <span className={classes.subject}>
          <span className={classes.title}>
            {row.title ?? (
              <>
                <IconEyeOff size={18} aria-hidden /> {t('complaintList.hidden')}
              </>
            )}
          </span>
          <span className={classes.quiet}>
            {[row.complainant ?? missingName(row, t), row.unit?.[language], row.assigneeName]
              .filter((part) => part != null && part !== '')
              .join(' · ')}
          </span>
        </span>
        <span className={classes.chips}>
          <span className={classes.chip} data-priority={row.priority}>
            {row.priority === 'urgent' && <IconAlertTriangle size={16} aria-hidden />} {t(`complaintPriority.${row.priority}`)}
          </span>
          <span className={classes.chip}>
            {row.stage === 'waiting' && <IconPlayerPause size={16} aria-hidden />} {t(`complaintStage.${row.stage}`)}
          </span>
          {(row.escalation === 'supervisor' || row.escalation === 'head') && (
            <span className={classes.chip} data-escalated>
              <IconArrowBigUpLines size={16} aria-hidden /> {t(`complaintList.escalation.${row.escalation}`)}
            </span>
          )}
        </span>
        <span className={classes.due} data-state={due?.state ?? 'none'}>
          {due === null ? (
            t('complaintList.noDue')
          ) : (
            <>
              <IconClock size={16} aria-hidden /> {dueWords(due)}
              <br />
              <span className={classes.quiet}>{t(`complaintDeadline.${due.kind}`)}</span>
            </>
          )}
        </span>
      </Link>
    </li>
  );
}

/** Of a confidential one "Rahasia" stands in place of the title; that there is no name would be untrue. */
function missingName({ anonymous, confidential, mine }: ComplaintRow, t: TFunction): string | null {
  if (confidential && !mine) return null;
  return t(anonymous ? 'complaintList.anonymous' : 'complaintList.noName');
}

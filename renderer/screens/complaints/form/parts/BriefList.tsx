import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintBrief } from '../../../../../shared/rpc/methods/complaintViews.ts';
import { useHostQuery } from '../../../../api/useHostQuery.ts';
import { momentWords } from '../../../../ui/format.ts';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import classes from './BriefList.module.css';

interface Props {
  readonly complaints: readonly ComplaintBrief[];
  /** Buttons of a complaint. */
  readonly actions?: (complaint: ComplaintBrief) => ReactNode;
}

/** Complaints as short as a line: number, title, stage, when. What this person may not read is not shown. */
export function BriefList({ complaints, actions }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  return (
    <ul className={classes.list}>
      {complaints.map((complaint) => {
        const { complaintId, number, title, stage, receivedAt, unit } = complaint;
        return (
          <li key={complaintId} className={classes.item}>
            <p className={classes.head}>
              <span className={classes.number}>{number}</span> <span className={classes.stage}>{t(`complaintStage.${stage}`)}</span>
            </p>
            <p className={title === null ? classes.quiet : undefined}>{title ?? t('complaintField.known.hidden')}</p>
            <p className={classes.quiet}>
              {momentWords(receivedAt, language, zone)}
              {unit !== null && `, ${unit[language]}`}
            </p>
            {actions !== undefined && <div className={classes.actions}>{actions(complaint)}</div>}
          </li>
        );
      })}
    </ul>
  );
}

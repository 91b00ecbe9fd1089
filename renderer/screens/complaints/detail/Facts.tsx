import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintView } from '../../../../shared/rpc/methods/complaintViews.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useDueWords } from '../useDueWords.ts';
import classes from './Detail.module.css';

/** Deadlines as dates, classification, who has it, what it is connected with. */
export function Facts({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dueWords = useDueWords();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const { deadlines, related } = complaint;
  const facts = [
    ['complaintList.type', complaint.type === null ? null : t(`complaintType.${complaint.type}`)],
    ['complaintDetail.tag', complaint.tag === null ? null : t(`complaintTag.${complaint.tag}`)],
    ['complaintList.class', t(`complaintClass.${complaint.class}`)],
    ['complaintList.category', complaint.category?.[language] ?? null],
    ['complaintList.unit', complaint.unit?.[language] ?? null],
    ['complaintDetail.assignee', complaint.assigneeName],
    ['complaintDetail.service', complaint.serviceTitle?.[language] ?? null],
    ['complaintDetail.channel', t(`complaintChannel.${complaint.channel}`)],
    ['complaintDetail.receivedBy', `${complaint.receivedBy}, ${momentWords(complaint.receivedAt, language, zone)}`],
  ] as const;
  return (
    <>
      <section className={classes.panel} aria-label={t('complaintDetail.deadlines')}>
        <h2>{t('complaintDetail.deadlines')}</h2>
        <dl className={classes.facts}>
          {deadlines.map((due) => (
            <div key={due.kind} data-state={due.state}>
              <dt>{t(`complaintDeadline.${due.kind}`)}</dt>
              <dd>{dueWords(due)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={classes.panel} aria-label={t('complaintDetail.facts')}>
        <h2>{t('complaintDetail.facts')}</h2>
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== null && value !== '')
            .map(([label, value]) => (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </section>
      {related.length > 0 && (
        <section className={classes.panel} aria-label={t('complaintDetail.related')}>
          <h2>{t('complaintDetail.related')}</h2>
          <ul className={classes.related}>
            {related.map(({ complaintId, number, relation }) => (
              <li key={complaintId}>
                <Link to={`/pengaduan/${complaintId}`}>{number}</Link> {t(`complaintDetail.related.${relation}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

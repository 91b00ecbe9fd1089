import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TimelineEntry } from '../../../../shared/rpc/methods/complaintViews.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './Detail.module.css';

/** What happened, the newest first: who did it, when, and what was written. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const details = (entry: TimelineEntry) =>
    [
      entry.unit?.[language],
      entry.assigneeName,
      entry.channel === null ? null : t(`complaintReports.channel.${entry.channel}`),
      entry.outcome === null ? null : t(`complaintAction.outcome.${entry.outcome}`),
      entry.deadline === null ? null : t(`complaintDeadline.${entry.deadline}`),
      entry.score === null ? null : t('complaintDetail.score', { n: entry.score }),
      entry.level === null ? null : t(`complaintList.escalation.${entry.level}`),
    ]
      .filter((part) => part != null && part !== '')
      .join(' · ');
  const who = ({ by, staffName }: TimelineEntry) => {
    switch (by) {
      case 'staff':
        return staffName;
      case 'unit':
      case 'complainant':
        return t(`complaintDetail.by.${by}`);
      case 'program':
        return t('complaintDetail.system');
    }
  };
  return (
    <section className={classes.panel} aria-label={t('complaintDetail.timeline')}>
      <h2>{t('complaintDetail.timeline')}</h2>
      <ol className={classes.timeline}>
        {entries.toReversed().map((entry) => (
          <li key={entry.eventId}>
            <p>
              <strong>{t(`complaintTimeline.${entry.kind}`)}</strong> {details(entry)}
              {entry.otherId !== null && <Link to={`/pengaduan/${entry.otherId}`}>{entry.otherNumber}</Link>}
            </p>
            {entry.text !== null && <p className={classes.said}>{entry.text}</p>}
            <p className={classes.quiet}>
              {momentWords(entry.at, language, zone)} · {who(entry)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

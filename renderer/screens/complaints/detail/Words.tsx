import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../../../shared/rpc/methods/complaintViews.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { birthDateWords, timeWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './Detail.module.css';

/** What the complainant told and what was offered to her; empty parts are left out. */
export function Words({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const { content, complainant, confidential, mine, promisedOn } = complaint;
  const date = (value: string | null) => (value === null ? '' : birthDateWords(value, language));
  if (content === null) {
    return <p className={classes.banner}>{t(confidential && !mine ? 'complaintDetail.hidden' : 'complaintDetail.erased')}</p>;
  }
  const told = [
    ['chronology', content.chronology],
    ['gist', content.gist],
    ['what', content.what],
    ['occurredOn', date(content.occurredOn)],
    ['place', content.place],
    ['who', content.who],
    ['loss', content.loss],
    ['settlement', content.settlement],
    ['temporary', content.temporary],
    ['promisedOn', date(promisedOn)],
    ['compensation', content.compensation],
    [
      'referral',
      content.referral === null ? '' : [content.referral.office, content.referral.reason].filter((part) => part !== '').join(' — '),
    ],
    [
      'legal',
      content.legalMeeting === null
        ? ''
        : [date(content.legalMeeting.on), content.legalMeeting.note].filter((part) => part !== '').join(' — '),
    ],
  ] as const;
  return (
    <>
      <section className={classes.panel} aria-label={t('complaintDetail.about')}>
        <h2 className={classes.title}>{content.title}</h2>
        <dl className={classes.told}>
          {told
            .filter(([, value]) => value !== '')
            .map(([field, value]) => (
              <div key={field}>
                <dt>{t(`complaintDetail.${field}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          {content.notes.length > 0 && (
            <div>
              <dt>{t('complaintDetail.notes')}</dt>
              <dd>
                {content.notes.map(({ at, text }) => (
                  <p key={`${at} ${text}`}>
                    <span className={classes.quiet}>{timeWords(at, language, zone)}</span> {text}
                  </p>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <section className={classes.panel} aria-label={t('complaintDetail.complainant')}>
        <h2>{t('complaintDetail.complainant')}</h2>
        {complainant === null ? (
          <p>{t('complaintDetail.noComplainant')}</p>
        ) : (
          <dl className={classes.facts}>
            {(['name', 'nik', 'phone', 'address', 'email'] as const)
              .filter((field) => complainant[field] !== '')
              .map((field) => (
                <div key={field}>
                  <dt>{t(`complaintDetail.${field}`)}</dt>
                  <dd>{complainant[field]}</dd>
                </div>
              ))}
          </dl>
        )}
      </section>
    </>
  );
}

import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/useCommand.ts';
import { dateWords, timeWords } from '../../ui/format.ts';
import { type LeadStanding, useMayLead, useNotices } from '../../ui/lead/useLead.ts';
import { useStationWords } from '../../ui/lead/useStationWords.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Lead.module.css';
import { useNoticeWords } from './useNoticeWords.ts';

/** What people must know after a station was cut off, until a supervisor has seen it. */
export function Notices({ standing, zone }: { standing: LeadStanding; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notices = useNotices();
  const mayLead = useMayLead();
  const noticeWords = useNoticeWords();
  const stationWords = useStationWords();
  const mark = useCommand('queue.markNoticeSeen');
  // The lead keeps the list.
  const mayMark = mayLead && standing.mode !== 'ownOnly' && standing.mode !== 'waiting';
  const stationName = (stationId: string) =>
    stationWords(standing.stations.find((station) => station.stationId === stationId) ?? { stationId, name: '', letter: null });
  const markAll = async () => {
    for (const { id: noticeId } of notices) {
      // oxlint-disable-next-line no-await-in-loop -- one that fails is told once, and the others stay
      const reply = await mark.send({ noticeId });
      if (reply.kind === 'failed') return;
    }
  };
  if (notices.length === 0)
    return (
      <p className={classes.none}>
        <IconCircleCheck size={22} aria-hidden /> <strong>{t('lead.notices.none')}</strong>
        <span className={classes.quiet}>{t('lead.notices.none.text')}</span>
      </p>
    );
  return (
    <section className={classes.group} aria-labelledby="lead-notices">
      <div className={classes.head}>
        <h2 id="lead-notices" className={classes.heading}>
          {t('lead.notices.title')}
        </h2>
        {mayMark && notices.length > 1 && (
          <Button size="md" variant="default" loading={mark.pending} onClick={() => void markAll()}>
            {t('lead.notices.allSeen', { n: notices.length })}
          </Button>
        )}
      </div>
      {!mayMark && <p className={classes.quiet}>{t(mayLead ? 'lead.notices.later' : 'lead.notices.readOnly')}</p>}
      <ul className={classes.stations}>
        {notices.map((notice) => {
          const words = noticeWords(notice);
          return (
            <li key={notice.id} className={classes.notice}>
              <div>
                <p className={classes.sentence}>{words}</p>
                <p className={classes.quiet}>
                  {t('lead.notices.from', {
                    station: stationName(notice.stationId),
                    date: dateWords(notice.date, language),
                    time: timeWords(notice.at, language, zone),
                  })}
                </p>
              </div>
              {mayMark && (
                <Button
                  size="md"
                  variant="default"
                  disabled={mark.pending}
                  aria-label={t('lead.notices.seen.label', { words })}
                  onClick={() => void mark.send({ noticeId: notice.id })}
                >
                  {t('lead.notices.seen')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

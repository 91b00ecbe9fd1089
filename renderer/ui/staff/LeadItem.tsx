import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { leadPath, type LeadStanding, useMayLead, useNotices } from '../lead/useLead.ts';
import { useStationWords } from '../lead/useStationWords.ts';
import classes from './StatusLine.module.css';

/**
 * This station's part in the office and who leads it. A station that is alone in its office says what `children` say.
 * @param series ready words such as `, seri B`
 */
export function LeadItem({ series, children }: { series: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { data: standing } = useHostQuery('lead.standing', {});
  const stationWords = useStationWords();
  const mayLead = useMayLead();
  if (standing === undefined || standing.mode === 'alone')
    return (
      <>
        {children}
        <NoticeCount />
      </>
    );
  const lead = standing.lead === null ? '…' : stationWords(standing.lead);
  const words = t(keyOf(standing), { series, lead });
  const tone = standing.mode === 'ownOnly' ? 'bad' : standing.mode === 'waiting' || standing.isKept ? 'quiet' : 'good';
  return (
    <>
      <span className={classes.item} data-tone={tone}>
        {mayLead ? (
          <Link to={leadPath} className={classes.link}>
            {words}
          </Link>
        ) : (
          words
        )}
      </span>
      <NoticeCount />
    </>
  );
}

function keyOf({ mode, isLead, isKept }: LeadStanding) {
  switch (mode) {
    case 'ownOnly':
      return isLead ? 'lead.status.leadAlone' : 'lead.status.ownOnly';
    case 'follower':
    case 'waiting':
      return `lead.status.${mode}` as const;
    case 'lead':
    case 'alone':
      return isKept ? 'lead.status.kept' : 'lead.status.lead';
  }
}

/** The way to the notices on every screen, also where their banner would be in the way. */
function NoticeCount() {
  const { t } = useTranslation();
  const n = useNotices().length;
  if (n === 0) return null;
  return (
    <span className={classes.item} data-tone="bad">
      <Link to={leadPath} className={classes.link}>
        {t('lead.status.notices', { n })}
      </Link>
    </span>
  );
}

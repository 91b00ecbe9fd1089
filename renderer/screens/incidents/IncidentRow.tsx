import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { momentWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import type { RovingFocus } from '../../ui/useRovingFocus.ts';
import { IncidentMark } from './LevelMark.tsx';
import classes from './Incidents.module.css';

/** One incident: where and when, how bad it became, how it ended, who came. The level is a word, its colour only helps. */
export function IncidentRow({ incident, owed, item }: { incident: IncidentView; owed: boolean; item: ReturnType<RovingFocus['item']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: office } = useHostQuery('office.profile', {});
  const { incidentId, source, highest, counterName, ticketNumber, occurredAt, openedBy, finishedAt, outcome, helps, call } = incident;
  const place = counterName === null || counterName === '' ? t('incidents.noPlace') : counterName;
  const came = helps.flatMap(({ acknowledgedBy }) => (acknowledgedBy === null ? [] : [acknowledgedBy]));
  const facts = [
    t(`incidents.source.${source}`),
    ...(call?.over?.how === 'withdrawn' ? [t('incident.record.withdrawn')] : []),
    ...(ticketNumber === null ? [] : [t('incidents.ticket', { number: ticketNumber })]),
    ...(openedBy === '' ? [] : [t('incidents.by', { name: openedBy })]),
    ...[...new Set(came)].map((name) => t('incidents.came', { name })),
  ];
  const ending = outcome === null ? (finishedAt === null && source !== 'alarm' ? t('incidents.running') : '') : t(`outcome.${outcome}`);
  return (
    <li>
      <Link to={`/kejadian/${incidentId}`} className={classes.row} data-level={highest} {...item}>
        <IncidentMark incident={incident} />
        <span className={classes.subject}>
          <strong>{t('incidents.row', { place, time: momentWords(occurredAt, language, office?.profile?.zone) })}</strong>
          <span className={classes.quiet}>{facts.join(' · ')}</span>
        </span>
        <span className={classes.ending}>{ending}</span>
        <span className={classes.go} data-owed={owed}>
          {t(owed ? 'incidents.open' : 'incidents.view')}
        </span>
      </Link>
    </li>
  );
}

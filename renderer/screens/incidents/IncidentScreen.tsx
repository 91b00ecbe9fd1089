import { Button } from '@mantine/core';
import { IconFileOff, IconHourglass } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { momentWords } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { usePrinter } from '../../ui/printing/usePrinter.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { useLanguage } from '../../ui/useLanguage.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { IncidentMark } from './LevelMark.tsx';
import classes from './Incident.module.css';
import { EndIncident } from './EndIncident.tsx';
import { IncidentRecord } from './IncidentRecord.tsx';
import { ReportForm } from './ReportForm.tsx';

/** A call has just ended and its record is on its way; after this it is not coming. */
const patienceMs = 15_000;

/** `/kejadian/<incident>`: the report to write beside what was recorded by itself. */
export function IncidentScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { incidentId = '' } = useParams();
  const { data, refusal, failure } = useHostQuery('incident.view', { incidentId });
  const { data: office } = useHostQuery('office.profile', {});
  const { print } = usePrinter();
  if (refusal !== undefined || failure?.type === 'invalidInput') return <NotThere key={incidentId} wait={refusal !== undefined} />;
  if (failure !== undefined) return <Trouble failure={failure} />;
  // While the address changes, the former report is still there; nobody may write into it.
  if (data?.incident.incidentId !== incidentId || office === undefined) return <div aria-busy />;
  const { incident, report } = data;
  const zone = office.profile?.zone;
  const place = incident.counterName === null || incident.counterName === '' ? t('incidents.noPlace') : incident.counterName;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <BackLink to="/kejadian">{t('incident.back')}</BackLink>
        <h1 className={classes.title}>{t('incident.title')}</h1>
        <IncidentMark incident={incident} long />
        <Button
          className={classes.print ?? ''}
          h={44}
          variant="default"
          onClick={() => void print({ kind: 'incidentReport', subjectId: incidentId, label: place })}
        >
          {t('incident.print')}
        </Button>
      </header>
      {incident.reportCompletedAt !== null && (
        <p className={classes.completed} role="status">
          {t('incident.completed', { time: momentWords(incident.reportCompletedAt, language, zone) })}
        </p>
      )}
      <div className={classes.columns}>
        <ReportForm key={incidentId} incidentId={incidentId} report={report} zone={zone} readOnly={incident.reportCompletedAt !== null} />
        <div className={classes.beside}>
          <IncidentRecord incident={incident} zone={zone} />
          {incident.outcome === null && <EndIncident key={incidentId} incidentId={incidentId} />}
        </div>
      </div>
    </div>
  );
}

/** The record of a call that is just over arrives by itself: the query asks again as soon as the host has it. */
function NotThere({ wait }: { wait: boolean }) {
  const { t } = useTranslation();
  const [waited, setWaited] = useState(!wait);
  useEffect(() => {
    const timer = window.setTimeout(() => setWaited(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, []);
  return waited ? (
    <Notice Icon={IconFileOff} title={t('incident.gone')} text={t('incident.gone.text')}>
      <ButtonLink to="/kejadian">{t('incident.back')}</ButtonLink>
    </Notice>
  ) : (
    <Notice Icon={IconHourglass} title={t('incident.coming')} text={t('incident.coming.text')} />
  );
}

import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../../shared/rpc/methods/incidents.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { useRovingFocus } from '../../ui/useRovingFocus.ts';
import { IncidentRow } from './IncidentRow.tsx';
import classes from './Incidents.module.css';

const mostShown = 100;

/** `/kejadian`: reports that are owed first and unmistakable, everything else below, the newest first. */
export function IncidentListScreen() {
  const { t } = useTranslation();
  const { data, failure } = useHostQuery('incident.list', { limit: mostShown });
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (data === undefined) return <div aria-busy />;
  const isOwed = ({ reportOwed, reportCompletedAt }: IncidentView) => reportOwed && reportCompletedAt === null;
  const owed = data.incidents.filter(isOwed);
  const others = data.incidents.filter((incident) => !isOwed(incident));
  return (
    <div className={classes.page}>
      <header>
        <h1 className={classes.title}>{t('incidents.title')}</h1>
        <p className={classes.lead}>{t('incidents.lead')}</p>
      </header>
      {data.incidents.length === 0 && <Notice Icon={IconHeartHandshake} title={t('incidents.none')} text={t('incidents.none.text')} />}
      {owed.length > 0 && <Group title={t('incidents.owed')} lead={t('incidents.owed.text')} incidents={owed} owed />}
      {others.length > 0 && <Group title={t('incidents.others')} incidents={others} />}
    </div>
  );
}

function Group({
  title,
  lead,
  incidents,
  owed = false,
}: {
  title: string;
  lead?: string;
  incidents: readonly IncidentView[];
  owed?: boolean;
}) {
  const roving = useRovingFocus(incidents.length);
  return (
    <section className={classes.group} data-owed={owed}>
      <h2 className={classes.heading}>
        {title} <span className={classes.count}>{incidents.length}</span>
      </h2>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      <ul className={classes.rows} {...roving.list}>
        {incidents.map((incident, at) => (
          <IncidentRow key={incident.incidentId} incident={incident} owed={owed} item={roving.item(at)} />
        ))}
      </ul>
    </section>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import type { LeadStanding } from '../../ui/lead/useLead.ts';
import { useProblemWords } from '../../ui/useProblemWords.ts';
import { useSince } from '../../ui/useSince.ts';
import { ChangeWords } from './ChangeWords.tsx';
import classes from './Lead.module.css';
import { LeaseWords } from './LeaseWords.tsx';
import { offerFor } from './offers.ts';
import { OverrideDialog } from './OverrideDialog.tsx';
import { StationRow } from './StationRow.tsx';
import { useChange } from './useChange.ts';

/** Copies grow and leases run out without anybody telling this window. */
const askAgainMs = 5000;

/** Every station with its copy, the one that should lead next, and the way to make it the lead. */
export function Stations({ standing }: { standing: LeadStanding }) {
  const { t } = useTranslation();
  const problemWords = useProblemWords();
  const { data, failure } = useHostQuery('lead.candidates', {});
  const since = useSince(data);
  const control = useChange();
  const { change } = control;
  useAskAgain();
  const busy = change?.at === 'running';
  const offers = (data?.stations ?? []).map((candidate) => ({ candidate, offer: offerFor(candidate, standing) }));
  const filesOf = (stationId: string | undefined) => data?.stations.find((station) => station.stationId === stationId)?.filesMissing ?? 0;
  const isSomethingOnItsWay = data?.stations.some(({ filesMissing }) => (filesMissing ?? 0) > 0) ?? false;
  const able = offers.find(({ offer }) => offer !== null)?.offer ?? null;
  return (
    <section className={classes.group} aria-labelledby="lead-stations">
      <h2 id="lead-stations" className={classes.heading}>
        {t('lead.stations.title')}
      </h2>
      {data === undefined && (
        <p className={classes.quiet} role={failure === undefined ? undefined : 'alert'}>
          {failure === undefined ? t('lead.stations.asking') : problemWords({ kind: 'failed', failure })}
        </p>
      )}
      <ul className={classes.stations}>
        {offers.map(({ candidate, offer }) => (
          <StationRow
            key={candidate.stationId}
            candidate={candidate}
            recommended={offer !== null && candidate.stationId === data?.recommendedId}
            offer={offer}
            busy={busy}
            since={since}
            onAct={(act) => control.start(act, candidate)}
          />
        ))}
      </ul>
      {able === 'handOver' && <p className={classes.quiet}>{t('lead.handOver.hint')}</p>}
      {able === 'promote' && data !== undefined && <LeaseWords candidates={data.stations} since={since} />}
      {able !== null && isSomethingOnItsWay && <p>{t('lead.stations.filesFirst')}</p>}
      <ChangeWords change={change} leadId={standing.lead?.stationId ?? null} filesMissing={filesOf(change?.station.stationId)} />
      {change?.at === 'asking' && <OverrideDialog notAsked={change.notAsked} onOverride={control.override} onClose={control.clear} />}
    </section>
  );
}

function useAskAgain(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = window.setInterval(() => void queries.invalidateQueries({ queryKey: ['lead.candidates'] }), askAgainMs);
    return () => window.clearInterval(timer);
  }, [queries]);
}

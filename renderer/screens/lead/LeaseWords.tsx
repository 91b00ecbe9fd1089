import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../shared/rpc/methods/lead.ts';
import { useStationWords } from '../../ui/lead/useStationWords.ts';
import classes from './Lead.module.css';
import { oldLease } from './oldLease.ts';

/** From when on a new lead can be named, to the second; `since`: ms since the stations were asked. */
export function LeaseWords({ candidates, since }: { candidates: readonly Candidate[]; since: number }) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  const lease = oldLease(candidates, since);
  const words = () => {
    switch (lease.at) {
      case 'heard':
        return t('lead.stations.stillHeard', { names: lease.by.map(stationWords).join(', ') });
      case 'runsOut':
        return t('lead.stations.wait', { n: Math.ceil(lease.inMs / 1000) });
      case 'over':
        return t('lead.stations.ready');
    }
  };
  return <p className={classes.quiet}>{words()}</p>;
}

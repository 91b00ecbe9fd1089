import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationWords } from '../../ui/lead/useStationWords.ts';
import { useProblemWords } from '../../ui/useProblemWords.ts';
import classes from './Lead.module.css';
import type { Change } from './useChange.ts';

/** How long the host asks others before it begins to fetch what they have, ms. */
const askingMs = 3000;

interface Props {
  readonly change: Change | null;
  /** The lead as this station knows it. */
  readonly leadId: string | null;
  /** Files of complaints that the station in question has not got yet. */
  readonly filesMissing: number;
}

/** The progress and the end of a change of the lead, in words. */
export function ChangeWords({ change, leadId, filesMissing }: Props) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  // Always there, so that what appears in it is read aloud.
  return (
    <div role="status" className={classes.result} data-at={change?.at}>
      {change?.at === 'running' && (
        <p className={classes.resultWords}>
          <IconLoader2 size={24} aria-hidden className={classes.spin} />
          {change.offer === 'promote' ? <PromoteProgress /> : t('lead.running.handOver')}
        </p>
      )}
      {change?.at === 'done' && (
        <p className={classes.resultWords}>
          <IconCircleCheck size={24} aria-hidden />
          <span>
            {t('lead.done', { name: stationWords(change.station) })}
            {filesMissing > 0 && ` ${t('lead.done.files', { n: filesMissing })}`}
          </span>
        </p>
      )}
      {change?.at === 'refused' && <Refused change={change} leadId={leadId} />}
    </div>
  );
}

function PromoteProgress() {
  const { t } = useTranslation();
  const [fetching, setFetching] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setFetching(true), askingMs);
    return () => window.clearTimeout(timer);
  }, []);
  return t(fetching ? 'lead.running.fetching' : 'lead.running.asking');
}

function Refused({ change, leadId }: { change: Extract<Change, { at: 'refused' }>; leadId: string | null }) {
  const { t } = useTranslation();
  const stationWords = useStationWords();
  const problemWords = useProblemWords();
  const { problem, offer } = change;
  const words = () => {
    if (problem.kind === 'failed') return problemWords(problem);
    const { type, station } = problem.refusal;
    const name = stationWords(station);
    switch (type) {
      case 'leadStillThere':
        return t(station.stationId === leadId ? 'lead.refused.leadItself' : 'lead.refused.leadStillThere', { name });
      case 'copyIncomplete':
        return t('lead.refused.copyIncomplete', { name });
      case 'stationUnreachable':
        return t(offer === 'handOver' ? 'lead.refused.handOver' : 'lead.refused.unreachable', { name });
    }
  };
  return (
    <p className={classes.resultWords}>
      <IconAlertTriangle size={24} aria-hidden />
      {words()}
    </p>
  );
}

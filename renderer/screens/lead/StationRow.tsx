import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../shared/rpc/methods/lead.ts';
import { useStationWords } from '../../ui/lead/useStationWords.ts';
import classes from './Lead.module.css';
import type { Offer } from './offers.ts';
import { hasLead, oldLease } from './oldLease.ts';

interface Props {
  readonly candidate: Candidate;
  readonly recommended: boolean;
  readonly offer: Offer | null;
  readonly busy: boolean;
  /** ms since the station was asked */
  readonly since: number;
  onAct(offer: Offer): void;
}

/** One station: how new its copy is, whether it hears the lead, and what may be done with it. */
export function StationRow({ candidate, recommended, offer, busy, since, onAct }: Props) {
  const { t } = useTranslation();
  const name = useStationWords()(candidate);
  const { behind, isHere, isLead, isReachable, hearsLead } = candidate;
  const filesMissing = candidate.filesMissing ?? 0;
  const isComplete = behind === 0 && filesMissing === 0;
  const records = filesMissing === 0 ? t('lead.stations.complete') : t('lead.stations.recordsComplete');
  const copy = !isReachable || behind === null ? null : behind === 0 ? records : t('lead.stations.behind', { n: behind });
  const hears = () => {
    if (oldLease([candidate], since).at === 'over') return t('lead.stations.deaf');
    return t(hasLead(candidate, since) ? 'lead.stations.hears' : 'lead.stations.lost');
  };
  return (
    <li className={classes.station} data-recommended={recommended}>
      <span className={classes.name}>
        <strong>{name}</strong>
        {isHere && <span className={classes.tag}>{t('lead.stations.here')}</span>}
        {isLead && <span className={classes.tag}>{t('lead.stations.lead')}</span>}
        {recommended && (
          <span className={classes.tag} data-tone="good">
            {t('lead.stations.recommended')}
          </span>
        )}
      </span>
      <span className={classes.facts}>
        <span data-tone={copy === null ? 'bad' : isComplete ? 'good' : 'quiet'}>{copy ?? t('lead.stations.unreachable')}</span>
        {copy !== null && filesMissing > 0 && <span>{t('lead.stations.files', { n: filesMissing })}</span>}
        {!isLead && hearsLead !== null && <span className={classes.quiet}>{hears()}</span>}
      </span>
      {offer !== null && (
        <Button
          size="md"
          variant={recommended ? 'filled' : 'default'}
          disabled={busy}
          aria-label={t(`lead.${offer}.label`, { name })}
          onClick={() => onAct(offer)}
        >
          {t(`lead.${offer}.button`)}
        </Button>
      )}
    </li>
  );
}

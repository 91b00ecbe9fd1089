import { IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/rpc/contract.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import classes from './CalmStrip.module.css';
import type { Conflict } from './useConflict.ts';

type Reason = Output<'incident.suggestion'>['reasons'][number];

/** One quiet line over the desk: why a card could help this visitor, or that a conflict is still open. It asks nothing. */
export default function CalmStrip({ counterId, conflict }: { counterId: string; conflict: Conflict }) {
  const { t } = useTranslation();
  const { data } = useHostQuery('incident.suggestion', { counterId });
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const reasonWords = (reason: Reason): string => {
    switch (reason.kind) {
      case 'waitedLong':
        return t('calm.suggest.waitedLong', { waited: reason.waitedMinutes, estimate: reason.estimateMinutes });
      case 'thirdVisit':
        return t('calm.suggest.thirdVisit', { visits: reason.visits });
      case 'serviceDisturbed':
        return reason.note === '' ? t('calm.suggest.disturbed') : t('calm.suggest.disturbedNote', { note: reason.note });
    }
  };
  if (conflict.isOpen) return null;
  if (conflict.running !== null) {
    const { ticketId, level } = conflict.running;
    return (
      <section className={classes.strip} data-running aria-label={t('calm.title')}>
        <IconHeartHandshake size={22} aria-hidden />
        <p className={classes.words}>{t('calm.running', { level: t(`calm.level.${level}`) })}</p>
        <button type="button" className={classes.button} onClick={() => conflict.open(ticketId, 'card')}>
          {t('calm.open')}
        </button>
      </section>
    );
  }
  const ticketId = data?.ticketId ?? null;
  if (data === undefined || ticketId === null || data.reasons.length === 0 || declined.has(ticketId)) return null;
  return (
    <section className={classes.strip} aria-label={t('calm.suggest')}>
      <IconHeartHandshake size={22} aria-hidden />
      <p className={classes.words}>{data.reasons.map(reasonWords).join(' · ')}</p>
      <button type="button" className={classes.button} onClick={() => conflict.open(ticketId, 'suggestion')}>
        {t('calm.open')}
      </button>
      <button type="button" className={classes.quiet} onClick={() => setDeclined(new Set([...declined, ticketId]))}>
        {t('calm.decline')}
      </button>
    </section>
  );
}

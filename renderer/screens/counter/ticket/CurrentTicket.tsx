import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { timerWords } from '../../../ui/format.ts';
import { PriorityMark } from '../../../ui/PriorityMark.tsx';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useNow } from '../../../ui/useNow.ts';
import { isOverMean, servedMs, waitedMs } from '../model/times.ts';
import classes from './CurrentTicket.module.css';
import { useReasonWords } from './useReasonWords.ts';

/** Whom this counter has called or serves: the number huge, why it was chosen, and the running time. */
export function CurrentTicket({ ticket, service }: { ticket: TicketView; service: Service | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reasonWords = useReasonWords();
  const durationWords = useDurationWords();
  const status = ticket.status === 'called' ? 'called' : 'serving';
  return (
    <section className={classes.ticket} data-status={status} aria-label={t('counter.ticket.heading', { number: ticket.number })}>
      <p className={classes.status}>
        {t(`counter.ticket.${status}`)}
        {ticket.recalls > 0 && status === 'called' && ` · ${t('counter.ticket.recalls', { n: ticket.recalls })}`}
      </p>
      <p
        className={classes.number}
        style={{ '--characters': ticket.number.length } as CSSProperties}
        data-testid="current-number"
        aria-live="polite"
      >
        {ticket.number}
      </p>
      <p className={classes.service}>{service?.title[language]}</p>
      <p className={classes.ground}>{ticket.ground === null ? t('counter.ticket.regular') : <PriorityMark ground={ticket.ground} />}</p>
      {ticket.reason !== null && (
        <p className={classes.reason}>
          <span className={classes.label}>{t('counter.ticket.why')}</span> {reasonWords(ticket.reason)}
        </p>
      )}
      <dl className={classes.times}>
        <div>
          <dt>{t('counter.ticket.waited')}</dt>
          <dd>{durationWords(waitedMs(ticket, ticket.calledAt ?? 0))}</dd>
        </div>
        <RunningTime ticket={ticket} meanMinutes={service?.meanServiceMinutes} />
      </dl>
    </section>
  );
}

function RunningTime({ ticket, meanMinutes }: { ticket: TicketView; meanMinutes: number | undefined }) {
  const { t } = useTranslation();
  const now = useNow(1000);
  if (ticket.status === 'called') {
    return (
      <div>
        <dt>{t('counter.ticket.sinceCall')}</dt>
        <dd>{timerWords(now - (ticket.calledAt ?? now))}</dd>
      </div>
    );
  }
  const ms = servedMs(ticket, now);
  const over = meanMinutes !== undefined && isOverMean(ms, meanMinutes);
  const n = Math.round(meanMinutes ?? 0);
  return (
    <div>
      <dt>{t('counter.ticket.elapsed')}</dt>
      <dd data-over={over}>{timerWords(ms)}</dd>
      {meanMinutes !== undefined && (
        <dd className={classes.mean} data-over={over}>
          {t(over ? 'counter.ticket.over' : 'counter.ticket.mean', { n })}
        </dd>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useNow } from '../../../ui/useNow.ts';
import { useRovingFocus } from '../../../ui/useRovingFocus.ts';
import { waitedMs } from '../model/times.ts';
import classes from './lists.module.css';
import type { ListProps } from './lists.ts';
import { RowButton } from './RowButton.tsx';
import { TicketRow } from './TicketRow.tsx';

interface Props extends ListProps {
  total: number;
  onCall: (ticketId: string) => void;
}

/** Who waits, in the order they would be called; any of them can be called out of turn. */
export function WaitingList({ tickets, total, serviceTitle, why, onCall }: Props) {
  const { t } = useTranslation();
  const now = useNow(10_000);
  const durationWords = useDurationWords();
  const roving = useRovingFocus(tickets.length);
  if (tickets.length === 0) {
    return (
      <p className={classes.empty}>
        {t('counter.list.waiting.empty')} {t('counter.list.waiting.empty.hint')}
      </p>
    );
  }
  return (
    <ol className={classes.list} {...roving.list} aria-label={t('counter.list.waiting')}>
      {tickets.map((ticket, index) => (
        <TicketRow
          key={ticket.id}
          ticket={ticket}
          service={serviceTitle(ticket.serviceId)}
          time={durationWords(waitedMs(ticket, now))}
          tag={index === 0 ? t('counter.list.next') : undefined}
        >
          <RowButton
            label={t('counter.list.call.label', { number: ticket.number })}
            why={why}
            onPress={() => onCall(ticket.id)}
            {...roving.item(index)}
          >
            {t('counter.list.call')}
          </RowButton>
        </TicketRow>
      ))}
      {total > tickets.length && <li className={classes.more}>{t('counter.list.waiting.more', { n: total - tickets.length })}</li>}
    </ol>
  );
}

import { useTranslation } from 'react-i18next';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useNow } from '../../../ui/useNow.ts';
import { useRovingFocus } from '../../../ui/useRovingFocus.ts';
import classes from './lists.module.css';
import type { ListProps } from './lists.ts';
import { RowButton } from './RowButton.tsx';
import { TicketRow } from './TicketRow.tsx';

/** Visitors who stepped aside for a moment. */
export function HeldList({ tickets, serviceTitle, why, onResume }: ListProps & { onResume: (ticketId: string) => void }) {
  const { t } = useTranslation();
  const now = useNow(10_000);
  const durationWords = useDurationWords();
  const roving = useRovingFocus(tickets.length);
  if (tickets.length === 0) return <p className={classes.empty}>{t('counter.list.held.empty')}</p>;
  return (
    <ul className={classes.list} {...roving.list}>
      {tickets.map((ticket, index) => (
        <TicketRow
          key={ticket.id}
          ticket={ticket}
          service={serviceTitle(ticket.serviceId)}
          time={t('counter.list.heldFor', { time: durationWords(now - (ticket.heldAt ?? now)) })}
        >
          <RowButton
            label={t('counter.list.resume.label', { number: ticket.number })}
            why={why}
            onPress={() => onResume(ticket.id)}
            {...roving.item(index)}
          >
            {t('counter.list.resume')}
          </RowButton>
        </TicketRow>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { timeWords } from '../../../ui/format.ts';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { servedMs } from '../model/times.ts';
import classes from './lists.module.css';
import type { ListProps } from './lists.ts';
import { TicketRow } from './TicketRow.tsx';

/** What this counter ended today, newest first. */
export function HistoryList({ tickets, serviceTitle, zone }: Pick<ListProps, 'tickets' | 'serviceTitle'> & { zone: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const durationWords = useDurationWords();
  if (tickets.length === 0) return <p className={classes.empty}>{t('counter.list.history.empty')}</p>;
  return (
    <ul className={classes.list}>
      {tickets.map((ticket) => {
        const ended = ticket.endedAt ?? ticket.issuedAt;
        const served =
          ticket.servingAt === null ? '' : ` · ${t('counter.list.servedFor', { time: durationWords(servedMs(ticket, ended)) })}`;
        return (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            service={serviceTitle(ticket.serviceId)}
            time={`${timeWords(ended, language, zone)}${served}`}
            tag={t(`status.${ticket.status}`)}
          />
        );
      })}
    </ul>
  );
}

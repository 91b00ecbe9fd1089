import { useTranslation } from 'react-i18next';
import { type Placement, placement } from '../../../../shared/domain/queue/types.ts';
import { DropMenu } from '../../../ui/menu/DropMenu.tsx';
import { timeWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useRovingFocus } from '../../../ui/useRovingFocus.ts';
import classes from './lists.module.css';
import type { ListProps } from './lists.ts';
import { RowButton } from './RowButton.tsx';
import { TicketRow } from './TicketRow.tsx';

interface Props extends ListProps {
  zone: string;
  onReturn: (ticketId: string, placement: Placement) => void;
}

/** Called and not there; when they come after all they go back to the queue. */
export function NoShowList({ tickets, serviceTitle, why, zone, onReturn }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const roving = useRovingFocus(tickets.length);
  if (tickets.length === 0) return <p className={classes.empty}>{t('counter.list.noShow.empty')}</p>;
  return (
    <ul className={classes.list} {...roving.list}>
      {tickets.map((ticket, index) => (
        <TicketRow
          key={ticket.id}
          ticket={ticket}
          service={serviceTitle(ticket.serviceId)}
          time={timeWords(ticket.endedAt ?? ticket.issuedAt, language, zone)}
        >
          <DropMenu
            entries={placement.options.map((place) => ({ label: t(`counter.place.${place}`), onChoose: () => onReturn(ticket.id, place) }))}
          >
            {({ onClick, ...button }) => (
              <RowButton
                label={t('counter.list.return.label', { number: ticket.number })}
                why={why}
                onPress={onClick}
                {...roving.item(index)}
                {...button}
              >
                {t('counter.list.return')}
              </RowButton>
            )}
          </DropMenu>
        </TicketRow>
      ))}
    </ul>
  );
}

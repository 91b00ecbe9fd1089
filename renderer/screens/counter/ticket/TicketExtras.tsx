import { Button } from '@mantine/core';
import { IconPlus, IconPrinter, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import classes from './TicketExtras.module.css';

interface Props {
  ticket: TicketView;
  disabled: boolean;
  onAddService: () => void;
  onCancel: () => void;
  onPrint: () => void;
}

/** Rarer things to do with the ticket, and the visitor's other tickets. */
export function TicketExtras({ ticket, disabled, onAddService, onCancel, onPrint }: Props) {
  const { t } = useTranslation();
  const { data } = useHostQuery('queue.ticket', { ticketId: ticket.id });
  const others = data?.visit.filter(({ id, visitId }) => id !== ticket.id && visitId === ticket.visitId) ?? [];
  return (
    <>
      {others.length > 0 && (
        <section className={classes.visit}>
          <h3 className={classes.heading}>{t('counter.ticket.visit')}</h3>
          <ul className={classes.others}>
            {others.map(({ id, number, status }) => (
              <li key={id}>
                <strong>{number}</strong> {t(`status.${status}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div role="group" aria-label={t('counter.ticket.more')} className={classes.buttons}>
        <Button variant="default" h={44} leftSection={<IconPlus size={18} aria-hidden />} disabled={disabled} onClick={onAddService}>
          {t('counter.ticket.addService')}
        </Button>
        <Button variant="default" h={44} leftSection={<IconPrinter size={18} aria-hidden />} disabled={disabled} onClick={onPrint}>
          {t('counter.ticket.print')}
        </Button>
        <Button variant="default" h={44} leftSection={<IconX size={18} aria-hidden />} disabled={disabled} onClick={onCancel}>
          {t('counter.ticket.cancel')}
        </Button>
      </div>
    </>
  );
}

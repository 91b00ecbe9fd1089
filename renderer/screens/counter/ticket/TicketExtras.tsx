import { Menu } from '@mantine/core';
import { IconChevronDown, IconNote, IconPlus, IconPrinter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import classes from './TicketExtras.module.css';
import { VisitNote } from './VisitNote.tsx';

/** From this window height on, px, the note fits below the ticket. */
const roomForNote = 900;

interface Props {
  ticket: TicketView;
  disabled: boolean;
  onAddService: () => void;
  onCancel: () => void;
  onPrint: () => void;
}

/** The visitor's other tickets, the note on the visit, and rarer things to do with the ticket. */
export function TicketExtras({ ticket, disabled, onAddService, onCancel, onPrint }: Props) {
  const { t } = useTranslation();
  const { data } = useHostQuery('queue.ticket', { ticketId: ticket.id });
  const [noting, setNoting] = useState(ticket.hasNote || window.innerHeight >= roomForNote);
  const others = data?.visit.filter(({ id, visitId }) => id !== ticket.id && visitId === ticket.visitId) ?? [];
  return (
    <>
      <div className={classes.buttons}>
        <button type="button" className={classes.button} aria-expanded={noting} onClick={() => setNoting(!noting)}>
          <IconNote size={20} aria-hidden />
          {t('counter.note.button')}
          {ticket.hasNote && <span className={classes.dot}>{t('counter.note.has')}</span>}
        </button>
        <Menu position="bottom-end" width={260} shadow="md" disabled={disabled}>
          <Menu.Target>
            <button type="button" className={classes.button} disabled={disabled}>
              {t('counter.ticket.more')}
              <IconChevronDown size={18} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item mih={44} leftSection={<IconPlus size={20} aria-hidden />} onClick={onAddService}>
              {t('counter.ticket.addService')}
            </Menu.Item>
            <Menu.Item mih={44} leftSection={<IconPrinter size={20} aria-hidden />} onClick={onPrint}>
              {t('counter.ticket.print')}
            </Menu.Item>
            <Menu.Item mih={44} leftSection={<IconX size={20} aria-hidden />} onClick={onCancel}>
              {t('counter.ticket.cancel')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {/* Hidden, not gone: what was typed stays. */}
      <div hidden={!noting}>
        <VisitNote ticket={ticket} saved={data?.note ?? ''} disabled={disabled} />
      </div>
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
    </>
  );
}

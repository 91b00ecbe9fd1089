import { IconChevronDown, IconHeartHandshake, IconNote, IconPlus, IconPrinter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../../shared/domain/queue/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { DropMenu } from '../../../ui/menu/DropMenu.tsx';
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
  /** The visitor is tense: the card opens. */
  onTense: () => void;
}

/** The visitor's other tickets, the note on the visit, and rarer things to do with the ticket. */
export function TicketExtras({ ticket, disabled, onAddService, onCancel, onPrint, onTense }: Props) {
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
        <button type="button" className={classes.button} onClick={onTense}>
          <IconHeartHandshake size={20} aria-hidden />
          {t('counter.ticket.tense')}
        </button>
        <DropMenu
          entries={[
            { label: t('counter.ticket.addService'), icon: <IconPlus size={20} aria-hidden />, onChoose: onAddService },
            { label: t('counter.ticket.print'), icon: <IconPrinter size={20} aria-hidden />, onChoose: onPrint },
            { label: t('counter.ticket.cancel'), icon: <IconX size={20} aria-hidden />, onChoose: onCancel },
          ]}
        >
          {(button) => (
            <button type="button" className={classes.button} disabled={disabled} {...button}>
              {t('counter.ticket.more')}
              <IconChevronDown size={18} aria-hidden />
            </button>
          )}
        </DropMenu>
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

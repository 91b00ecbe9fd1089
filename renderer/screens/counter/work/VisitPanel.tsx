import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { CurrentTicket } from '../ticket/CurrentTicket.tsx';
import { IdlePanel } from '../ticket/IdlePanel.tsx';
import { TicketExtras } from '../ticket/TicketExtras.tsx';
import { type CounterView, whyNothing } from '../model/actions.ts';
import classes from './CounterWork.module.css';
import type { Desk } from './useDesk.ts';
import { VisitWork } from './VisitWork.tsx';

interface Props {
  view: CounterView;
  services: readonly Service[];
  desk: Desk;
  officeName: string;
  zone: string;
}

/** The visitor at the counter: ticket on one side, script and papers beside it. */
export function VisitPanel({ view, services, desk, officeName, zone }: Props) {
  const { t } = useTranslation();
  const ticket = view.current;
  if (ticket === null) {
    return (
      <div className={classes.idle}>
        <IdlePanel view={view} />
      </div>
    );
  }
  const service = services.find(({ id }) => id === ticket.serviceId);
  const disabled = whyNothing(desk.situation) !== null;
  const subject = { kind: 'ticket', subjectId: ticket.id, label: ticket.number } as const;
  return (
    <>
      <div className={classes.ticket} key={`ticket-${ticket.id}`}>
        <CurrentTicket ticket={ticket} service={service} />
        <TicketExtras
          ticket={ticket}
          disabled={disabled}
          onAddService={() => desk.setDialog({ kind: 'addService' })}
          onCancel={() => desk.setDialog({ kind: 'cancel' })}
          onPrint={() => void desk.printer.print(subject)}
          onTense={() => desk.conflict.open(ticket.id, 'manual')}
        />
      </div>
      <div className={classes.script}>
        {service === undefined ? (
          <p>{t('refusal.serviceUnknown')}</p>
        ) : (
          <VisitWork
            key={ticket.id}
            ticket={ticket}
            service={service}
            counterId={view.counter.id}
            officeName={officeName}
            zone={zone}
            desk={desk}
            disabled={disabled}
          />
        )}
      </div>
    </>
  );
}

import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { PriorityGround } from '../../../../shared/domain/queue/types.ts';
import { useTellProblem } from '../../../ui/useTellProblem.tsx';
import { NewTicketDialog } from '../dialogs/NewTicketDialog.tsx';
import { whyNoTicket } from '../model/actions.ts';
import type { Desk } from './useDesk.ts';

/** Long enough to read the number out to the visitor, ms. */
const tellNumberMs = 8000;

/** Makes a ticket for a visitor who does not use the kiosk, tells its number and prints it. */
export function NewTicket({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const tellProblem = useTellProblem();
  const { commands, printer, openDay, dialog, setDialog, situation } = desk;
  // One dialog is one ticket, however often it is sent.
  const ids = useRef({ ticketId: v7(), visitId: v7(), commandId: v7() });
  const close = () => setDialog(null);
  /** Only this dialog: while the answer was on its way the officer may have closed it and opened another. */
  const closeThis = () => setDialog((open) => (open === dialog ? null : open));

  const issue = async (serviceId: string, ground: PriorityGround | null) => {
    const { commandId, ticketId, visitId } = ids.current;
    const reply = await commands.issue({ ticketId, visitId, serviceId, ground }, commandId);
    if (reply === null) return;
    if (reply.kind === 'done') {
      closeThis();
      const { number, ahead } = reply.output;
      notifications.show({
        message: t('counter.newTicket.done', { number, n: ahead }),
        autoClose: tellNumberMs,
        closeButtonProps: { 'aria-label': t('common.close') },
      });
      return printer.print({ kind: 'ticket', subjectId: reply.output.ticketId, label: number });
    }
    // The host answers a command once: after a refusal another choice is another command, still for the same ticket.
    if (reply.kind === 'refused') ids.current = { ticketId, visitId, commandId: v7() };
    if (reply.kind === 'refused' && reply.refusal.type === 'clockSuspect') {
      closeThis();
      return openDay.askClock(reply.refusal);
    }
    tellProblem(reply);
  };
  return (
    <NewTicketDialog
      why={whyNoTicket(situation)}
      pending={commands.busy}
      onIssue={(serviceId, ground) => void issue(serviceId, ground)}
      onClose={close}
    />
  );
}

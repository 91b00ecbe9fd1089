import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { PaperPreview } from '../../../ui/printing/PaperPreview.tsx';
import { CloseDayDialog } from '../day/CloseDayDialog.tsx';
import { AddServiceDialog } from '../dialogs/AddServiceDialog.tsx';
import { CancelDialog } from '../dialogs/CancelDialog.tsx';
import { FinishDraftDialog } from '../dialogs/FinishDraftDialog.tsx';
import { ShortcutsDialog } from '../dialogs/ShortcutsDialog.tsx';
import { TransferDialog } from '../dialogs/TransferDialog.tsx';
import type { CounterView } from '../model/actions.ts';
import { NewTicket } from './NewTicket.tsx';
import type { Desk } from './useDesk.ts';

/** The dialog that is open over the desk, if one is. */
export default function DeskDialogs({ view, desk }: { view: CounterView; desk: Desk }) {
  return (
    <>
      {desk.openDay.dialog}
      <OpenDialog view={view} desk={desk} />
    </>
  );
}

function OpenDialog({ view, desk }: { view: CounterView; desk: Desk }) {
  const { dialog } = desk;
  const close = () => desk.setDialog(null);
  switch (dialog?.kind) {
    case undefined:
    // The slip's dialog belongs to the checklist and is shown there.
    case 'shortfall':
      return null;
    case 'newTicket':
      return <NewTicket desk={desk} />;
    case 'closeDay':
      return <CloseDayDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'preview': {
      const { subject } = dialog;
      const copy = desk.printer.jobs.filter(({ kind, subjectId }) => kind === subject.kind && subjectId === subject.subjectId).length;
      return <PaperPreview subject={subject} copy={copy} onPrint={() => void desk.printer.print(subject)} onClose={close} />;
    }
    case 'transfer':
    case 'addService':
    case 'cancel':
    case 'finishDraft':
      return view.current === null ? null : <TicketDialog kind={dialog.kind} ticket={view.current} desk={desk} close={close} />;
  }
}

interface TicketDialogProps {
  kind: 'transfer' | 'addService' | 'cancel' | 'finishDraft';
  ticket: NonNullable<CounterView['current']>;
  desk: Desk;
  close: () => void;
}

function TicketDialog({ kind, ticket, desk, close }: TicketDialogProps) {
  const { t } = useTranslation();
  const { commands, printer } = desk;
  const pending = commands.busy;
  const closeWhenDone = (sent: Promise<boolean>) => void sent.then((done) => done && close());
  const addService = async (serviceId: string) => {
    const reply = await commands.addService(ticket.id, serviceId);
    if (reply?.kind !== 'done') return;
    close();
    const { number, ticketId } = reply.output;
    notifications.show({ message: t('counter.addService.done', { number }), closeButtonProps: { 'aria-label': t('common.close') } });
    await printer.print({ kind: 'ticket', subjectId: ticketId, label: number });
  };
  switch (kind) {
    case 'transfer':
      return (
        <TransferDialog
          ticket={ticket}
          pending={pending}
          onTransfer={(serviceId, placement) => closeWhenDone(commands.transfer(ticket.id, serviceId, placement))}
          onClose={close}
        />
      );
    case 'addService':
      return <AddServiceDialog pending={pending} onAdd={(id) => void addService(id)} onClose={close} />;
    case 'cancel':
      return (
        <CancelDialog
          ticket={ticket}
          pending={pending}
          onCancelTicket={(reason) => closeWhenDone(commands.cancel(ticket.id, reason))}
          onClose={close}
        />
      );
    case 'finishDraft':
      return <FinishDraftDialog number={ticket.number} pending={pending} onFinish={() => void desk.finish(ticket.id)} onClose={close} />;
  }
}

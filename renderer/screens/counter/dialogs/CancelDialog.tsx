import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CancelReason, cancelReason, type TicketView } from '../../../../shared/domain/queue/types.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';

interface Props {
  ticket: TicketView;
  pending: boolean;
  onCancelTicket: (reason: CancelReason) => void;
  onClose: () => void;
}

/** Ends a ticket without service, with the reason that stays in the history. */
export function CancelDialog({ ticket, pending, onCancelTicket, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<CancelReason | null>(null);
  return (
    <Dialog title={t('counter.cancel.title', { number: ticket.number })} onClose={onClose}>
      <ChoiceGroup
        first
        legend={t('counter.cancel.reason')}
        name="reason"
        options={cancelReason.options.map((value) => ({ value, label: t(`counter.cancel.reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <DialogActions
        confirm={t('counter.cancel.submit')}
        cancel={t('counter.cancel.keep')}
        danger
        pending={pending}
        disabled={reason === null}
        onConfirm={() => reason !== null && onCancelTicket(reason)}
        onCancel={onClose}
      />
    </Dialog>
  );
}

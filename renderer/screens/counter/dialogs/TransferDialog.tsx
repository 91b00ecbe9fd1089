import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Placement, placement, type TicketView } from '../../../../shared/domain/queue/types.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { useServiceChoices } from './useServiceChoices.ts';

interface Props {
  ticket: TicketView;
  pending: boolean;
  onTransfer: (serviceId: string, placement: Placement) => void;
  onClose: () => void;
}

/** To which service, and where in its queue. */
export function TransferDialog({ ticket, pending, onTransfer, onClose }: Props) {
  const { t } = useTranslation();
  const choices = useServiceChoices(ticket.serviceId);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [place, setPlace] = useState<Placement>('arrival');
  // The dialog takes the focus to its first choice, so it opens with the choices.
  if (choices === null) return null;
  return (
    <Dialog title={t('counter.transfer.title', { number: ticket.number })} onClose={onClose} size="42rem">
      <p>{t('counter.transfer.hint', { number: ticket.number })}</p>
      <ChoiceGroup
        first
        legend={t('counter.transfer.service')}
        name="service"
        options={choices}
        value={serviceId}
        onChange={setServiceId}
      />
      <ChoiceGroup
        flow
        legend={t('counter.transfer.place')}
        name="placement"
        options={placement.options.map((value) => ({ value, label: t(`counter.place.${value}`) }))}
        value={place}
        onChange={setPlace}
      />
      <DialogActions
        confirm={t('counter.transfer.submit')}
        pending={pending}
        disabled={serviceId === null}
        onConfirm={() => serviceId !== null && onTransfer(serviceId, place)}
        onCancel={onClose}
      />
    </Dialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import type { CounterView } from '../model/actions.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { useServiceChoices } from './useServiceChoices.ts';

interface Props {
  services: CounterView['services'];
  pending: boolean;
  onAdd: (serviceId: string) => void;
  onClose: () => void;
}

/** A second service for the visitor who is here. */
export function AddServiceDialog({ services, pending, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const choices = useServiceChoices(services);
  const [serviceId, setServiceId] = useState<string | null>(null);
  return (
    <Dialog title={t('counter.addService.title')} onClose={onClose} size="42rem">
      <p>{t('counter.addService.text')}</p>
      <ChoiceGroup legend={t('counter.transfer.service')} name="service" options={choices} value={serviceId} onChange={setServiceId} />
      <DialogActions
        confirm={t('counter.addService.submit')}
        pending={pending}
        disabled={serviceId === null}
        onConfirm={() => serviceId !== null && onAdd(serviceId)}
        onCancel={onClose}
      />
    </Dialog>
  );
}

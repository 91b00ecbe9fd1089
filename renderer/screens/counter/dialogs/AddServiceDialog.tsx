import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { useServiceChoices } from './useServiceChoices.ts';

interface Props {
  pending: boolean;
  onAdd: (serviceId: string) => void;
  onClose: () => void;
}

/** A second service for the visitor who is here. */
export function AddServiceDialog({ pending, onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const choices = useServiceChoices();
  const [serviceId, setServiceId] = useState<string | null>(null);
  // The dialog takes the focus to its first choice, so it opens with the choices.
  if (choices === null) return null;
  return (
    <Dialog title={t('counter.addService.title')} onClose={onClose} size="42rem">
      <p>{t('counter.addService.text')}</p>
      <ChoiceGroup
        first
        legend={t('counter.transfer.service')}
        name="service"
        options={choices}
        value={serviceId}
        onChange={setServiceId}
      />
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

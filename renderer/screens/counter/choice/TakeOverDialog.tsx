import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';

interface Props {
  name: string;
  staff: string;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** A supervisor replaces the officer who is signed on. */
export function TakeOverDialog({ name, staff, pending, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('counter.takeOver.title', { name })} onClose={onClose}>
      <p>{t('counter.takeOver.text', { staff })}</p>
      <DialogActions confirm={t('counter.choice.takeOver')} pending={pending} onConfirm={onConfirm} onCancel={onClose} />
    </Dialog>
  );
}

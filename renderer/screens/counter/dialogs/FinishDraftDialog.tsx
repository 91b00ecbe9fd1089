import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';

interface Props {
  number: string;
  pending: boolean;
  onFinish: () => void;
  onClose: () => void;
}

/** An applicant was typed but not registered: finishing now would lose it. */
export function FinishDraftDialog({ number, pending, onFinish, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('counter.draft.finish.title')} onClose={onClose}>
      <p>{t('counter.draft.finish.text', { number })}</p>
      <DialogActions
        confirm={t('counter.draft.finish.confirm')}
        cancel={t('counter.draft.finish.stay')}
        danger
        pending={pending}
        onConfirm={onFinish}
        onCancel={onClose}
      />
    </Dialog>
  );
}

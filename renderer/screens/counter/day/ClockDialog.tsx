import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { dateWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';

interface Props {
  clockDate: string;
  openDate: string;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** The computer's date jumped by itself; numbers follow the date, so a person must say that it is right. */
export function ClockDialog({ clockDate, openDate, pending, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dates = { clockDate: dateWords(clockDate, language), openDate: dateWords(openDate, language) };
  return (
    <Dialog title={t('counter.clock.title')} onClose={onClose}>
      <p>{t('counter.clock.text', dates)}</p>
      <p>{t('counter.clock.warning')}</p>
      <DialogActions
        confirm={t('counter.clock.confirm', { date: dates.clockDate })}
        pending={pending}
        onConfirm={onConfirm}
        onCancel={onClose}
      />
    </Dialog>
  );
}

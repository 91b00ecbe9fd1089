import { IconAlertTriangle, IconUpload, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { maxAttachments } from '../../../../../shared/domain/complaints/types.ts';
import { IconButton } from '../../../../ui/IconButton.tsx';
import classes from './attachments.module.css';
import type { Upload } from './useUploads.ts';

/** A file on its way, with its progress and a way to break it off; or why it was not attached. */
export function UploadRow({ upload, mb, onDismiss }: { upload: Upload; mb: number; onDismiss: () => void }) {
  const { t } = useTranslation();
  const { name, progress, problem } = upload;
  const dismiss = (label: string) => (
    <IconButton label={label} onClick={onDismiss}>
      <IconX size={20} aria-hidden />
    </IconButton>
  );
  if (problem !== null) {
    return (
      <li data-problem className={classes.problem}>
        <IconAlertTriangle size={20} aria-hidden />
        <span role="alert">{t(`complaintField.attachments.${problem}`, { name, mb, n: maxAttachments })}</span>
        {dismiss(`${t('common.close')}: ${name}`)}
      </li>
    );
  }
  const percent = Math.round(progress * 100);
  const words = t('complaintField.attachments.uploading', { name, percent });
  return (
    <li>
      <IconUpload size={20} aria-hidden />
      <span className={classes.name}>{words}</span>
      <progress max={100} value={percent} aria-label={words} />
      {dismiss(t('complaintField.attachments.cancel', { name }))}
    </li>
  );
}

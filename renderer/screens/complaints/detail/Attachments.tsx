import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentReference } from '../../../../shared/domain/complaints/form.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import classes from './Detail.module.css';
import { useAttachment } from './useAttachment.ts';

/** Pictures are shown here; a PDF is handed to the person as a file, for no page of ours may run what is in one. */
export function Attachments({ attachments }: { attachments: readonly AttachmentReference[] }) {
  const { t } = useTranslation();
  const { load, pending } = useAttachment();
  const [shown, setShown] = useState<{ readonly name: string; readonly url: string } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => () => void (shown !== null && URL.revokeObjectURL(shown.url)), [shown]);
  if (attachments.length === 0) return null;
  const open = async ({ attachmentId, name, mediaType }: AttachmentReference) => {
    const file = await load(attachmentId);
    setFailed(file === null);
    if (file === null) return;
    const url = URL.createObjectURL(file);
    if (mediaType !== 'application/pdf') return setShown({ name, url });
    const link = document.createElement('a');
    Object.assign(link, { href: url, download: name });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <section className={classes.panel} aria-label={t('complaintDetail.attachments')}>
      <h2>{t('complaintDetail.attachments')}</h2>
      <div className={classes.actions}>
        {attachments.map((attachment) => (
          <Button
            key={attachment.attachmentId}
            h={44}
            variant="default"
            loading={pending === attachment.attachmentId}
            leftSection={
              attachment.mediaType === 'application/pdf' ? <IconFileTypePdf size={20} aria-hidden /> : <IconPhoto size={20} aria-hidden />
            }
            aria-label={t('complaintDetail.attachment.open', { name: attachment.name })}
            onClick={() => void open(attachment)}
          >
            {attachment.name}
          </Button>
        ))}
      </div>
      {failed && <p role="alert">{t('complaintDetail.attachment.failed')}</p>}
      {shown !== null && (
        <Dialog title={shown.name} size="60rem" onClose={() => setShown(null)}>
          <img src={shown.url} alt={shown.name} className={classes.picture} />
        </Dialog>
      )}
    </section>
  );
}

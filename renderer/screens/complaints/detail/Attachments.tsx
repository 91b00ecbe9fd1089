import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentReference } from '../../../../shared/domain/complaints/form.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { AttachmentComing } from './AttachmentComing.tsx';
import classes from './Detail.module.css';
import { useAttachment } from './useAttachment.ts';

/** The attachment that was asked for last. */
interface Asked {
  readonly attachmentId: string;
  readonly name: string;
  readonly failed: boolean;
}

/** Pictures are shown here; a PDF is handed to the person as a file, for no page of ours may run what is in one. */
export function Attachments({ attachments }: { attachments: readonly AttachmentReference[] }) {
  const { t } = useTranslation();
  const { load, pending, onItsWay } = useAttachment();
  const [shown, setShown] = useState<{ readonly name: string; readonly url: string } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => () => void (shown !== null && URL.revokeObjectURL(shown.url)), [shown]);
  if (attachments.length === 0) return null;
  const open = async ({ attachmentId, name, mediaType }: AttachmentReference) => {
    const now = { attachmentId, name, failed: false };
    setAsked(now);
    const file = await load(attachmentId);
    if (file === null) return setAsked((last) => (last === now ? { ...now, failed: true } : last));
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
      <div role="status">{asked !== null && onItsWay !== null && <AttachmentComing name={asked.name} onItsWay={onItsWay} />}</div>
      {asked?.failed === true && onItsWay === null && <p role="alert">{t('complaintDetail.attachment.failed')}</p>}
      {shown !== null && (
        <Dialog title={shown.name} size="60rem" onClose={() => setShown(null)}>
          <img src={shown.url} alt={shown.name} className={classes.picture} />
        </Dialog>
      )}
    </section>
  );
}

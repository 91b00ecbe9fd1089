import { Button } from '@mantine/core';
import { IconCamera, IconFile, IconPaperclip, IconPhoto, IconScan, IconTrash } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentReference } from '../../../../../shared/domain/complaints/form.ts';
import { attachmentTypes, maxAttachmentBytes, maxAttachments } from '../../../../../shared/domain/complaints/types.ts';
import { IconButton } from '../../../../ui/IconButton.tsx';
import classes from './attachments.module.css';
import { CameraDialog } from './CameraDialog.tsx';
import { ScannerDialog } from './ScannerDialog.tsx';
import { UploadRow } from './UploadRow.tsx';
import { useSizeWords } from './useSizeWords.ts';
import type { Uploads } from './useUploads.ts';

const mb = maxAttachmentBytes / 1024 / 1024;

interface Props {
  readonly draftId: string;
  readonly attached: readonly AttachmentReference[];
  readonly uploads: Uploads;
}

/** Images and PDF from a file, the scanner's folder, the camera, or dropped here. */
export function Attachments({ draftId, attached, uploads }: Props) {
  const { t } = useTranslation();
  const sizeWords = useSizeWords();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [dialog, setDialog] = useState<'camera' | 'scanner' | null>(null);
  const isFull = attached.length >= maxAttachments;
  useNoStrayDrops();

  const over = (event: DragEvent, now: boolean) => {
    event.preventDefault();
    setIsOver(now);
  };
  const drop = (event: DragEvent) => {
    over(event, false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.attachments}
      aria-labelledby="complaint-attachments"
      data-over={isOver}
      onDragOverCapture={(event) => over(event, true)}
      onDragLeaveCapture={(event) => over(event, false)}
      onDropCapture={drop}
    >
      <h3 id="complaint-attachments" className={classes.title}>
        {t('complaintField.attachments')}
      </h3>
      <p className={classes.hint}>
        {isOver ? t('complaintField.attachments.drop') : t('complaintField.attachments.hint', { mb, n: maxAttachments })}
      </p>
      <div className={classes.buttons}>
        <Button
          h={44}
          variant="default"
          disabled={isFull}
          data-field="description.attachments"
          leftSection={<IconPaperclip size={18} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {t('complaintField.attachments.file')}
        </Button>
        <Button
          h={44}
          variant="default"
          disabled={isFull}
          leftSection={<IconScan size={18} aria-hidden />}
          onClick={() => setDialog('scanner')}
        >
          {t('complaintField.attachments.scanner')}
        </Button>
        <Button
          h={44}
          variant="default"
          disabled={isFull}
          leftSection={<IconCamera size={18} aria-hidden />}
          onClick={() => setDialog('camera')}
        >
          {t('complaintField.attachments.camera')}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden
          accept={attachmentTypes.join(',')}
          className={classes.hiddenInput}
          onChange={({ currentTarget }) => {
            uploads.add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <ul className={classes.list} aria-label={t('complaintField.attachments')}>
        {attached.map((reference) => {
          const Icon = reference.mediaType === 'application/pdf' ? IconFile : IconPhoto;
          return (
            <li key={reference.attachmentId}>
              <Icon size={20} aria-hidden />
              <span className={classes.name}>{reference.name}</span>
              <span className={classes.size}>{sizeWords(reference.bytes)}</span>
              <IconButton
                label={t('complaintField.attachments.remove', { name: reference.name })}
                onClick={() => uploads.remove(reference)}
              >
                <IconTrash size={20} aria-hidden />
              </IconButton>
            </li>
          );
        })}
        {uploads.running.map((upload) => (
          <UploadRow key={upload.id} upload={upload} mb={mb} onDismiss={() => uploads.dismiss(upload.id)} />
        ))}
      </ul>
      {dialog === 'camera' && (
        <CameraDialog
          name={t('complaintField.camera.name', { n: attached.length + 1 })}
          onTake={(photo) => {
            setDialog(null);
            uploads.add([photo]);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'scanner' && <ScannerDialog draftId={draftId} onTaken={uploads.attached} onClose={() => setDialog(null)} />}
    </section>
  );
}

/** A file that is dropped beside the place for it would be opened instead of the form. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const ignore = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', ignore);
    window.addEventListener('drop', ignore);
    return () => {
      window.removeEventListener('dragover', ignore);
      window.removeEventListener('drop', ignore);
    };
  }, []);
}

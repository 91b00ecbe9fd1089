import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { AttachmentReference } from '../../../../../shared/domain/complaints/form.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { useHostQuery } from '../../../../api/useHostQuery.ts';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { momentWords } from '../../../../ui/format.ts';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import { useProblemWords } from '../../../../ui/useProblemWords.ts';
import classes from './attachments.module.css';
import { useSizeWords } from './useSizeWords.ts';

interface Props {
  readonly draftId: string;
  readonly onTaken: (reference: AttachmentReference) => void;
  readonly onClose: () => void;
}

/** What lies in the scanner's folder, newest first; each can be attached as it is. */
export function ScannerDialog({ draftId, onTaken, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useProblemWords();
  const sizeWords = useSizeWords();
  const { data, refusal } = useHostQuery('attachment.scanned', {});
  const take = useCommand('attachment.takeScanned');
  const [taken, setTaken] = useState<readonly string[]>([]);
  const attach = async (fileName: string) => {
    const reply = await take.send({ attachmentId: v7(), draftId, fileName });
    if (reply.kind !== 'done') return;
    setTaken((all) => [...all, fileName]);
    onTaken(reply.output);
  };
  return (
    <Dialog title={t('complaintField.scanner.title')} onClose={onClose}>
      {refusal !== undefined && <p role="alert">{words({ kind: 'refused', refusal })}</p>}
      {data?.length === 0 && <p>{t('complaintField.scanner.empty')}</p>}
      <ul className={classes.scanned}>
        {data?.map(({ fileName, bytes, at }) => (
          <li key={fileName}>
            <span className={classes.name}>{fileName}</span>
            <span className={classes.size}>
              {sizeWords(bytes)}, {momentWords(at, language)}
            </span>
            <Button
              h={44}
              variant="default"
              disabled={take.pending || taken.includes(fileName)}
              aria-label={t('complaintField.scanner.take.label', { name: fileName })}
              onClick={() => void attach(fileName)}
            >
              {t('complaintField.scanner.take')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.dialogButtons}>
        <Button size="md" h={48} data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  );
}

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { exportFile, offerDownload } from './exportFile.ts';
import { type DataReason, ReasonField } from './ReasonField.tsx';

/** Hands out everything kept on a person as a file, with a reason; the export is recorded and limited per day. */
export function ExportPerson({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState<DataReason>('subjectRequest');
  const make = useCommand('people.export');
  const content = useAsk('people.exported');
  const run = async () => {
    const made = await make.send({ personId, reason });
    if (made.kind !== 'done') return;
    const { exportId } = made.output;
    const answer = await content.ask({ exportId });
    if (answer.kind !== 'done') return;
    offerDownload(exportFile(exportId, answer.output));
    setOpened(false);
  };
  return (
    <>
      <Button variant="default" size="md" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('settings.data.export')}
      </Button>
      {opened && (
        <Dialog title={t('settings.data.exportTitle')} onClose={() => setOpened(false)}>
          <p>{t('settings.data.exportText')}</p>
          <ReasonField act="export" reason={reason} onChange={setReason} />
          <DialogActions
            confirm={t('settings.data.exportNow')}
            pending={make.pending || content.pending}
            onConfirm={() => void run()}
            onCancel={() => setOpened(false)}
          />
        </Dialog>
      )}
    </>
  );
}

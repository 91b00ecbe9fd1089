import { Button, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/useCommand.ts';
import { Dialog, DialogActions } from '../Dialog.tsx';

/** A lead that reaches nobody goes on, once a person has read what that may lead to. */
export function KeepLeading(button: ButtonProps) {
  const { t } = useTranslation();
  const keep = useCommand('lead.keepLeading');
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    if (keep.pending) return;
    const reply = await keep.send({});
    setAsking(false);
    if (reply.kind === 'done') notifications.show({ message: t('lead.keep.done'), closeButtonProps: { 'aria-label': t('common.close') } });
  };
  return (
    <>
      <Button variant="default" {...button} onClick={() => setAsking(true)}>
        {t('lead.keep.button')}
      </Button>
      {asking && (
        <Dialog title={t('lead.keep.title')} onClose={() => setAsking(false)}>
          <p>{t('lead.keep.text')}</p>
          <DialogActions
            confirm={t('lead.keep.button')}
            danger
            pending={keep.pending}
            onConfirm={() => void confirm()}
            onCancel={() => setAsking(false)}
          />
        </Dialog>
      )}
    </>
  );
}

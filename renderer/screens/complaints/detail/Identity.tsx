import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintView } from '../../../../shared/rpc/methods/complaintViews.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './Detail.module.css';

/** Number, stage and priority; the PIN only when it is asked for. */
export function Identity({ complaint }: { complaint: ComplaintView }) {
  const { t } = useTranslation();
  const { complaintId, number, stage, priority, mine, anonymous, confidential } = complaint;
  const { ask, pending } = useAsk('complaint.pin');
  const [pin, setPin] = useState<string | null>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(number);
    notifications.show({ message: t('complaintDetail.copied'), closeButtonProps: { 'aria-label': t('common.close') } });
  };
  const show = async () => {
    const reply = await ask({ complaintId });
    if (reply.kind === 'done') setPin(reply.output.pin);
  };
  return (
    <div className={classes.identity}>
      <h1>{number}</h1>
      <IconButton label={t('complaintDetail.copyNumber')} onClick={() => void copy()}>
        <IconCopy size={20} aria-hidden />
      </IconButton>
      <span className={classes.stage}>{t(`complaintStage.${stage}`)}</span>
      <span className={classes.priority} data-priority={priority}>
        {t(`complaintPriority.${priority}`)}
      </span>
      {anonymous && <span className={classes.stage}>{t('complaintDetail.anonymous')}</span>}
      {confidential && <span className={classes.stage}>{t('complaintDetail.confidential')}</span>}
      {mine && (
        <span className={classes.pin}>
          {pin === null ? (
            <Button h={44} variant="subtle" loading={pending} onClick={() => void show()}>
              {t('complaintDetail.pin.show')}
            </Button>
          ) : (
            <strong>{t('complaintDetail.pin', { pin })}</strong>
          )}
        </span>
      )}
    </div>
  );
}

import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { useTellProblem } from '../../../ui/useTellProblem.tsx';

/** Closing the office day; letting tickets expire needs a second word that names how many. */
export function CloseDayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { send, pending } = useCommand('queue.closeDay', { quiet: true });
  const tellProblem = useTellProblem();
  const [waiting, setWaiting] = useState<number | null>(null);
  const [numbers, setNumbers] = useState<readonly string[]>([]);

  const close = async () => {
    const reply = await send({ expireWaiting: waiting !== null });
    if (reply.kind === 'refused' && reply.refusal.type === 'visitorsWaiting') return setWaiting(reply.refusal.waiting);
    if (reply.kind === 'refused' && reply.refusal.type === 'visitorsAtCounters') return setNumbers(reply.refusal.numbers);
    onClose();
    if (reply.kind !== 'done') return tellProblem(reply);
    notifications.show({
      message: t('counter.day.close.done', { n: reply.output.expired }),
      closeButtonProps: { 'aria-label': t('common.close') },
    });
  };

  return (
    <Dialog title={t('counter.day.close.title')} onClose={onClose}>
      <p>{t('counter.day.close.text')}</p>
      <div role="alert">
        {waiting !== null && <p>{t('counter.day.close.waiting', { n: waiting })}</p>}
        {numbers.length > 0 && <p>{t('counter.day.close.visitors', { numbers: numbers.join(', ') })}</p>}
      </div>
      <DialogActions
        confirm={waiting === null ? t('counter.day.close.button') : t('counter.day.close.expire', { n: waiting })}
        danger={waiting !== null}
        pending={pending}
        onConfirm={() => void close()}
        onCancel={onClose}
      />
    </Dialog>
  );
}

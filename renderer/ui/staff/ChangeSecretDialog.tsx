import { PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newSecret } from '../../../shared/rpc/methods/access.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Dialog, DialogActions } from '../Dialog.tsx';
import { useProblemWords } from '../useProblemWords.ts';

/** The person's own PIN or password. */
export function ChangeSecretDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const change = useCommand('access.changeSecret', { quiet: true });
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const weak = !newSecret.safeParse(next).success;
  const different = next !== repeat;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (weak || different || current === '' || change.pending) return;
    const reply = await change.send({ current, next });
    if (reply.kind !== 'done') return setProblem(words(reply));
    notifications.show({ message: t('staff.secret.changed'), closeButtonProps: { 'aria-label': t('common.close') } });
    onClose();
  };

  return (
    <Dialog title={t('staff.secret.title')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <PasswordInput
          size="md"
          label={t('staff.secret.current')}
          value={current}
          maxLength={200}
          error={problem}
          autoComplete="current-password"
          data-autofocus
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          mt="md"
          label={t('staff.secret.next')}
          description={t('staff.secret.next.hint')}
          value={next}
          maxLength={200}
          error={tried && weak}
          autoComplete="new-password"
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          size="md"
          mt="md"
          label={t('staff.secret.repeat')}
          value={repeat}
          maxLength={200}
          error={tried && different ? t('staff.secret.mismatch') : null}
          autoComplete="new-password"
          onChange={(event) => setRepeat(event.currentTarget.value)}
        />
        <DialogActions confirm={t('common.save')} submit pending={change.pending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

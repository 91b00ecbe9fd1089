import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { cleanLine } from '../../../ui/cleaning.ts';
import { DateInput } from '../../../ui/DateInput.tsx';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';

interface Props {
  readonly service: FloorView['services'][number];
  readonly today: string;
  readonly onClose: () => void;
}

/** A service's system is down: what everybody reads of it, and the day that is promised. */
export function DisturbDialog({ service, today, onClose }: Props) {
  const { t } = useTranslation();
  const title = service.title[useLanguage()];
  const set = useCommand('queue.setDisturbance');
  const [note, setNote] = useState('');
  const [promisedOn, setPromisedOn] = useState<string | null>(null);
  const submit = async () => {
    const reply = await set.send({ serviceId: service.id, disturbed: true, note, promisedOn });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Dialog title={t('floor.disturb.title', { service: title })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          size="md"
          data-autofocus
          label={t('floor.disturb.note')}
          description={t('floor.disturb.note.hint')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(cleanLine(event.currentTarget.value))}
        />
        <DateInput
          mt="md"
          label={t('floor.disturb.promise')}
          description={t('floor.disturb.promise.hint')}
          min={today}
          value={promisedOn}
          onChange={setPromisedOn}
        />
        <DialogActions submit confirm={t('floor.disturb.submit')} pending={set.pending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

import { Alert, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import type { Person } from './FoundPerson.tsx';
import { type DataReason, ReasonField } from './ReasonField.tsx';

/** Erases a person for good: a reason, and a word typed by hand so that no slip of the finger does it. */
export function ErasePerson({ person, onErased }: { person: Person; onErased(): void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState<DataReason>('subjectRequest');
  const [typed, setTyped] = useState('');
  const { send, pending } = useCommand('people.erase');
  const word = t('settings.data.eraseWord');
  const confirmed = typed.trim().toUpperCase() === word;
  const close = () => {
    setOpened(false);
    setTyped('');
  };
  const run = async () => {
    const reply = await send({ personId: person.personId, reason });
    if (reply.kind !== 'done') return;
    close();
    onErased();
  };
  return (
    <>
      <Button variant="light" color="red" size="md" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t('settings.data.erase')}
      </Button>
      {opened && (
        <Dialog title={t('settings.data.eraseTitle', { name: person.name })} onClose={close}>
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} mb="md">
            {t('settings.data.eraseText')}
          </Alert>
          <ReasonField act="erase" reason={reason} onChange={setReason} />
          <TextInput
            mt="md"
            size="md"
            autoComplete="off"
            label={t('settings.data.eraseType', { word })}
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
          />
          <DialogActions
            confirm={t('settings.data.eraseNow')}
            danger
            disabled={!confirmed}
            pending={pending}
            onConfirm={() => void run()}
            onCancel={close}
          />
        </Dialog>
      )}
    </>
  );
}

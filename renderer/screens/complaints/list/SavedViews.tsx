import { Button, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { useCommand } from '../../../api/useCommand.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './List.module.css';
import type { ListState } from './useListQuery.ts';

/** The officer's own views of the list, one tap each. */
export function SavedViews({ state }: { state: ListState }) {
  const { t } = useTranslation();
  const { data: views = [] } = useHostQuery('complaint.savedViews', {});
  const [saving, setSaving] = useState(false);
  const remove = useCommand('complaint.removeView');
  const shown = JSON.stringify({ filters: state.filters, sort: state.sort });
  if (views.length === 0 && !state.isFiltered) return null;
  return (
    <div className={classes.views} role="group" aria-label={t('complaintList.views')}>
      {views.map(({ viewId, name, filters, sort }) => (
        <span key={viewId} className={classes.view}>
          <Button
            h={44}
            variant={shown === JSON.stringify({ filters, sort }) ? 'filled' : 'default'}
            leftSection={<IconBookmark size={18} aria-hidden />}
            onClick={() => state.show(filters, sort)}
          >
            {name}
          </Button>
          <IconButton label={t('complaintList.views.remove', { name })} onClick={() => void remove.send({ viewId })}>
            <IconTrash size={20} aria-hidden />
          </IconButton>
        </span>
      ))}
      {state.isFiltered && (
        <>
          <Button h={44} variant="subtle" onClick={() => setSaving(true)}>
            {t('complaintList.views.save')}
          </Button>
          <Button h={44} variant="subtle" onClick={state.clear}>
            {t('complaintList.clear')}
          </Button>
        </>
      )}
      {saving && <SaveView state={state} onClose={() => setSaving(false)} />}
    </div>
  );
}

function SaveView({ state, onClose }: { state: ListState; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useCommand('complaint.saveView');
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await save.send({ viewId: v7(), name, filters: state.filters, sort: state.sort });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Dialog title={t('complaintList.views.save')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          data-autofocus
          size="md"
          label={t('complaintList.views.name')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DialogActions
          submit
          confirm={t('complaintList.views.saveNow')}
          disabled={name.trim() === ''}
          pending={save.pending}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

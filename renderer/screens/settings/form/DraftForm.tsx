import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { timeWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import type { Draft } from './useDraft.ts';
import { useUnsaved } from './unsaved.tsx';
import classes from './form.module.css';

interface DraftFormProps<T> {
  readonly draft: Draft<T>;
  readonly pending: boolean;
  /** Sends the checked value; resolves to whether it is on disk. */
  onSave(value: T): Promise<boolean>;
  /** Runs after a save, e.g. to go back to a list; the form no longer counts as unsaved. */
  onSaved?(value: T): void;
  /** A form for a new thing can be saved untouched. */
  readonly isNew?: boolean;
  /** After a save the fields are empty again: for secrets. */
  readonly forgets?: boolean;
  readonly saveLabel?: string;
  readonly children: ReactNode;
}

/** A form over a draft: checks before it sends, leads to the first problem, says what is saved and what is not. */
export function DraftForm<T>({ draft, pending, onSave, onSaved, isNew = false, forgets = false, saveLabel, children }: DraftFormProps<T>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const form = useRef<HTMLFormElement>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const { release } = useUnsaved(draft.dirty);

  useEffect(() => {
    if (draft.refusedAttempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus();
  }, [draft.refusedAttempts]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const value = draft.attempt();
    if (value === null || !(await onSave(value))) return;
    release();
    if (forgets) draft.discard();
    else draft.markSaved(value);
    setSavedAt(Date.now());
    onSaved?.(value);
  };

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className={classes.form}>
      {draft.conflict && <ConflictNotice onTakeNewer={draft.discard} />}
      {children}
      <div className={classes.saveBar} data-dirty={draft.dirty || undefined}>
        <output className={classes.saveState}>
          {draft.dirty && !isNew && (
            <>
              <IconPencil size={18} aria-hidden /> {t('settings.form.dirty')}
            </>
          )}
          {!draft.dirty && savedAt !== null && (
            <>
              <IconCheck size={18} aria-hidden /> {t('settings.form.saved', { time: timeWords(savedAt, language, zone) })}
            </>
          )}
        </output>
        <Group gap="sm">
          {draft.dirty && !isNew && (
            <Button variant="default" size="md" onClick={draft.discard} disabled={pending}>
              {t('settings.form.discard')}
            </Button>
          )}
          <Button type="submit" size="md" loading={pending} disabled={!draft.dirty && !isNew}>
            {saveLabel ?? t('common.save')}
          </Button>
        </Group>
      </div>
    </form>
  );
}

function ConflictNotice({ onTakeNewer }: { onTakeNewer(): void }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('settings.conflict.title')} role="alert">
      <Text>{t('settings.conflict.text')}</Text>
      <Button mt="sm" variant="default" size="md" onClick={onTakeNewer}>
        {t('settings.conflict.take')}
      </Button>
    </Alert>
  );
}

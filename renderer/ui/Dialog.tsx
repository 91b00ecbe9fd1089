import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';
import type { DialogProps } from './DialogFrame.tsx';
import { loadStubbornly, whenIdle } from './loadStubbornly.ts';
import { useFocusBack } from './useFocusBack.ts';

const load = () => loadStubbornly(() => import('./DialogFrame.tsx'));
const DialogFrame = lazy(async () => ({ default: (await load()).DialogFrame }));
// Fetched while the host is there, so that a dialog opens without it too.
whenIdle(() => void load());

/** A dialog that traps the focus and gives it back. Mount it to open it. */
export function Dialog(props: DialogProps) {
  useFocusBack();
  return (
    <Suspense fallback={null}>
      <DialogFrame {...props} />
    </Suspense>
  );
}

interface ActionsProps {
  confirm: string;
  onConfirm?: () => void;
  /** The confirming button sends the form around it. */
  submit?: boolean;
  onCancel: () => void;
  cancel?: string;
  pending?: boolean;
  disabled?: boolean;
  danger?: boolean;
}

/** Cancel and the one thing that the dialog is for. */
export function DialogActions({ confirm, onConfirm, submit, onCancel, cancel, pending, disabled, danger }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.actions}>
      <Button size="md" variant="default" data-autofocus={danger === true ? true : undefined} onClick={onCancel}>
        {cancel ?? t('common.cancel')}
      </Button>
      <Button
        size="md"
        type={submit === true ? 'submit' : 'button'}
        color={danger === true ? 'red' : 'teal'}
        loading={pending ?? false}
        data-autofocus={danger === true || disabled === true ? undefined : true}
        disabled={disabled ?? false}
        {...(onConfirm === undefined ? {} : { onClick: onConfirm })}
      >
        {confirm}
      </Button>
    </div>
  );
}

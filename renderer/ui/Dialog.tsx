import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';
import { useFocusBack } from './useFocusBack.ts';

interface DialogProps {
  title: string;
  onClose: () => void;
  size?: string;
  children: ReactNode;
}

/** A dialog that traps the focus and gives it back. Mount it to open it. */
export function Dialog({ title, onClose, size = '34rem', children }: DialogProps) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      size={size}
      title={title}
      classNames={{ title: classes.title ?? '', body: classes.body ?? '' }}
      closeButtonProps={{ 'aria-label': t('common.close'), size: 44, iconSize: 24 }}
      overlayProps={{ backgroundOpacity: 0.45 }}
      // Its scroll lock writes a style tag without the nonce, which the content security policy refuses; the frame does not scroll.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Modal>
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

import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx';

interface ConfirmButtonProps extends ButtonProps {
  readonly title: string;
  /** What will happen, and what stays as it is. */
  readonly text: string;
  readonly confirmLabel: string;
  onConfirm(): Promise<unknown> | void;
  readonly children: ReactNode;
}

/** A button for something that cannot simply be undone: asks once more, in words that name the consequence. */
export function ConfirmButton({ title, text, confirmLabel, onConfirm, children, ...button }: ConfirmButtonProps) {
  const [opened, setOpened] = useState(false);
  const confirm = async () => {
    await onConfirm();
    setOpened(false);
  };
  return (
    <>
      <Button variant="default" size="md" {...button} onClick={() => setOpened(true)}>
        {children}
      </Button>
      {opened && (
        <Dialog title={title} onClose={() => setOpened(false)}>
          <p>{text}</p>
          <DialogActions
            confirm={confirmLabel}
            danger
            pending={button.loading ?? false}
            onConfirm={() => void confirm()}
            onCancel={() => setOpened(false)}
          />
        </Dialog>
      )}
    </>
  );
}

import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';

export interface DialogProps {
  title: string;
  onClose: () => void;
  size?: string;
  children: ReactNode;
}

/** The dialog itself; loaded on its own, because no screen begins with one. */
export function DialogFrame({ title, onClose, size = '34rem', children }: DialogProps) {
  const { t } = useTranslation();
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

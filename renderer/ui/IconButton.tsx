import type { ComponentPropsWithRef, ReactNode } from 'react';
import classes from './IconButton.module.css';

/** A 44 px button with a picture only; its label is its name and its tooltip. */
export function IconButton({
  label,
  children,
  className,
  ...rest
}: { label: string; children: ReactNode } & ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" aria-label={label} title={label} className={`${classes.button} ${className ?? ''}`} {...rest}>
      {children}
    </button>
  );
}

import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Why } from '../model/actions.ts';
import classes from './lists.module.css';

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'onClick' | 'className'> {
  label: string;
  why: Why | null;
  onPress?: () => void;
}

/** The button of a row; when it is not possible it stays in the tab order and says why. */
export function RowButton({ label, why, onPress, children, ...rest }: Props) {
  const { t } = useTranslation();
  const reason = why === null ? undefined : t(why.key, { number: why.number });
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={reason === undefined ? label : `${label}. ${reason}`}
      aria-disabled={why !== null}
      title={reason}
      {...(why === null && onPress !== undefined ? { onClick: onPress } : {})}
      {...rest}
    >
      {children}
    </button>
  );
}

import type { ReactNode } from 'react';
import type { Field } from '../../../settings/form/field.ts';
import classes from './parts.module.css';

interface Props {
  readonly field: Field<boolean>;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A check box as a row that is easy to hit. */
export function Tick({ field, name, label, hint }: Props) {
  return (
    <label className={classes.card} data-chosen={field.value}>
      <input
        type="checkbox"
        data-field={name}
        checked={field.value}
        onChange={({ currentTarget: { checked } }) => field.update(() => checked)}
      />
      <span className={classes.cardWords}>
        <span className={classes.cardLabel}>{label}</span>
        {hint !== undefined && <span className={classes.cardHint}>{hint}</span>}
      </span>
    </label>
  );
}

import type { ReactNode } from 'react';
import { DateInput } from '../../../../ui/DateInput.tsx';
import type { Field } from '../../../settings/form/field.ts';

interface Props {
  readonly field: Field<string | null>;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly min?: string;
  readonly max?: string;
}

/** A calendar date of the form; may stay empty. */
export function DateEntry({ field, name, label, hint, min, max }: Props) {
  return (
    <DateInput
      label={label}
      value={field.value}
      data-field={name}
      {...(hint === undefined ? {} : { description: hint })}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      onChange={(date) => field.update(() => date)}
    />
  );
}

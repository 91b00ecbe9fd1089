import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Field } from '../../../settings/form/field.ts';

interface Props {
  readonly field: Field<string | null>;
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly min?: string;
  readonly max?: string;
}

/** A calendar date by the operating system's own picker; may stay empty. */
export function DateEntry({ field, name, label, hint, min, max }: Props) {
  return (
    <TextInput
      type="date"
      size="md"
      label={label}
      value={field.value ?? ''}
      data-field={name}
      {...(hint === undefined ? {} : { description: hint })}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      onChange={({ currentTarget: { value } }) => field.update(() => (isDate(value) ? value : null))}
    />
  );
}

/** While a year is typed digit by digit the picker says `0002-11-22`. */
const isDate = (value: string): boolean => /^(19|20)\d{2}-\d{2}-\d{2}$/u.test(value);

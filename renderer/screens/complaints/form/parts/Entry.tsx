import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { cleanLine, cleanText } from '../../../../ui/cleaning.ts';
import type { Field } from '../../../settings/form/field.ts';

interface Props {
  readonly field: Field<string>;
  /** The place in the form, `listen.chronology`: where a link to a missing field and a reopened draft find it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly max: number;
  /** Several lines, this many at first. */
  readonly rows?: number;
  readonly required?: boolean;
  readonly clean?: (typed: string) => string;
  readonly inputMode?: 'numeric' | 'tel' | 'email';
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One line of text, or several; large enough to touch, cleaned while it is typed. */
export function Entry({ field, name, label, hint, max, rows, required = false, clean, inputMode, placeholder, onKeyDown }: Props) {
  const cleanTyped = clean ?? (rows === undefined ? cleanLine : cleanText);
  const common = {
    label,
    value: field.value,
    maxLength: max,
    required,
    size: 'md',
    autoComplete: 'off',
    'data-field': name,
    ...(hint === undefined ? {} : { description: hint }),
    ...(inputMode === undefined ? {} : { inputMode }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(onKeyDown === undefined ? {} : { onKeyDown }),
  } as const;
  const change = ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
    field.update(() => cleanTyped(value).slice(0, max));
  return rows === undefined ? (
    <TextInput {...common} onChange={change} />
  ) : (
    <Textarea {...common} autosize minRows={rows} maxRows={rows + 10} onChange={change} />
  );
}

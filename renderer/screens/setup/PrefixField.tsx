import { TextInput } from '@mantine/core';
import type { Field } from '../settings/form/field.ts';

/** One or two capital letters. */
export function PrefixField({ field, label, visibleLabel }: { field: Field<string>; label: string; visibleLabel?: string }) {
  return (
    <TextInput
      {...(visibleLabel === undefined ? { 'aria-label': label } : { label: visibleLabel })}
      value={field.value}
      error={field.error()}
      maxLength={2}
      size="md"
      autoComplete="off"
      autoCapitalize="characters"
      onChange={({ currentTarget: { value } }) => field.update(() => value.toUpperCase())}
    />
  );
}

import { NativeSelect } from '@mantine/core';
import { useLanguage } from '../../../../ui/useLanguage.ts';
import type { Field } from '../../../settings/form/field.ts';
import type { Entry } from '../model/officeFacts.ts';

interface Props {
  readonly field: Field<string | null>;
  readonly name: string;
  readonly label: string;
  /** The words for choosing none. */
  readonly none: string;
  readonly entries: readonly Entry[];
}

/** One entry of a list of the office, or none; with the operating system's own list. */
export function ListChoice({ field, name, label, none, entries }: Props) {
  const language = useLanguage();
  return (
    <NativeSelect
      size="md"
      label={label}
      data-field={name}
      value={field.value ?? ''}
      data={[{ value: '', label: none }, ...entries.map(({ id, title }) => ({ value: id, label: title[language] }))]}
      onChange={({ currentTarget: { value } }) => field.update(() => (value === '' ? null : value))}
    />
  );
}

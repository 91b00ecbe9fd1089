import { TextInput } from '@mantine/core';
import { Temporal } from 'temporal-polyfill';

interface Props {
  name: string;
  label: string;
  value: number | null;
  zone: string | undefined;
  error: boolean;
  readOnly: boolean;
  onChange: (at: number | null) => void;
}

/** A moment on the office's own wall clock, with the computer's own picker of date and time. */
export function MomentInput({ name, label, value, zone = 'UTC', error, readOnly, onChange }: Props) {
  const shown =
    value === null
      ? ''
      : Temporal.Instant.fromEpochMilliseconds(value).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return (
    <TextInput
      type="datetime-local"
      name={name}
      label={label}
      size="md"
      required
      value={shown}
      // Keeps the year at four digits; more of them are no moment.
      max="9999-12-31T23:59"
      error={error}
      readOnly={readOnly}
      onChange={(event) => onChange(instantOf(event.currentTarget.value, zone))}
    />
  );
}

function instantOf(typed: string, zone: string): number | null {
  return typed === '' ? null : Temporal.PlainDateTime.from(typed).toZonedDateTime(zone).epochMilliseconds;
}

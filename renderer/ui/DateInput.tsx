import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface Props extends Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'size'> {
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
}

/**
 * A calendar date by the operating system's own picker; may stay empty. While a year is typed digit by digit the picker says
 * `0002-11-22`: that stays in the field, for taking it away would end the typing, but it is no date yet.
 */
export function DateInput({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value ?? '');
  }, [value]);
  const take = (next: string) => {
    setTyped(next);
    const date = isDate(next) ? next : null;
    if (date === told.current) return;
    told.current = date;
    onChange(date);
  };
  return <TextInput {...rest} type="date" size="md" value={typed} onChange={(event) => take(event.currentTarget.value)} />;
}

const isDate = (value: string): boolean => /^(19|20)\d{2}-\d{2}-\d{2}$/u.test(value);

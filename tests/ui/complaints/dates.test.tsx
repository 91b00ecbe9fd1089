/** Dates are typed by the keyboard, digit by digit, and the field says what a picker says meanwhile. */
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { DateInput } from '../../../renderer/ui/DateInput.tsx';

function Form({ told }: { told: (string | null)[] }) {
  const [date, setDate] = useState<string | null>(null);
  const change = (next: string | null) => {
    told.push(next);
    setDate(next);
  };
  return (
    <MantineProvider env="test">
      <DateInput label="Tanggal" value={date} onChange={change} />
      <button onClick={() => setDate('2026-11-01')}>Kemarin</button>
    </MantineProvider>
  );
}

describe('a date', () => {
  it('is left alone while its year is typed, and is one when the year is whole', () => {
    const told: (string | null)[] = [];
    render(<Form told={told} />);
    const field = screen.getByLabelText('Tanggal');
    const picker = (value: string) => {
      fireEvent.change(field, { target: { value } });
      expect(field).toHaveValue(value);
    };
    for (const value of ['0002-11-20', '0020-11-20', '0202-11-20', '2026-11-20']) picker(value);
    expect(told).toEqual(['2026-11-20']);
    // A fifth digit is no date, and nothing is kept of what was one.
    picker('12026-11-20');
    expect(told).toEqual(['2026-11-20', null]);
    fireEvent.click(screen.getByRole('button', { name: 'Kemarin' }));
    expect(field).toHaveValue('2026-11-01');
    picker('');
    expect(told.at(-1)).toBeNull();
  });
});

import { Button } from '@mantine/core';
import type { Field } from '../../../settings/form/field.ts';
import classes from './parts.module.css';

interface Props {
  readonly field: Field<string | null>;
  readonly label: string;
  readonly options: readonly { readonly date: string; readonly words: string }[];
}

/** Dates that are one tap away; the chosen one again takes it back. */
export function QuickDates({ field, label, options }: Props) {
  return (
    <div role="group" aria-label={label} className={classes.quick}>
      {options.map(({ date, words }) => {
        const chosen = field.value === date;
        return (
          <Button
            key={words}
            h={44}
            variant={chosen ? 'light' : 'default'}
            aria-pressed={chosen}
            onClick={() => field.update((now) => (now === date ? null : date))}
          >
            {words}
          </Button>
        );
      })}
    </div>
  );
}

import { type ReactNode, useId } from 'react';
import classes from './parts.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface Props<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Choice<T>[];
  readonly value: T | null;
  readonly required?: boolean;
  /** How narrow a card may get before the cards wrap. */
  readonly width?: string;
  readonly onChoose: (value: T) => void;
}

/** Exactly one of a few, as cards that are radio buttons; until one is chosen none is. */
export function Choices<T extends string>({ name, label, options, value, required = false, width = '11rem', onChoose }: Props<T>) {
  const group = useId();
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>
        {label}
        {required && (
          <span className={classes.required} aria-hidden>
            {' *'}
          </span>
        )}
      </legend>
      <div className={classes.cards} style={{ '--card-width': width } as React.CSSProperties}>
        {options.map((option, index) => (
          <label key={option.value} className={classes.card} data-chosen={option.value === value}>
            <input
              type="radio"
              name={group}
              checked={option.value === value}
              required={required}
              data-field={option.value === value || (value === null && index === 0) ? name : undefined}
              onChange={() => onChoose(option.value)}
            />
            <span className={classes.cardWords}>
              <span className={classes.cardLabel}>{option.label}</span>
              {option.hint !== undefined && <span className={classes.cardHint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

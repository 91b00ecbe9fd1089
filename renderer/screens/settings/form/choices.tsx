import { type ReactNode, useId } from 'react';
import { type Field, toggle } from './field.ts';
import classes from './form.module.css';

interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: ReactNode;
}

interface ChoicesProps<T> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option<T>[];
  readonly columns?: boolean;
}

/** Exactly one of a few: large cards that are radio buttons. */
export function OneOf<T extends string>({ field, ...rest }: ChoicesProps<T> & { field: Field<T> }) {
  const name = useId();
  return (
    <Choices {...rest} error={field.error()}>
      {(option) => (
        <input type="radio" name={name} checked={field.value === option.value} onChange={() => field.update(() => option.value)} />
      )}
    </Choices>
  );
}

/** Any number of a list: large cards that are check boxes. */
export function AnyOf<T extends string>({ field, ...rest }: ChoicesProps<T> & { field: Field<T[]> }) {
  const error = field.error();
  return (
    <Choices {...rest} error={error}>
      {(option) => (
        <input
          type="checkbox"
          checked={field.value.includes(option.value)}
          aria-invalid={error === undefined ? undefined : true}
          onChange={() => toggle(field, option.value)}
        />
      )}
    </Choices>
  );
}

function Choices<T extends string>({
  label,
  hint,
  options,
  columns = false,
  error,
  children,
}: ChoicesProps<T> & { error: string | undefined; children(option: Option<T>): ReactNode }) {
  const errorId = useId();
  return (
    <fieldset className={columns ? classes.pair : classes.single} aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={classes.legend}>{label}</legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {options.map((option) => (
        <label key={option.value} className={classes.choice}>
          {children(option)}
          <span className={classes.choiceText}>
            <span>{option.label}</span>
            {option.hint !== undefined && <span className={classes.choiceHint}>{option.hint}</span>}
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p id={errorId} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

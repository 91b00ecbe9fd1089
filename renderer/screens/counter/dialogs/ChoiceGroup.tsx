import { useId } from 'react';
import classes from './ChoiceGroup.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
  /** What to think of before choosing it, after the detail. */
  readonly warning?: string;
}

interface Props<Value extends string> {
  legend: string;
  hint?: string;
  name: string;
  options: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** The dialog begins here. */
  first?: boolean;
  /** Short options stand side by side where there is room. */
  flow?: boolean;
}

/** One of several, as large rows: native radio buttons, so arrow keys work as everywhere. */
export function ChoiceGroup<Value extends string>(props: Props<Value>) {
  const { legend, hint, name, options, value, onChange, first = false, flow = false } = props;
  const hintId = useId();
  return (
    <fieldset className={classes.group} aria-describedby={hint === undefined ? undefined : hintId}>
      <legend className={classes.legend}>{legend}</legend>
      {hint !== undefined && (
        <p id={hintId} className={classes.hint}>
          {hint}
        </p>
      )}
      <div className={classes.options} data-flow={flow}>
        {options.map((option, index) => (
          <label key={option.value} className={classes.option} data-chosen={option.value === value}>
            <input
              type="radio"
              name={name}
              className={classes.radio}
              data-autofocus={first && index === 0 ? true : undefined}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={classes.label}>{option.label}</span>{' '}
            {option.detail !== undefined && <span className={classes.detail}>{option.detail}</span>}{' '}
            {option.warning !== undefined && <span className={classes.warning}>{option.warning}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

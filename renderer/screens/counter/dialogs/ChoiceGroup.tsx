import classes from './ChoiceGroup.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: string;
}

interface Props<Value extends string> {
  legend: string;
  name: string;
  options: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** The dialog begins here. */
  first?: boolean;
}

/** One of several, as large rows: native radio buttons, so arrow keys work as everywhere. */
export function ChoiceGroup<Value extends string>({ legend, name, options, value, onChange, first = false }: Props<Value>) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.options}>
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
            <span className={classes.label}>{option.label}</span>
            {option.detail !== undefined && <span className={classes.detail}>{option.detail}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

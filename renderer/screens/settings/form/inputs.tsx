import { ActionIcon, NativeSelect, NumberInput, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/domain/values.ts';
import { type Field, part } from './field.ts';
import { timeTyped } from '../../../../shared/domain/time/timeTyped.ts';
import classes from './form.module.css';

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** The label is read out but not shown, where a heading or the row says it. */
  readonly hideLabel?: boolean;
}

const labelled = (label: string, isHidden: boolean) => (isHidden ? { 'aria-label': label } : { label });

/** One line, or with `rows` several, of text. */
export function TextField({
  field,
  label,
  hint,
  required = false,
  rows,
  isShort = false,
  hideLabel = false,
  ...more
}: Labelled & {
  field: Field<string>;
  rows?: number;
  maxLength?: number;
  /** For a letter or two: the input is only as wide. */
  isShort?: boolean;
  autoComplete?: string;
  type?: string;
  className?: string;
  placeholder?: string;
}) {
  const common = {
    ...labelled(label, hideLabel),
    description: hint,
    required,
    value: field.value,
    error: field.error(),
    size: 'md',
    autoComplete: 'off',
    classNames: isShort ? { wrapper: classes.short ?? '' } : {},
    ...more,
  } as const;
  return rows === undefined ? (
    <TextInput {...common} onChange={({ currentTarget: { value } }) => field.update(() => value)} />
  ) : (
    <Textarea {...common} autosize minRows={rows} onChange={({ currentTarget: { value } }) => field.update(() => value)} />
  );
}

/** The same text in both languages, side by side where there is room. */
export function BilingualField({ field, label, hint, required = false, rows }: Labelled & { field: Field<Bilingual>; rows?: number }) {
  const { t } = useTranslation();
  const both = field as Field<{ id: string; en: string }>;
  const lines = rows === undefined ? {} : { rows };
  return (
    <fieldset className={classes.pair}>
      <legend className={classes.legend}>{label}</legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <TextField field={part(both, 'id')} label={t('settings.form.inIndonesian')} required={required} {...lines} />
      <TextField field={part(both, 'en')} label={t('settings.form.inEnglish')} required={required} {...lines} />
    </fieldset>
  );
}

/** A number with large minus and plus buttons. An emptied input is `NaN`, which the contract's schema refuses. */
export function NumberField({
  field,
  label,
  hint,
  min,
  max,
  step = 1,
  unit,
  prefix,
  wide = false,
  isCode = false,
}: Omit<Labelled, 'required'> & {
  field: Field<number>;
  min: number;
  max: number;
  step?: number;
  unit?: string;
  prefix?: string;
  wide?: boolean;
  /** A name in digits, such as a port: written without separators. */
  isCode?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const move = (by: number) => field.update((value) => Math.min(max, Math.max(min, (Number.isFinite(value) ? value : min) + by)));
  const stepper = (by: number, words: string, icon: ReactNode) => (
    <ActionIcon
      variant="default"
      size={46}
      aria-label={`${label}: ${words}`}
      disabled={by < 0 ? field.value <= min : field.value >= max}
      onClick={() => move(by)}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <NumberInput
      id={id}
      label={label}
      description={hint}
      error={field.error()}
      value={Number.isFinite(field.value) ? field.value : ''}
      onChange={(value) => field.update(() => (typeof value === 'number' ? value : Number.NaN))}
      allowNegative={false}
      decimalScale={0}
      thousandSeparator={isCode ? '' : '.'}
      decimalSeparator=","
      hideControls
      size="md"
      {...(prefix === undefined ? {} : { prefix })}
      // Mantine's render prop, not a component.
      // oxlint-disable-next-line react/no-unstable-nested-components
      inputContainer={(input) => (
        <div className={classes.number}>
          {stepper(-step, t('settings.form.less'), <IconMinus size={20} aria-hidden />)}
          <div className={wide ? undefined : classes.numberInput}>{input}</div>
          {stepper(step, t('settings.form.more'), <IconPlus size={20} aria-hidden />)}
          {unit !== undefined && <span className={classes.unit}>{unit}</span>}
        </div>
      )}
    />
  );
}

/** A time of day as `HH.MM`; `7.30`, `0730` and `7:30` are understood when the field is left. */
export function TimeField({ field, label, hideLabel = false }: Labelled & { field: Field<string> }) {
  return (
    <TextInput
      {...labelled(label, hideLabel)}
      value={field.value.replace(':', '.')}
      error={field.error()}
      inputMode="decimal"
      autoComplete="off"
      maxLength={5}
      size="md"
      w="6rem"
      placeholder="07.30"
      onChange={({ currentTarget: { value } }) => field.update(() => value.replace('.', ':'))}
      onBlur={() => field.update(timeTyped)}
      // Enter sends the form without leaving the field.
      onKeyDown={({ key }) => key === 'Enter' && field.update(timeTyped)}
    />
  );
}

/** A choice from a short list, with the operating system's own list. */
export function SelectField<T extends string>({
  field,
  label,
  hint,
  hideLabel = false,
  options,
}: Labelled & { field: Field<T>; options: readonly { readonly value: T; readonly label: string }[] }) {
  return (
    <NativeSelect
      {...labelled(label, hideLabel)}
      description={hint}
      error={field.error()}
      value={field.value}
      data={[...options]}
      size="md"
      onChange={({ currentTarget: { value } }) => {
        const chosen = options.find((option) => option.value === value);
        if (chosen !== undefined) field.update(() => chosen.value);
      }}
    />
  );
}

/** A PIN or password that can be looked at while it is typed. */
export function SecretField({ field, label, hint, isNew = true }: Labelled & { field: Field<string>; isNew?: boolean }) {
  const { t } = useTranslation();
  const error = field.error();
  return (
    <PasswordInput
      label={label}
      description={hint}
      required
      size="md"
      value={field.value}
      error={error}
      // Mantine leaves it out on the input itself.
      {...(error === undefined ? {} : { 'aria-invalid': true })}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('settings.form.showSecret'), tabIndex: 0 }}
      onChange={({ currentTarget: { value } }) => field.update(() => value)}
    />
  );
}

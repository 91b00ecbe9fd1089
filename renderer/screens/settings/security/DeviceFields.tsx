import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmConfig } from '../../../../shared/alarm/config.ts';
import { type Field, part } from '../form/field.ts';
import { NumberField, TextField } from '../form/inputs.tsx';
import { Columns } from '../parts/Section.tsx';
import form from '../form/form.module.css';

type Relay = NonNullable<AlarmConfig['relay']>;
type Serial = NonNullable<AlarmConfig['serial']>;

/** A relay in the office's network: an address and the bytes that switch it. */
export function RelayFields({ field, saved }: { field: Field<Relay | null>; saved: Relay | null }) {
  const { t } = useTranslation();
  return (
    <Optional
      field={field}
      label={t('settings.security.relay')}
      hint={t('settings.security.relay.hint')}
      empty={saved ?? { host: '', port: 80, data: '' }}
    >
      {(relay) => (
        <>
          <Columns>
            <TextField field={part(relay, 'host')} label={t('settings.security.host')} required />
            <NumberField field={part(relay, 'port')} label={t('settings.security.port')} min={1} max={65535} isCode />
          </Columns>
          <DataField field={part(relay, 'data')} />
        </>
      )}
    </Optional>
  );
}

/** A device at this computer's serial port. */
export function SerialFields({ field, saved }: { field: Field<Serial | null>; saved: Serial | null }) {
  const { t } = useTranslation();
  return (
    <Optional
      field={field}
      label={t('settings.security.serial')}
      hint={t('settings.security.serial.hint')}
      empty={saved ?? { path: '', data: '' }}
    >
      {(serial) => (
        <>
          <TextField field={part(serial, 'path')} label={t('settings.security.path')} hint={t('settings.security.path.hint')} required />
          <DataField field={part(serial, 'data')} />
        </>
      )}
    </Optional>
  );
}

function DataField({ field }: { field: Field<string> }) {
  const { t } = useTranslation();
  return <TextField field={field} label={t('settings.security.data')} hint={t('settings.security.data.hint')} />;
}

/** Something that is used or not; its fields are there only when it is. */
function Optional<T extends object>({
  field,
  label,
  hint,
  empty,
  children,
}: {
  field: Field<T | null>;
  label: string;
  hint: string;
  empty: T;
  children(field: Field<T>): ReactNode;
}) {
  const { value } = field;
  return (
    <fieldset className={form.single}>
      <legend className={form.legend}>{label}</legend>
      <p className={form.hint}>{hint}</p>
      <Used label={label} checked={value !== null} onChange={(used) => field.update(() => (used ? empty : null))} />
      {value !== null && children({ ...field, value, update: (change) => field.update((before) => change(before ?? empty)) })}
    </fieldset>
  );
}

function Used({ label, checked, onChange }: { label: string; checked: boolean; onChange(used: boolean): void }) {
  const { t } = useTranslation();
  const words = t('settings.security.use');
  return (
    <Switch
      size="md"
      checked={checked}
      label={words}
      aria-label={`${label}: ${words}`}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}

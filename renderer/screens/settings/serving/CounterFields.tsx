import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Counter, Service } from '../../../../shared/domain/office/types.ts';
import { AnyOf } from '../form/choices.tsx';
import { type Field, part } from '../form/field.ts';
import { NumberField, TextField } from '../form/inputs.tsx';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { Columns } from '../parts/Section.tsx';

/** Number, name and services of a counter, for the settings and the set-up page. */
export function CounterFields({ field, services }: { field: Field<Counter>; services: readonly Service[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const serviceIds = part(field, 'serviceIds');
  return (
    <>
      <Columns>
        <NumberField
          field={part(field, 'number')}
          label={t('settings.counters.number')}
          hint={t('settings.counters.numberHint')}
          min={1}
          max={99}
        />
        <TextField field={part(field, 'name')} label={t('settings.counters.name')} hint={t('settings.counters.nameHint')} required />
      </Columns>
      <AnyOf
        columns
        field={serviceIds}
        label={t('settings.counters.services')}
        options={services.map(({ id, prefix, title }) => ({ value: id, label: `${prefix} · ${title[language]}` }))}
      />
      <Group>
        <Button variant="default" size="md" onClick={() => serviceIds.update(() => services.map(({ id }) => id))}>
          {t('settings.counters.all')}
        </Button>
        <Button variant="default" size="md" onClick={() => serviceIds.update(() => [])}>
          {t('settings.counters.none')}
        </Button>
      </Group>
    </>
  );
}

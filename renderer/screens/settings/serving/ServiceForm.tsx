import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Service, service as serviceSchema } from '../../../../shared/domain/office/types.ts';
import { DraftForm } from '../form/DraftForm.tsx';
import { type Field, part } from '../form/field.ts';
import { BilingualField, NumberField, SelectField, TextField } from '../form/inputs.tsx';
import { useDraft } from '../form/useDraft.ts';
import { useSave } from '../form/useSave.ts';
import { Columns, Panel } from '../parts/Section.tsx';
import { prefixProblems } from './prefixes.ts';
import { RequirementsFields } from './RequirementsFields.tsx';

interface ServiceFormProps {
  readonly service: Service;
  readonly services: readonly Service[];
  readonly isNew?: boolean;
  onSaved?(): void;
}

/** Everything a standar pelayanan says of a service, and what the queue needs to know. */
export function ServiceForm({ service, services, isNew = false, onSaved }: ServiceFormProps) {
  const { t } = useTranslation();
  const check = useCallback((value: Service) => prefixProblems(services, value), [services]);
  const draft = useDraft(serviceSchema, service, check);
  const { save, pending } = useSave('office.saveService', { prefixTaken: 'prefix' });
  return (
    <DraftForm
      draft={draft}
      pending={pending}
      isNew={isNew}
      onSave={(value) => save(draft, value)}
      {...(onSaved === undefined ? {} : { onSaved })}
    >
      <Panel title={t('settings.services.nameGroup')}>
        <TextField
          field={upperCase(part(draft, 'prefix'))}
          label={t('settings.services.prefix')}
          hint={t('settings.services.prefixHint', { number: `${draft.value.prefix || 'A'}-012` })}
          maxLength={2}
          isShort
          required
        />
        <BilingualField field={part(draft, 'title')} label={t('settings.services.name')} required />
      </Panel>
      <RequirementsFields field={part(draft, 'requirements')} />
      <Panel title={t('settings.services.promise')} lead={t('settings.services.promiseLead')}>
        <DurationFields field={part(draft, 'duration')} />
        <NumberField
          wide
          field={part(draft, 'fee')}
          label={t('settings.services.fee')}
          hint={t('settings.services.feeHint')}
          min={0}
          max={100_000_000}
          step={1000}
          prefix="Rp"
        />
        <BilingualField field={part(draft, 'product')} label={t('settings.services.product')} hint={t('settings.services.productHint')} />
        <BilingualField field={part(draft, 'procedure')} label={t('settings.services.procedure')} rows={3} />
      </Panel>
      <Panel title={t('settings.services.queueGroup')} lead={t('settings.services.queueLead')}>
        <Columns>
          <NumberField
            field={part(draft, 'meanServiceMinutes')}
            label={t('settings.services.mean')}
            hint={t('settings.services.meanHint')}
            min={1}
            max={240}
            unit={t('settings.unit.minutes')}
          />
          <NumberField
            field={part(draft, 'targetWaitMinutes')}
            label={t('settings.services.target')}
            hint={t('settings.services.targetHint')}
            min={1}
            max={480}
            unit={t('settings.unit.minutes')}
          />
        </Columns>
      </Panel>
    </DraftForm>
  );
}

const upperCase = (field: Field<string>): Field<string> => ({
  ...field,
  update: (change) => field.update((value) => change(value).toUpperCase()),
});

function DurationFields({ field }: { field: Field<Service['duration']> }) {
  const { t } = useTranslation();
  const { unit } = field.value;
  return (
    <Columns>
      <NumberField
        field={part(field, 'value')}
        label={t('settings.services.duration')}
        hint={t('settings.services.durationHint')}
        min={unit === 'minutes' ? 1 : 0}
        max={unit === 'minutes' ? 480 : 365}
      />
      <SelectField
        field={part(field, 'unit')}
        label={t('settings.services.durationUnit')}
        hint={t('settings.services.durationUnitHint')}
        options={[
          { value: 'minutes', label: t('settings.unit.minutesAtCounter') },
          { value: 'workingDays', label: t('settings.unit.workingDays') },
        ]}
      />
    </Columns>
  );
}

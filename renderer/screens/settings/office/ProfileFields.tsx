import { useTranslation } from 'react-i18next';
import type { OfficeProfile } from '../../../../shared/domain/office/types.ts';
import { officeZones } from '../../../../shared/domain/values.ts';
import { OneOf } from '../form/choices.tsx';
import { type Field, part } from '../form/field.ts';
import { TextField } from '../form/inputs.tsx';

/** The fields of an office's profile, for the settings and the set-up page. */
export function ProfileFields({ field }: { field: Field<OfficeProfile> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField field={part(field, 'name')} label={t('settings.profile.name')} hint={t('settings.profile.nameHint')} required />
      <TextField field={part(field, 'address')} label={t('settings.profile.address')} hint={t('settings.profile.addressHint')} rows={2} />
      <OneOf
        columns
        field={part(field, 'zone')}
        label={t('settings.profile.zone')}
        hint={t('settings.profile.zoneHint')}
        options={officeZones.map((zone) => ({
          value: zone,
          label: t(`settings.zone.${zone}`),
          hint: t(`settings.zone.${zone}.places`),
        }))}
      />
      <OneOf
        columns
        field={part(field, 'language')}
        label={t('settings.profile.language')}
        hint={t('settings.profile.languageHint')}
        options={[
          { value: 'id', label: 'Bahasa Indonesia' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  );
}

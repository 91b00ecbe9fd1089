import { useTranslation } from 'react-i18next';
import { type StationDetails, stationRoles } from '../../../../shared/domain/stations/types.ts';
import { AnyOf } from '../form/choices.tsx';
import { type Field, part } from '../form/field.ts';
import { TextField } from '../form/inputs.tsx';
import { Columns } from '../parts/Section.tsx';

/** Name, place, and what it is used for. */
export function StationFields({ field }: { field: Field<StationDetails> }) {
  const { t } = useTranslation();
  return (
    <>
      <Columns>
        <TextField field={part(field, 'name')} label={t('settings.stations.name')} hint={t('settings.stations.nameHint')} required />
        <TextField field={part(field, 'place')} label={t('settings.stations.place')} hint={t('settings.stations.placeHint')} />
      </Columns>
      <AnyOf
        columns
        field={part(field, 'roles')}
        label={t('settings.stations.roles')}
        hint={t('settings.stations.rolesHint')}
        options={stationRoles.map((role) => ({
          value: role,
          label: t(`stationRole.${role}`),
          hint: t(`settings.stationRole.${role}.does`),
        }))}
      />
    </>
  );
}

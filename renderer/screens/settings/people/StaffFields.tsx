import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../../shared/domain/office/types.ts';
import { staffRoles } from '../../../../shared/rpc/roles.ts';
import { AnyOf } from '../form/choices.tsx';
import { type Field, part } from '../form/field.ts';
import { TextField } from '../form/inputs.tsx';

/** Name and roles; what each role may do stands beside it. */
export function StaffFields({ field }: { field: Field<StaffMember> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField field={part(field, 'name')} label={t('settings.staff.name')} hint={t('settings.staff.nameHint')} required />
      <AnyOf
        columns
        field={part(field, 'roles')}
        label={t('settings.staff.roles')}
        hint={t('settings.staff.rolesHint')}
        options={staffRoles.map((role) => ({ value: role, label: t(`staff.role.${role}`), hint: t(`settings.role.${role}.may`) }))}
      />
    </>
  );
}

import { Button } from '@mantine/core';
import { IconPlus, IconUser, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StaffMember } from '../../../../shared/domain/office/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Asked } from '../parts/Asked.tsx';
import { ItemList } from '../parts/ItemList.tsx';
import { Section } from '../parts/Section.tsx';

/** Everyone who may log in; those who left stay in the list, because history names them. */
export function StaffSection() {
  const { t } = useTranslation();
  const rolesOf = ({ roles }: StaffMember) => roles.map((role) => t(`staff.role.${role}`)).join(', ');
  const listed = (members: readonly StaffMember[]) =>
    members.map((member) => ({
      id: member.id,
      tile: member.active ? <IconUser size={24} /> : <IconUserOff size={24} />,
      title: member.name,
      hint: member.active ? rolesOf(member) : t('settings.staff.inactiveHint', { roles: rolesOf(member) }),
      to: `/pengaturan/petugas/${member.id}`,
      quiet: !member.active,
    }));
  return (
    <Section
      title={t('settings.staff.title')}
      lead={t('settings.staff.lead')}
      actions={
        <Button component={Link} to="/pengaturan/petugas/baru" size="md" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('settings.staff.add')}
        </Button>
      }
    >
      <Asked query={useHostQuery('staff.list', {})}>
        {(staff) => (
          <ItemList
            label={t('settings.staff.title')}
            items={listed(staff.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name)))}
          />
        )}
      </Asked>
    </Section>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Asked } from '../parts/Asked.tsx';
import { Empty, Section } from '../parts/Section.tsx';
import { EditStaff } from './EditStaff.tsx';
import { NewStaff } from './NewStaff.tsx';

/** One staff account, or a new one at `/baru`. */
export function StaffPage() {
  const { t } = useTranslation();
  const { staffId } = useParams();
  const staff = useHostQuery('staff.list', {});
  const back = { to: '/pengaturan/petugas', label: t('settings.staff.title') };
  if (staffId === 'baru') {
    return (
      <Section title={t('settings.staff.new')} lead={t('settings.staff.newLead')} back={back}>
        <NewStaff />
      </Section>
    );
  }
  return (
    <Asked query={staff}>
      {(members) => {
        const member = members.find(({ id }) => id === staffId);
        return member === undefined ? (
          <Section title={t('settings.staff.gone')} back={back}>
            <Empty title={t('settings.staff.gone')} text={t('settings.staff.goneText')}>
              <Button component={Link} to={back.to} size="md">
                {t('settings.staff.toList')}
              </Button>
            </Empty>
          </Section>
        ) : (
          <Section key={member.id} title={member.name} back={back}>
            <EditStaff member={member} />
          </Section>
        );
      }}
    </Asked>
  );
}

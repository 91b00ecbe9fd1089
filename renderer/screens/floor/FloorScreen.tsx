import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useStaffSession } from '../../ui/staff/StaffContext.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { FloorPage } from './FloorPage.tsx';

/** `/lantai`: the supervisor's floor. Whoever may not see it is told so; the host would refuse the question anyway. */
export default function FloorScreen() {
  const { t } = useTranslation();
  const { roles } = useStaffSession();
  const supervises = roles.some((role) => role === 'pengawas' || role === 'admin');
  const { data, failure, stale } = useHostQuery('floor.view', {}, { enabled: supervises });
  if (!supervises) return <Notice Icon={IconMap2} title={t('floor.noAccess')} text={t('floor.noAccess.text')} />;
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (data === undefined) return <div aria-busy />;
  return <FloorPage view={data} stale={stale} />;
}

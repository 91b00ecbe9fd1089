import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { useStaffSession } from '../../../ui/staff/StaffContext.tsx';

/** The way to the counter where a supervisor put this officer meanwhile. */
export function MovedTo({ from }: { from: string }) {
  const { t } = useTranslation();
  const { staffId } = useStaffSession();
  const { data } = useHostQuery('queue.counters', {});
  const own = data?.counters.find((counter) => counter.staffId === staffId && counter.id !== from);
  return own === undefined ? null : <ButtonLink to={`/loket/${own.id}`}>{t('counter.moved.go', { name: own.name })}</ButtonLink>;
}

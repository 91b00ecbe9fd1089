import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import classes from './Header.module.css';

/** Reports of incidents that are owed. */
export function IncidentCount() {
  const { data } = useHostQuery('incident.list', { limit: 1 });
  return <NavCount n={data?.reportsOwed ?? 0} words="staff.nav.owed" />;
}

/** Complaints that are overdue or escalated to this person. */
export function ComplaintCount() {
  const { data } = useHostQuery('complaint.attention', {});
  return <NavCount n={data === undefined ? 0 : Math.max(data.overdue, data.escalated)} words="staff.nav.overdue" />;
}

function NavCount({ n, words }: { n: number; words: 'staff.nav.owed' | 'staff.nav.overdue' }) {
  const { t } = useTranslation();
  if (n === 0) return null;
  return (
    <>
      <span className={classes.count} aria-hidden>
        {n > 99 ? '99+' : n}
      </span>
      <VisuallyHidden>, {t(words, { n })}</VisuallyHidden>
    </>
  );
}

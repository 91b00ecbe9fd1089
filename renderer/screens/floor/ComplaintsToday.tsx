import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { timeWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Floor.module.css';

/** What must be answered today, by number; the words of complaints stay where they belong. */
export function ComplaintsToday({ complaints: { overdue, dueToday, next } }: { complaints: FloorView['complaints'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: office } = useHostQuery('office.profile', {});
  return (
    <section aria-labelledby="floor-complaints">
      <h2 id="floor-complaints" className={classes.heading}>
        {t('floor.complaints')}
      </h2>
      <p className={classes.summary}>
        {overdue + dueToday === 0 ? t('floor.complaints.none') : t('floor.complaints.counts', { overdue, due: dueToday })}
      </p>
      <ul className={classes.list}>
        {next.map(({ complaintId, number, dueAt, overdue: late }) => (
          <li key={complaintId} className={classes.item} data-tone={late ? 'danger' : 'warning'}>
            <Link to={`/pengaduan/${complaintId}`} className={classes.link}>
              {number}
            </Link>
            <span className={classes.quiet}>
              {late
                ? t('floor.complaints.overdue')
                : t('floor.complaints.due', { time: timeWords(dueAt, language, office?.profile?.zone) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

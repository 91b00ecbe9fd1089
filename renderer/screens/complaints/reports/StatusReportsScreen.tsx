import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Trouble } from '../../../ui/Trouble.tsx';
import { BackLink } from '../../../ui/BackLink.tsx';
import classes from './Reports.module.css';
import { ReportRow } from './ReportRow.tsx';

/** `/pengaduan/laporan-status`: to whom word is owed, the longest waiting first. */
export default function StatusReportsScreen() {
  const { t } = useTranslation();
  const { data, failure } = useHostQuery('complaint.statusDue', { limit: 100 });
  if (failure !== undefined) return <Trouble failure={failure} />;
  return (
    <div className={classes.page}>
      <header>
        <BackLink to="/pengaduan">{t('complaintDetail.back')}</BackLink>
        <h1>{t('complaintReports.title')}</h1>
        <p>{t('complaintReports.lead')}</p>
      </header>
      {data?.length === 0 && <Notice Icon={IconMailCheck} title={t('complaintReports.none')} text={t('complaintReports.none.text')} />}
      <ul className={classes.rows}>
        {(data ?? []).map((due) => (
          <ReportRow key={due.complaintId} due={due} />
        ))}
      </ul>
    </div>
  );
}

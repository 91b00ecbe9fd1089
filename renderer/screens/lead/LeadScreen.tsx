import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { useMayLead } from '../../ui/lead/useLead.ts';
import { useStaffSession } from '../../ui/staff/StaffContext.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import classes from './Lead.module.css';
import { LeadNow } from './LeadNow.tsx';
import { Notices } from './Notices.tsx';
import { Stations } from './Stations.tsx';

/** `/induk`: who decides the queue, how that is changed, and what people must know after a station was cut off. */
export default function LeadScreen() {
  const { t } = useTranslation();
  const { data: standing, failure } = useHostQuery('lead.standing', {});
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const { roles } = useStaffSession();
  const mayLead = useMayLead();
  useEffect(() => {
    document.title = t('lead.title');
  }, [t]);
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (standing === undefined) return <div aria-busy />;
  return (
    <div className={classes.page}>
      <header>
        <h1 className={classes.title}>{t('lead.title')}</h1>
        <p className={classes.quiet}>{t('lead.intro')}</p>
      </header>
      <LeadNow standing={standing} zone={zone} />
      {mayLead && standing.mode !== 'alone' && <Stations standing={standing} />}
      {roles.some((role) => role !== 'keamanan') && <Notices standing={standing} zone={zone} />}
    </div>
  );
}

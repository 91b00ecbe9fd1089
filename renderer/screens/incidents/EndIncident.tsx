import { useTranslation } from 'react-i18next';
import { contract } from '../../../shared/rpc/contract.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useStaffSession } from '../../ui/staff/StaffContext.tsx';
import { FinishConflict } from '../counter/calm/FinishConflict.tsx';
import classes from './Incident.module.css';

/**
 * The two taps at the end, for an incident that nobody ended on its card: the window was closed, the shift changed, or it
 * came from a security call and never had a card.
 */
export function EndIncident({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation();
  const { roles } = useStaffSession();
  const { send, pending } = useCommand('incident.finish');
  const mayEnd: readonly string[] = contract['incident.finish'].roles;
  if (!roles.some((role) => mayEnd.includes(role))) return null;
  return (
    <section className={classes.panel} aria-label={t('calm.finish.title')}>
      <h2 className={classes.heading}>{t('calm.finish.title')}</h2>
      <FinishConflict pending={pending} onFinish={(how) => void send({ incidentId, ...how })} />
    </section>
  );
}

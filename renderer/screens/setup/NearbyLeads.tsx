import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import classes from './setup.module.css';

/** Leads that take a station in at the moment, as the network tells; the list fills by itself. */
export function NearbyLeads({ chosen, onChoose }: { chosen: string; onChoose(address: string): void }) {
  const { t } = useTranslation();
  const { data: leads = [] } = useHostQuery('stations.nearby', {});
  if (leads.length === 0) return <output className={classes.kept}>{t('setup.join.noneFound')}</output>;
  return (
    <ul className={classes.nearby} aria-label={t('setup.join.found')}>
      {leads.map(({ name, address }) => (
        <li key={`${name} ${address}`}>
          <button type="button" className={classes.nearbyLead} aria-pressed={address === chosen} onClick={() => onChoose(address)}>
            <strong>{name}</strong>
            <span>{address}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

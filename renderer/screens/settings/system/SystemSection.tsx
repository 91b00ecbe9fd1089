import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import { useMay } from '../parts/access.ts';
import { Asked } from '../parts/Asked.tsx';
import { Panel, Section } from '../parts/Section.tsx';
import classes from '../parts/parts.module.css';
import { BackUpNow } from './BackUpNow.tsx';
import { NewWindow } from './NewWindow.tsx';
import { PrintJobs } from './PrintJobs.tsx';

/** Backups, the protection of the key, what was printed, another window. */
export function SystemSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  return (
    <Section title={t('settings.system.title')} lead={t('settings.system.lead')}>
      <Asked query={useHostQuery('system.status', {})}>
        {({ lastBackup, keyProtection, recovery, station }) => (
          <>
            <Panel title={t('settings.backup.title')} lead={t('settings.backup.lead')}>
              <output>
                {lastBackup === null
                  ? t('settings.backup.none')
                  : t(lastBackup.verified ? 'settings.backup.lastVerified' : 'settings.backup.lastUnverified', {
                      time: momentWords(lastBackup.at, language, zone),
                    })}
              </output>
              {may('system.backUpNow') && <BackUpNow />}
            </Panel>
            <Panel title={t('settings.system.protection')}>
              <dl className={classes.facts}>
                <dt>{t('settings.system.station')}</dt>
                <dd>
                  {t(`staff.status.role.${station.role}`)}
                  {station.letter !== '' && ` · ${t('staff.status.letter', { letter: station.letter })}`}
                </dd>
                <dt>{t('settings.system.key')}</dt>
                <dd>{t(`settings.key.${keyProtection}`)}</dd>
                <dt>{t('settings.system.recovery')}</dt>
                <dd>{t(recovery === null ? 'settings.system.noRecovery' : 'settings.system.unreadRecovery')}</dd>
              </dl>
            </Panel>
          </>
        )}
      </Asked>
      {may('printing.jobs') && <PrintJobs zone={zone} />}
      <NewWindow />
    </Section>
  );
}

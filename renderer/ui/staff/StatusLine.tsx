import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/rpc/contract.ts';
import { useAlarmSnapshot } from '../../alarm/AlarmContext.tsx';
import { useConnectionState } from '../../api/HostProvider.tsx';
import { momentWords, timeWords } from '../format.ts';
import { useLanguage } from '../useLanguage.ts';
import { CentralItem } from './CentralItem.tsx';
import { LeadItem } from './LeadItem.tsx';
import classes from './StatusLine.module.css';

export type SystemStatus = Output<'system.status'>;
type Tone = 'good' | 'quiet' | 'bad';

/** Role of this station, lead, what waits to be synced, printer, backup: always there, in words and not by colour alone. */
export function StatusLine({ status, zone }: { status: SystemStatus | undefined; zone: string | undefined }) {
  const { t } = useTranslation();
  return (
    <footer className={classes.line} aria-label={t('staff.status.label')}>
      <Connection zone={zone} />
      {status === undefined ? <Item tone="quiet">{t('staff.status.unknown')}</Item> : <StationItems status={status} zone={zone} />}
    </footer>
  );
}

function StationItems({ status, zone }: { status: SystemStatus; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { station, printer, lastBackup, keyProtection } = status;
  const series = station.letter === '' ? '' : `, ${t('staff.status.letter', { letter: station.letter })}`;
  const roles = station.roles.map((role) => t(`stationRole.${role}`)).join(', ');
  const printerTone = { none: 'quiet', ready: 'good', failing: 'bad' } as const;
  const here = (
    <Item tone={isCutOff(station) ? 'bad' : 'good'}>
      {t(`staff.status.role.${station.role}`)}
      {series} — {t(leadKey(station), { name: station.leadName })}
    </Item>
  );
  return (
    <>
      {station.role === 'revoked' ? here : <LeadItem series={series}>{here}</LeadItem>}
      {station.name !== '' && <Item tone="quiet">{roles === '' ? station.name : `${station.name} (${roles})`}</Item>}
      {station.others > 0 && station.role !== 'revoked' && (
        <Item tone={station.connected < station.others ? 'bad' : 'good'}>
          {t('staff.status.stations', { connected: station.connected, others: station.others })}
        </Item>
      )}
      <CentralItem zone={zone} />
      <Item tone={printerTone[printer.state]}>{t(`staff.status.printer.${printer.state}`, { name: printer.name ?? '' })}</Item>
      <Item tone={lastBackup === null ? 'quiet' : lastBackup.verified ? 'good' : 'bad'}>
        {lastBackup === null
          ? t('staff.status.backup.none')
          : t(lastBackup.verified ? 'staff.status.backup.verified' : 'staff.status.backup.unverified', {
              time: momentWords(lastBackup.at, language, zone),
            })}
      </Item>
      {status.storage === 'checking' && <Item tone="quiet">{t('staff.storage.checking')}</Item>}
      {keyProtection === 'basicText' && <Item tone="bad">{t('staff.status.key.basicText')}</Item>}
    </>
  );
}

type Station = SystemStatus['station'];
const isCutOff = ({ role, isLeadConnected }: Station) => role === 'revoked' || (role === 'follower' && !isLeadConnected);

function leadKey({ role, isLeadConnected }: Station) {
  switch (role) {
    case 'alone':
      return 'staff.status.lead.alone';
    case 'lead':
      return 'staff.status.lead.self';
    case 'follower':
      return isLeadConnected ? 'staff.status.lead.follower' : 'staff.status.lead.lost';
    case 'revoked':
      return 'staff.status.lead.revoked';
  }
}

function Connection({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { online, lostAt } = useConnectionState();
  const { isSilent } = useAlarmSnapshot();
  if (isSilent) return <Item tone="bad">{t('staff.silent.title')}</Item>;
  if (online) return <Item tone="good">{t('staff.status.online')}</Item>;
  const time = lostAt === null ? '' : timeWords(lostAt, language, zone);
  return <Item tone="bad">{t('staff.status.offline', { time })}</Item>;
}

function Item({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.item} data-tone={tone}>
      {children}
    </span>
  );
}

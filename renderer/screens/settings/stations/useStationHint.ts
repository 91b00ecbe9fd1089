import { useTranslation } from 'react-i18next';
import type { StationHealth } from '../../../../shared/rpc/methods/stations.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { momentWords } from '../../../ui/format.ts';
import { useDurationWords } from '../../../ui/useDurationWords.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';

/** A clock that is further off than this is shown (RELIABILITY 20). */
const clockOffMs = 5 * 60_000;

/** One line about a station: what it is for, where it stands, whether it answers, whether its clock is wrong. */
export function useStationHint(): (station: StationHealth) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const duration = useDurationWords();
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const state = ({ isSelf, revoked, connected, lastHeardAt }: StationHealth) => {
    if (revoked) return t('settings.stations.revoked');
    if (isSelf) return '';
    if (connected) return t('settings.stations.connected');
    if (lastHeardAt === null) return t('settings.stations.notConnected');
    return t('settings.stations.lastHeard', { time: momentWords(lastHeardAt, language, zone) });
  };
  return (station) => {
    const { place, roles, isLead, clockOffMs: off } = station;
    const clock = off !== null && Math.abs(off) > clockOffMs ? t('settings.stations.clockOff', { span: duration(Math.abs(off)) }) : '';
    const parts = [
      isLead ? t('settings.stations.isLead') : '',
      roles.map((role) => t(`stationRole.${role}`)).join(', '),
      place,
      state(station),
      clock,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  };
}

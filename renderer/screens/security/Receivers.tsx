import { IconPlugConnectedX, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReceiverView } from '../../../shared/alarm/protocol.ts';
import { isAsked } from '../../../shared/alarm/tiers.ts';
import { useAlarmSnapshot } from '../../alarm/AlarmContext.tsx';
import { timeWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './SecurityScreen.module.css';

/** Every window that shows calls, guards first, and which of them no longer answer. */
export function Receivers({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const { station, windowId } = useAlarmSnapshot();
  const receivers = (station?.receivers ?? []).toSorted(
    (a, b) => Number(b.guardPost) - Number(a.guardPost) || Number(isAsked(b, 1)) - Number(isAsked(a, 1)) || a.name.localeCompare(b.name),
  );
  const hasGuard = receivers.some((receiver) => receiver.lostAt === null && isAsked(receiver, 1));
  return (
    <section className={classes.panel} aria-labelledby="receivers-title">
      <h2 id="receivers-title" className={classes.panelTitle}>
        {t('security.receivers')}
      </h2>
      <p className={classes.text}>{t('security.receivers.lead')}</p>
      {receivers.length > 0 && !hasGuard && <p className={classes.warning}>{t('security.receivers.noGuard')}</p>}
      {receivers.length === 0 && <p className={classes.text}>{t('security.receivers.none')}</p>}
      <ul className={classes.receivers}>
        {receivers.map((receiver) => (
          <Receiver key={receiver.windowId} receiver={receiver} isHere={receiver.windowId === windowId} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Receiver({ receiver, isHere, zone }: { receiver: ReceiverView; isHere: boolean; zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, place, roles, guardPost, lostAt } = receiver;
  const details = [
    place === '' && guardPost ? t('alarm.place.guardPost') : place,
    roles.map((role) => t(`staff.role.${role}`)).join(', '),
    isHere ? t('security.receivers.here') : '',
  ].filter((words) => words !== '');
  return (
    <li className={classes.receiver} data-lost={lostAt !== null}>
      {lostAt === null ? <IconShieldCheck size={22} aria-hidden /> : <IconPlugConnectedX size={22} aria-hidden />}
      <span className={classes.who}>
        <strong>{name === '' ? t('security.receivers.nobody') : name}</strong>
        <span className={classes.text}>{details.join(' · ')}</span>
      </span>
      <span className={classes.health}>
        {lostAt === null ? t('security.receivers.ok') : t('security.receivers.lost', { time: timeWords(lostAt, language, zone) })}
      </span>
    </li>
  );
}

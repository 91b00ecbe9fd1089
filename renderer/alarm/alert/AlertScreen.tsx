import { Button } from '@mantine/core';
import { IconArrowsMinimize, IconShieldExclamation, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { useAlarmSnapshot } from '../AlarmContext.tsx';
import { isOurTurn } from '../calls.ts';
import { useCarriesSecurity } from '../layer.ts';
import { AlarmCard } from './AlarmCard.tsx';
import classes from './AlertScreen.module.css';
import { useSirenState, windowSiren } from './useSiren.ts';
import { useTopDialog } from './useTopDialog.ts';

/** The whole screen, above every dialog and the lock: what, where, since when, who is asked, and what one can do. */
export function AlertScreen({
  alarms,
  isSounding,
  onMute,
  onShrink,
}: {
  alarms: readonly AlarmView[];
  isSounding: boolean;
  onMute: () => void;
  onShrink: () => void;
}) {
  const { t } = useTranslation();
  const snapshot = useAlarmSnapshot();
  const siren = useSirenState();
  const dialog = useRef<HTMLDialogElement>(null);
  useTopDialog(dialog);
  useCarriesSecurity(dialog);
  const allDrills = alarms.every(({ drill }) => drill);
  const mayShrink = !alarms.some((alarm) => isOurTurn(alarm, snapshot));
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={classes.screen}
      data-drill={allDrills}
      data-pulsing={isSounding}
      aria-labelledby="alert-title"
      tabIndex={-1}
      onCancel={(event) => event.preventDefault()}
    >
      <header className={classes.head}>
        <IconShieldExclamation size={40} aria-hidden />
        <h1 id="alert-title" className={classes.title}>
          {t(allDrills ? 'alarm.alert.drillTitle' : alarms.length > 1 ? 'alarm.alert.titleMany' : 'alarm.alert.title', {
            n: alarms.length,
          })}
        </h1>
      </header>
      {!snapshot.isConnected && (
        <p className={classes.cut} role="alert">
          {t('alarm.cutOff')}
        </p>
      )}
      <div className={classes.cards} data-many={alarms.length > 1}>
        {alarms.map((alarm) => (
          <AlarmCard key={alarm.alarmId} alarm={alarm} headingLevel={2} large={alarms.length === 1} />
        ))}
      </div>
      <footer className={classes.foot}>
        {isSounding && siren !== 'ready' && (
          <Button size="lg" leftSection={<IconVolume size={22} aria-hidden />} onClick={() => windowSiren().enable()}>
            {t('alarm.siren.blocked')}
          </Button>
        )}
        {isSounding && siren === 'ready' && (
          <Button size="lg" variant="default" leftSection={<IconVolumeOff size={22} aria-hidden />} onClick={onMute}>
            {t('alarm.siren.mute')}
          </Button>
        )}
        {mayShrink ? (
          <Button size="lg" variant="default" leftSection={<IconArrowsMinimize size={22} aria-hidden />} onClick={onShrink}>
            {t('alarm.alert.shrink')}
          </Button>
        ) : (
          <p className={classes.hint}>{t('alarm.alert.answerFirst')}</p>
        )}
      </footer>
    </dialog>
  );
}

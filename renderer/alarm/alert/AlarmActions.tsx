import { Button } from '@mantine/core';
import { IconMapPinCheck, IconPhone, IconRun, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import { useAlarmClient, useAlarmSnapshot } from '../AlarmContext.tsx';
import classes from './AlarmCard.module.css';
import { EndForm } from './EndForm.tsx';
import { NameChoice } from './NameChoice.tsx';
import { usePersonHere } from './usePersonHere.ts';

/** Going there, being there, police, and the end, which needs a reason. Each says who did it. */
export function AlarmActions({ alarm }: { alarm: AlarmView }) {
  const { t } = useTranslation();
  const client = useAlarmClient();
  const { acts, station } = useAlarmSnapshot();
  const { person, needsName, choose } = usePersonHere();
  const [ending, setEnding] = useState(false);
  const [asked, setAsked] = useState(false);
  const { alarmId } = alarm;
  const isPending = (act: string) => acts.some(({ message }) => message.alarmId === alarmId && message.act === act);
  const isComing = alarm.acknowledged.some(({ name }) => name === person.name && name !== '') || isPending('acknowledged');
  const act = (what: 'acknowledged' | 'arrived' | 'policeNeeded') => {
    if (person.name === '') return setAsked(true);
    client.act(alarmId, what, person);
  };
  if (isPending('ended')) return <p className={classes.turn}>{t('alarm.end.pending')}</p>;
  if (ending) {
    return <EndForm drill={alarm.drill} onBack={() => setEnding(false)} onEnd={(reason) => client.act(alarmId, 'ended', person, reason)} />;
  }
  return (
    <div className={classes.actions}>
      {needsName && <NameChoice value={person.name} missing={asked && person.name === ''} onChange={choose} />}
      <div className={classes.buttons}>
        {!isComing && (
          <Button size="xl" leftSection={<IconRun size={26} aria-hidden />} onClick={() => act('acknowledged')}>
            {t('alarm.act.acknowledged')}
          </Button>
        )}
        {isComing && alarm.arrivedAt === null && (
          <Button
            size="xl"
            loading={isPending('arrived')}
            leftSection={<IconMapPinCheck size={26} aria-hidden />}
            onClick={() => act('arrived')}
          >
            {t('alarm.act.arrived')}
          </Button>
        )}
        {alarm.policeAt === null && (
          <Button
            size="xl"
            variant="default"
            loading={isPending('policeNeeded')}
            leftSection={<IconPhone size={26} aria-hidden />}
            onClick={() => act('policeNeeded')}
          >
            {t('alarm.act.policeNeeded')}
          </Button>
        )}
        <Button
          size="xl"
          variant="default"
          leftSection={<IconShieldCheck size={26} aria-hidden />}
          onClick={() => (person.name === '' ? setAsked(true) : setEnding(true))}
        >
          {t('alarm.act.ended')}
        </Button>
      </div>
      {alarm.policeAt !== null && (
        <p className={classes.call}>
          {alarm.drill ? t('alarm.card.callDrill') : t('alarm.card.callNow', { number: station?.emergencyNumber ?? '112' })}
        </p>
      )}
    </div>
  );
}

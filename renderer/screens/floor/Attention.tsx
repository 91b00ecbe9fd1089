import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AlarmView } from '../../../shared/alarm/protocol.ts';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { useAlarmSnapshot } from '../../alarm/AlarmContext.tsx';
import { openAlarms } from '../../alarm/calls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { timerWords } from '../../ui/format.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './Floor.module.css';

/** Calls, help that is asked for, conflicts and those who have waited too long: the most urgent first. */
export function Attention({ view, since }: { view: FloorView; since: number }) {
  const { t } = useTranslation();
  const alarms = openAlarms(useAlarmSnapshot());
  const { helps, incidents, nearLimit } = view;
  const isQuiet = alarms.length + helps.length + incidents.length + nearLimit.length === 0;
  return (
    <section aria-labelledby="floor-attention">
      <h2 id="floor-attention" className={classes.heading}>
        {t('floor.attention')}
      </h2>
      {isQuiet && (
        <p className={classes.allQuiet}>
          <IconCircleCheck size={22} aria-hidden /> {t('floor.attention.none')}
        </p>
      )}
      <ul className={classes.list}>
        {alarms.map((alarm) => (
          <Alarm key={alarm.alarmId} alarm={alarm} />
        ))}
        {helps.map((help) => (
          <Help key={help.helpId} help={help} />
        ))}
        {incidents.map(({ incidentId, counterName, level }) => (
          <Item
            key={incidentId}
            tone={level === 'threatening' || level === 'violent' ? 'danger' : 'warning'}
            title={t('floor.incident', { place: counterName ?? t('floor.noPlace') })}
          >
            {t(`calm.level.${level}`)}
          </Item>
        ))}
        {nearLimit.map((near) => (
          <Near key={near.ticketId} near={near} since={since} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly tone: 'danger' | 'warning' | 'quiet';
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const Item = ({ tone, title, children, action }: ItemProps) => (
  <li className={classes.item} data-tone={tone}>
    <div>
      <strong>{title}</strong>
      <div className={classes.quiet}>{children}</div>
    </div>
    {action}
  </li>
);

function Alarm({ alarm: { kind, place, drill, acknowledged } }: { alarm: AlarmView }) {
  const { t } = useTranslation();
  const title = t('floor.alarm', { kind: t(`alarm.kind.${kind}`), place: place.name === '' ? t('floor.noPlace') : place.name });
  const names = acknowledged.map(({ name }) => name).join(', ');
  return (
    <Item
      tone="danger"
      title={drill ? `${t('floor.alarm.drill')}: ${title}` : title}
      action={
        <Link to="/keamanan" className={classes.link}>
          {t('floor.alarm.open')}
        </Link>
      }
    >
      {names === '' ? t('floor.alarm.nobody') : t('floor.alarm.goes', { names })}
    </Item>
  );
}

function Help({ help }: { help: FloorView['helps'][number] }) {
  const { t } = useTranslation();
  const come = useCommand('incident.acknowledgeHelp');
  const now = useNow(1000);
  const { incidentId, helpId, kind, counterName, requestedBy, requestedAt, acknowledgedBy } = help;
  const place = counterName ?? t('floor.noPlace');
  return (
    <Item
      tone={acknowledgedBy === null ? 'warning' : 'quiet'}
      title={t('floor.help', { place, what: t(`calm.help.${kind}`) })}
      action={
        acknowledgedBy === null && (
          <Button
            size="sm"
            h={44}
            loading={come.pending}
            aria-label={t('floor.help.come.label', { place })}
            onClick={() => void come.send({ incidentId, helpId })}
          >
            {t('floor.help.come')}
          </Button>
        )
      }
    >
      {acknowledgedBy === null
        ? t('floor.help.by', { name: requestedBy, time: timerWords(now - requestedAt) })
        : t('floor.help.goes', { name: acknowledgedBy })}
    </Item>
  );
}

function Near({ near, since }: { near: FloorView['nearLimit'][number]; since: number }) {
  const { t } = useTranslation();
  const { number, ground, limitMs } = near;
  const waited = near.waitedMs + since;
  const words = { ground: t(`ground.${ground}`), time: timerWords(waited), limit: Math.round(limitMs / 60_000) };
  return (
    <Item tone={waited >= limitMs ? 'danger' : 'warning'} title={t(waited >= limitMs ? 'floor.near.over' : 'floor.near', { number })}>
      {t('floor.near.text', words)}
    </Item>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { useAlarmSnapshot } from '../../alarm/AlarmContext.tsx';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { timeWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Floor.module.css';

/** Stations, printers and receivers of the security call. Receivers come by the call's own way, whatever else is broken. */
export function Equipment({ view: { stations, printers } }: { view: FloorView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: office } = useHostQuery('office.profile', {});
  const receivers = useAlarmSnapshot().station?.receivers ?? [];
  return (
    <section aria-labelledby="floor-equipment">
      <h2 id="floor-equipment" className={classes.heading}>
        {t('floor.equipment')}
      </h2>
      <div className={classes.panel}>
        <Group title={t('floor.stations')}>
          {stations.map(({ letter, name, role, self, health, trouble }) => (
            <Thing
              key={letter}
              health={health}
              name={self ? t('floor.station.self') : t('floor.station.named', { name: name === '' ? letter : name })}
            >
              {t(`floor.station.${role}`)}, {t(`floor.trouble.${trouble}`)}
            </Thing>
          ))}
        </Group>
        <Group title={t('floor.printers')} empty={printers.length === 0 ? t('floor.printers.none') : null}>
          {printers.map(({ printerId, name, state }) => (
            <Thing key={printerId} health={state === 'failing' ? 'bad' : state === 'ready' ? 'good' : 'unknown'} name={name}>
              {t(`floor.printer.${state}`)}
            </Thing>
          ))}
        </Group>
        <Group title={t('floor.receivers')} empty={receivers.length === 0 ? t('floor.receivers.none') : null}>
          {receivers.map(({ windowId, name, place, guardPost, lostAt }) => (
            <Thing
              key={windowId}
              health={lostAt === null ? 'good' : 'bad'}
              name={
                [name, guardPost ? t('floor.receiver.guard') : place].filter((word) => word !== '').join(', ') || t('floor.receiver.nobody')
              }
            >
              {lostAt === null
                ? t('floor.receiver.here')
                : t('floor.receiver.lost', { time: timeWords(lostAt, language, office?.profile?.zone) })}
            </Thing>
          ))}
        </Group>
      </div>
    </section>
  );
}

const Group = ({ title, empty = null, children }: { title: string; empty?: string | null; children: ReactNode }) => (
  <div className={classes.group}>
    <h3>{title}</h3>
    {empty === null ? <ul>{children}</ul> : <p className={classes.quiet}>{empty}</p>}
  </div>
);

const Thing = ({ health, name, children }: { health: 'good' | 'warning' | 'bad' | 'unknown'; name: string; children: ReactNode }) => (
  <li>
    <span className={classes.dot} data-health={health} aria-hidden />
    <span>
      {name} <span className={classes.quiet}>{children}</span>
    </span>
  </li>
);

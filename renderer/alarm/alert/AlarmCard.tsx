import { IconAmbulance, IconFlame, IconHandStop, IconLifebuoy, IconSwords } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AlarmKind, AlarmView } from '../../../shared/alarm/protocol.ts';
import { timerWords } from '../../ui/format.ts';
import { useNow } from '../../ui/useNow.ts';
import { useAlarmSnapshot } from '../AlarmContext.tsx';
import { isOurTurn } from '../calls.ts';
import { AlarmActions } from './AlarmActions.tsx';
import classes from './AlarmCard.module.css';

const icons = {
  help: IconLifebuoy,
  threat: IconHandStop,
  violence: IconSwords,
  medical: IconAmbulance,
  fire: IconFlame,
} as const satisfies Record<AlarmKind, typeof IconFlame>;

/** One call: what, where, since when, who is asked and who is on the way, and what can be done about it. */
export function AlarmCard({ alarm, headingLevel, large = false }: { alarm: AlarmView; headingLevel: 2 | 3; large?: boolean }) {
  const { t } = useTranslation();
  const snapshot = useAlarmSnapshot();
  const Heading = `h${headingLevel}` as const;
  const Icon = icons[alarm.kind];
  const isPlaceKnown = alarm.place.name !== '';
  return (
    <article className={classes.card} data-drill={alarm.drill} data-large={large}>
      {alarm.drill && (
        <p className={classes.drillLine}>
          <strong className={classes.drill}>{t('alarm.drill.mark')}</strong> {t('alarm.drill.text')}
        </p>
      )}
      <div className={classes.head}>
        <div className={classes.where}>
          <Heading className={classes.place}>
            {isPlaceKnown ? alarm.place.name : t(alarm.drill ? 'alarm.place.drill' : 'alarm.place.unknown')}
          </Heading>
          <p className={classes.kind}>
            <Icon size={28} aria-hidden /> {t(`alarm.kind.${alarm.kind}`)}
          </p>
          {alarm.by.name !== '' && <p className={classes.by}>{t('alarm.card.by', { name: alarm.by.name })}</p>}
        </div>
        <Elapsed since={alarm.raisedAt - snapshot.ahead} label={t('alarm.card.elapsed')} />
      </div>
      <p className={classes.turn} data-ours={isOurTurn(alarm, snapshot)}>
        {turnWords()}
      </p>
      <AlarmActions alarm={alarm} />
    </article>
  );

  function turnWords(): string {
    const names = [...new Set(alarm.acknowledged.map(({ name }) => name))].join(', ');
    const police = alarm.policeAt === null ? '' : ` ${t('alarm.card.police')}`;
    if (alarm.arrivedAt !== null) return t('alarm.card.arrived', { names }) + police;
    if (names !== '') return t('alarm.card.coming', { names }) + police;
    const tier = Math.min(3, Math.max(1, alarm.tier)) as 1 | 2 | 3;
    return t(`alarm.tier.${tier}`) + police;
  }
}

function Elapsed({ since, label }: { since: number; label: string }) {
  const now = useNow(500);
  return (
    <p className={classes.elapsed} role="timer" aria-label={label}>
      {timerWords(now - since)}
    </p>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/useNow.ts';
import classes from './CalmActions.module.css';

/** In, hold, out, in seconds: the longer breath out is what calms. */
const phases = [
  { name: 'in', seconds: 4 },
  { name: 'hold', seconds: 2 },
  { name: 'out', seconds: 6 },
] as const;
const cycleSeconds = phases.reduce((sum, { seconds }) => sum + seconds, 0);
const cycles = 5;

/** Five slow breaths for the officer. Nothing moves for those who want no motion: the words and the seconds are enough. */
export function BreathingTimer({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation();
  const [startedAt] = useState(() => Date.now());
  const elapsed = (useNow(250) - startedAt) / 1000;
  const cycle = Math.floor(elapsed / cycleSeconds);
  const { phase, left } = phaseAt(elapsed - cycle * cycleSeconds);
  const over = cycle >= cycles;
  return (
    <div className={classes.breathing}>
      <span className={classes.lung} data-phase={over ? 'over' : phase} aria-hidden />
      <p role="timer" className={classes.breath}>
        {over ? t('calm.breathe.over') : t(`calm.breathe.${phase}`, { seconds: left })}
        {!over && <small>{t('calm.breathe.count', { n: cycle + 1, of: cycles })}</small>}
      </p>
      <button type="button" className={classes.plain} onClick={onEnd}>
        {t('calm.breathe.end')}
      </button>
    </div>
  );
}

function phaseAt(second: number): { phase: (typeof phases)[number]['name']; left: number } {
  let begun = 0;
  for (const { name, seconds } of phases) {
    if (second < begun + seconds) return { phase: name, left: Math.ceil(begun + seconds - second) };
    begun += seconds;
  }
  return { phase: 'out', left: 1 };
}

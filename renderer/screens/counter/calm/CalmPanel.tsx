import { IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalmLevel, calmLevels } from '../../../../shared/domain/calm/types.ts';
import { useHostQuery } from '../../../api/useHostQuery.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useFocusBack } from '../../../ui/useFocusBack.ts';
import { CalmActions } from './CalmActions.tsx';
import { CalmAvoid, CalmCardText } from './CalmCardText.tsx';
import classes from './CalmPanel.module.css';
import { FinishConflict } from './FinishConflict.tsx';
import { LevelLadder } from './LevelLadder.tsx';
import type { Conflict } from './useConflict.ts';

const neighbour = (level: CalmLevel, step: 1 | -1): CalmLevel | undefined => calmLevels[calmLevels.indexOf(level) + step];

/** The card for the moment, at the side of the desk: the visitor's papers stay in sight and every key of the desk works on. */
export default function CalmPanel({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation();
  const { data: texts } = useHostQuery('calm.texts', {});
  const [finishing, setFinishing] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  useFocusBack();
  const level = conflict.running?.level ?? 'tense';
  const card = texts?.cards.find((each) => each.level === level);
  // Where there is nothing to say, what to avoid takes that place; what to do needs its own.
  const speaks = (card?.phrases.length ?? 0) > 0;
  const move = (step: 1 | -1) => {
    const next = neighbour(level, step);
    if (next !== undefined) conflict.toLevel(next);
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') conflict.close();
    else if (event.key === 'ArrowRight' && !finishing) move(1);
    else if (event.key === 'ArrowLeft' && !finishing) move(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const element = panel.current;
    if (element === null) return undefined;
    element.focus();
    const listener = (event: KeyboardEvent) => pressed(event);
    element.addEventListener('keydown', listener);
    return () => element.removeEventListener('keydown', listener);
  }, []);
  return (
    <div
      ref={panel}
      role="dialog"
      className={classes.panel}
      data-level={level}
      data-finishing={finishing}
      aria-label={t('calm.title')}
      aria-keyshortcuts="F10"
      tabIndex={-1}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{finishing ? t('calm.finish.title') : t(`calm.level.${level}`)}</h2>
        <IconButton label={t('calm.close')} onClick={conflict.close}>
          <IconX size={24} aria-hidden />
        </IconButton>
      </header>
      {finishing ? (
        <FinishConflict pending={conflict.finishing} onFinish={(how) => void conflict.finish(how)} onBack={() => setFinishing(false)} />
      ) : (
        <>
          <LevelLadder level={level} onLevel={conflict.toLevel} />
          <div className={classes.body} aria-live="polite">
            {card === undefined ? <p>{t('calm.loading')}</p> : <CalmCardText card={card} />}
            {card !== undefined && !speaks && <CalmAvoid card={card} />}
          </div>
          {card !== undefined && (
            <div className={classes.doing}>
              <CalmActions card={card} conflict={conflict} />
              {speaks && <CalmAvoid card={card} />}
            </div>
          )}
          <footer className={classes.foot}>
            <button type="button" className={classes.later} onClick={conflict.close}>
              {t('calm.later')}
            </button>
            <button type="button" className={classes.end} onClick={() => setFinishing(true)}>
              {t('calm.finish')}
            </button>
          </footer>
        </>
      )}
    </div>
  );
}

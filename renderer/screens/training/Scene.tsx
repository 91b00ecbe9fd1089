import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Played } from '../../../shared/domain/training/play.ts';
import type { TrainingNode } from '../../../shared/domain/training/types.ts';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { Effect } from './Effect.tsx';
import classes from './Training.module.css';

/** What happens now, and what one may do about it. */
export function Scene({ n, node, onChoose }: { n: number; node: TrainingNode; onChoose: (place: number) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <section className={classes.panel}>
      <h2 ref={heading} tabIndex={-1} className={classes.heading}>
        {t('training.scene', { n })}
      </h2>
      <p className={classes.scene}>{node.text[language]}</p>
      <p className={classes.lead}>{t('training.choose')}</p>
      <ol className={classes.choices}>
        {node.choices.map((choice, place) => (
          <li key={choice.text.id}>
            <button type="button" className={classes.choice} aria-keyshortcuts={String(place + 1)} onClick={() => onChoose(place)}>
              <kbd className={classes.key} aria-hidden>
                {place + 1}
              </kbd>
              {choice.text[language]}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the choice did. */
export function Answered({ n, played, isLast, onNext }: { n: number; played: Played; isLast: boolean; onNext: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const next = useFocusOnMount<HTMLButtonElement>();
  return (
    <section className={classes.panel}>
      <h2 className={classes.heading}>{t('training.scene', { n })}</h2>
      <p className={classes.scene}>{played.node.text[language]}</p>
      <p className={classes.lead}>{t('training.chosen')}</p>
      <p className={classes.chosen}>{played.choice.text[language]}</p>
      <Effect played={played} />
      <Button ref={next} size="lg" onClick={onNext}>
        {t(isLast ? 'training.toScore' : 'training.next')}
      </Button>
    </section>
  );
}

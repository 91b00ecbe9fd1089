import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Played } from '../../../shared/domain/training/play.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { bestOf, Effect } from './Effect.tsx';
import classes from './Training.module.css';

interface Props {
  played: readonly Played[];
  saved: 'saving' | 'saved' | 'failed';
  onAgain: () => void;
}

/** Good enough is this share of what could be reached. */
const goodShare = 0.6;

/** The score and, step by step, why it is what it is and what would have been better. */
export function Score({ played, saved, onAgain }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const points = played.reduce((sum, { choice }) => sum + choice.points, 0);
  const possible = played.reduce((sum, each) => sum + bestOf(each), 0);
  const verdict = points >= possible ? 'full' : points >= possible * goodShare ? 'good' : 'low';
  return (
    <section className={classes.panel}>
      <h2 ref={heading} tabIndex={-1} className={classes.score}>
        {t('training.score', { points, possible })}
      </h2>
      <p className={classes.scene}>{t(`training.score.${verdict}`)}</p>
      <h3 className={classes.heading}>{t('training.why')}</h3>
      <ol className={classes.steps}>
        {played.map((step) => {
          const better = step.node.choices.find(({ points: each }) => each === bestOf(step));
          return (
            <li key={step.node.nodeId}>
              <p className={classes.lead}>{step.node.text[language]}</p>
              <p className={classes.chosen}>{step.choice.text[language]}</p>
              <Effect played={step} />
              {better !== undefined && better !== step.choice && (
                <p className={classes.better}>{t('training.better', { text: better.text[language] })}</p>
              )}
            </li>
          );
        })}
      </ol>
      <div className={classes.after}>
        <Button size="lg" onClick={onAgain}>
          {t('training.again')}
        </Button>
        <ButtonLink to="/latihan">{t('training.other')}</ButtonLink>
        {saved !== 'saving' && <span className={classes.lead}>{t(saved === 'saved' ? 'training.saved' : 'training.notSaved')}</span>}
      </div>
    </section>
  );
}

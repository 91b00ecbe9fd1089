import { useTranslation } from 'react-i18next';
import type { Played } from '../../../shared/domain/training/play.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Training.module.css';

export const bestOf = ({ node }: Played): number => Math.max(...node.choices.map(({ points }) => points));

/** What a choice does and why it counts so. */
export function Effect({ played }: { played: Played }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { points, why } = played.choice;
  const effect = points < 0 ? 'bad' : points < bestOf(played) ? 'mild' : 'good';
  return (
    <p className={classes.effect} data-effect={effect} role="status">
      <strong>
        {t(`training.effect.${effect}`)} · {t('training.points', { points, best: bestOf(played) })}
      </strong>{' '}
      {why[language]}
    </p>
  );
}

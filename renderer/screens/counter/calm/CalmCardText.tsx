import { IconBan, IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalmCard } from '../../../../shared/domain/calm/types.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './CalmPanel.module.css';

/** What to do, and what to say word by word: in Indonesian, whatever the screen speaks. */
export function CalmCardText({ card }: { card: CalmCard }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <ul className={classes.lines}>
        {card.lines.map((line) => (
          <li key={line.id}>{line[language]}</li>
        ))}
      </ul>
      {card.phrases.length > 0 && (
        <section aria-label={t('calm.say')}>
          <h3 className={classes.heading}>
            <IconMessage2 size={20} aria-hidden />
            {t('calm.say')}
          </h3>
          {card.phrases.map((phrase) => (
            <blockquote key={phrase} lang="id" className={classes.phrase}>
              “{phrase}”
            </blockquote>
          ))}
        </section>
      )}
    </>
  );
}

/** What makes it worse. */
export function CalmAvoid({ card }: { card: CalmCard }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (card.avoid.length === 0) return null;
  return (
    <section className={classes.avoid} aria-label={t('calm.avoid')}>
      <h3 className={classes.heading}>
        <IconBan size={20} aria-hidden />
        {t('calm.avoid')}
      </h3>
      <ul>
        {card.avoid.map((line) => (
          <li key={line.id}>{line[language]}</li>
        ))}
      </ul>
    </section>
  );
}

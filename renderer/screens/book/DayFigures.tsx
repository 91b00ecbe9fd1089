import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/rpc/contract.ts';
import { dateWords } from '../../ui/format.ts';
import { useDurationWords } from '../../ui/useDurationWords.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Book.module.css';

/** What the records now say of that day, over tickets and paper alike. */
export function DayFigures({ date, day }: { date: string; day: Output<'book.sheet'>['day'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const duration = useDurationWords();
  const figures = [
    [t('book.day.issued'), day.issued],
    [t('book.day.afterwards'), day.enteredAfterwards],
    [t('book.day.finished'), day.finished],
    [t('book.day.noShow'), day.noShow],
    [t('book.day.left'), day.left],
    [t('book.day.wait'), day.meanWaitMs === null ? '–' : duration(day.meanWaitMs)],
  ] as const;
  return (
    <section className={classes.panel} aria-label={t('book.day.title', { date: dateWords(date, language) })}>
      <h2 className={classes.heading}>{t('book.day.title', { date: dateWords(date, language) })}</h2>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

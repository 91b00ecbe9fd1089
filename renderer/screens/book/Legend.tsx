import { useTranslation } from 'react-i18next';
import type { BookFacts } from '../../../shared/domain/book/check.ts';
import { groundCodes, outcomeCodes } from '../../../shared/domain/book/codes.ts';
import { paperOutcomes } from '../../../shared/domain/book/types.ts';
import { priorityGrounds } from '../../../shared/domain/queue/types.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Book.module.css';

/** The letters that stand on the paper, and the keys. */
export function Legend({ facts }: { facts: BookFacts }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const groups = [
    [t('book.entry.services'), facts.services.map(({ prefix, title }) => [prefix, title[language]] as const)],
    [t('book.entry.grounds'), priorityGrounds.map((ground) => [groundCodes[ground], t(`ground.${ground}`)] as const)],
    [t('book.entry.outcomes'), paperOutcomes.map((outcome) => [outcomeCodes[outcome], t(`book.outcome.${outcome}`)] as const)],
    [t('book.column.complaint'), [['Y', t('book.complaint.yes')] as const]],
  ] as const;
  return (
    <section className={classes.legend}>
      <dl className={classes.codes}>
        {groups.map(([name, codes]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {codes.map(([code, words]) => (
                <span key={`${code} ${words}`}>
                  <kbd>{code}</kbd> {words}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary className={classes.summary}>{t('book.entry.help')}</summary>
        <p>
          {t('book.entry.keys')} {t('book.entry.defaults')}
        </p>
      </details>
    </section>
  );
}

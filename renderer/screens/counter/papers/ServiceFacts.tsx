import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/domain/office/types.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import classes from './ServiceFacts.module.css';

/** The service as its standar pelayanan promises it: duration, fee, product. */
export function ServiceFacts({ service }: { service: Service }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { duration, fee, product, requirements } = service;
  const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });
  const durationWords = () => {
    if (duration.unit === 'minutes') return t('common.minutes', { n: duration.value });
    return duration.value === 0 ? t('common.sameDay') : t('common.workingDays', { n: duration.value });
  };
  return (
    <div className={classes.facts}>
      <dl className={classes.row}>
        <div>
          <dt>{t('counter.papers.duration')}</dt>
          <dd>{durationWords()}</dd>
        </div>
        <div>
          <dt>{t('counter.papers.fee')}</dt>
          <dd>{fee === 0 ? t('counter.papers.free') : rupiah.format(fee)}</dd>
        </div>
        {product[language] !== '' && (
          <div>
            <dt>{t('counter.papers.product')}</dt>
            <dd>{product[language]}</dd>
          </div>
        )}
      </dl>
      {requirements.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('counter.papers.title')}</h3>
          <ul className={classes.requirements}>
            {requirements.map(({ id, title }) => (
              <li key={id}>{title[language]}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

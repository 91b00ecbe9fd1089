import { useTranslation } from 'react-i18next';
import type { FloorView } from '../../../../shared/rpc/methods/floor.ts';
import { dateWords } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/useLanguage.ts';
import floor from '../Floor.module.css';
import { Chart } from './Chart.tsx';
import classes from './Charts.module.css';
import { ChartTable } from './ChartTable.tsx';
import { pairs } from './pairs.ts';

const measures = ['arrivals', 'waiting', 'served'] as const;

/** Today by half hour with the same weekday before behind it; the same figures as a table for whoever cannot use pictures. */
export function Charts({ view: { today, before } }: { view: FloorView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const slots = pairs(today, before);
  return (
    <section aria-labelledby="floor-charts">
      <h2 id="floor-charts" className={floor.heading}>
        {t('floor.charts')}
      </h2>
      <div className={floor.panel}>
        <p className={classes.legend}>
          <span className={classes.keyToday} aria-hidden /> {t('floor.chart.today')}
          {before === null ? (
            <span className={floor.quiet}>{t('floor.chart.noBefore')}</span>
          ) : (
            <>
              <span className={classes.keyBefore} aria-hidden /> {t('floor.chart.before', { date: dateWords(before.date, language) })}
            </>
          )}
        </p>
        {slots.length === 0 ? (
          <p className={floor.quiet}>{t('floor.chart.none')}</p>
        ) : (
          <>
            <div className={classes.charts}>
              {measures.map((measure) => (
                <Chart key={measure} measure={measure} slots={slots} compared={before !== null} />
              ))}
            </div>
            <ChartTable slots={slots} compared={before !== null} />
          </>
        )}
      </div>
    </section>
  );
}

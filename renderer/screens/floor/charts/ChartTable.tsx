import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../ui/useLanguage.ts';
import floor from '../Floor.module.css';
import classes from './Charts.module.css';
import { clockWords, type Pair } from './pairs.ts';

const measures = ['arrivals', 'waiting', 'served'] as const;

/** The figures behind the charts. */
export function ChartTable({ slots, compared }: { slots: readonly Pair[]; compared: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <details className={classes.details}>
      <summary>{t('floor.chart.table')}</summary>
      <table className={floor.table}>
        <thead>
          <tr>
            <th scope="col">{t('floor.chart.time')}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {t(`floor.chart.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map(({ minute, today, before }) => (
            <tr key={minute}>
              <th scope="row">{clockWords(minute, language)}</th>
              {measures.map((measure) => (
                <td key={measure}>
                  {today?.[measure] ?? '–'}
                  {compared && <span className={floor.quiet}> ({before?.[measure] ?? '–'})</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

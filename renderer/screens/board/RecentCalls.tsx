import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import type { BoardCall } from './boardLayout.ts';

/** The calls before the one that is shown large, newest first, each number once. */
export function RecentCalls({ calls, shown }: { calls: readonly BoardCall[]; shown: BoardCall | undefined }) {
  const { t } = useTranslation();
  const earlier = latestOfEachNumber(calls.filter(({ number }) => number !== shown?.number)).slice(0, 4);
  if (earlier.length === 0) return null;
  return (
    <section className={classes['recent']} aria-label={t('board.recentCalls')}>
      <h2 className={classes['recentTitle']}>{t('board.recentCalls')}</h2>
      <ol className={classes['recentList']}>
        {earlier.map((call) => (
          <li key={call.order} className={classes['recentCall']}>
            <span className={classes['recentNumber']}>{call.number}</span>
            <span className={classes['recentCounter']}>{t('board.counter', { number: call.counterNumber })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const latestOfEachNumber = (calls: readonly BoardCall[]): BoardCall[] =>
  calls.filter(({ number }, at) => calls.findIndex((other) => other.number === number) === at);

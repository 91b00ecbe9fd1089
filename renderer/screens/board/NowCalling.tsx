import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import type { Board, BoardCall } from './boardLayout.ts';

/** The call being announced, else the newest one, else what the day's state says. */
export function NowCalling({ day, announced, newest }: { day: Board['day']; announced: BoardCall | null; newest: BoardCall | undefined }) {
  const { t } = useTranslation();
  const call = announced ?? newest;
  if (call === undefined || (announced === null && day.status !== 'open')) return <NoCall day={day} />;
  return (
    <section className={classes['hero']} data-flash={announced !== null} aria-label={t('board.nowCalling')}>
      <p className={classes['heroLabel']}>
        {t(announced === null ? 'board.lastCalled' : 'board.nowCalling')}
        {announced?.recall === true && <span className={classes['recall']}>{t('board.recall')}</span>}
      </p>
      <p className={classes['heroNumber']} data-long={call.number.length > 5}>
        {call.number}
      </p>
      <p className={classes['heroGoTo']}>{t('board.goTo')}</p>
      <p className={classes['heroCounter']}>{t('board.counter', { number: call.counterNumber })}</p>
    </section>
  );
}

function NoCall({ day }: { day: Board['day'] }) {
  const { t } = useTranslation();
  const key = day.status === 'open' ? 'board.noCallYet' : (`board.day.${day.status}` as const);
  return (
    <section className={classes['hero']} data-empty>
      <p className={classes['heroQuiet']}>{t(key)}</p>
      <p className={classes['heroHint']}>{t(`${key}.hint`)}</p>
    </section>
  );
}

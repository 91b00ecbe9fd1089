import { dateWords, timeWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './DoorClock.module.css';

/** Time and date of the office, so that a wrong clock is noticed before the day begins. */
export function DoorClock({ zone }: { zone: string | undefined }) {
  const language = useLanguage();
  const now = useNow(1000);
  const date = new Intl.DateTimeFormat('sv-SE', zone === undefined ? {} : { timeZone: zone }).format(now);
  return (
    <div className={classes.clock}>
      <time className={classes.time}>{timeWords(now, language, zone)}</time>
      <span className={classes.date}>{dateWords(date, language)}</span>
    </div>
  );
}

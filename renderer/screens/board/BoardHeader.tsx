import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, OfficeZone } from '../../../shared/domain/values.ts';
import { dateWords, timeWords } from '../../ui/format.ts';
import classes from './board.module.css';
import { useNow } from './useNow.ts';

/** Indonesian clocks are named by their zone (DOMAIN section 3). */
const zoneNames = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const satisfies Record<OfficeZone, string>;

/** Office, date and time on the office's own clock; room for a control between them. */
export function BoardHeader({ officeName, zone, children }: { officeName: string; zone: OfficeZone; children?: ReactNode }) {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const now = useNow();
  return (
    <header className={classes['header']}>
      <h1 className={classes['office']}>{officeName}</h1>
      {children}
      <div className={classes['clock']}>
        <span className={classes['date']}>{dateWords(dateIn(now, zone), language)}</span>
        <time className={classes['time']} dateTime={new Date(now).toISOString()}>
          {timeWords(now, language, zone)}
          <span className={classes['zone']}>{zoneNames[zone]}</span>
        </time>
      </div>
    </header>
  );
}

/** The calendar date in a zone, `2026-11-22`. */
const dateIn = (now: number, zone: OfficeZone): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

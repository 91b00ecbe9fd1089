import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SheetView } from '../../../shared/rpc/methods/book.ts';
import { dateWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Book.module.css';

/** A sheet: its day, how far it is copied, whether it was printed. */
export function SheetRow({ sheet, today, onPrint }: { sheet: SheetView; today: string; onPrint: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sheetId, number, date, rows, recorded, typed } = sheet;
  const copied = [
    ...(recorded > 0 ? [t('book.sheet.recorded', { n: recorded, of: rows })] : []),
    ...(typed > 0 ? [t('book.sheet.typed', { n: typed })] : []),
  ];
  const again = t(sheet.prints === 0 ? 'book.sheet.print' : 'book.sheet.printAgain');
  const open = t(recorded === rows ? 'book.sheet.look' : 'book.sheet.open');
  return (
    <li className={classes.sheet} data-today={date === today}>
      <span className={classes.subject}>
        <strong>{number}</strong>
        <span className={classes.quiet}>
          {dateWords(date, language)}
          {date === today && ` · ${t('book.sheet.today')}`}
        </span>
      </span>
      <span className={classes.subject}>
        <span>{copied.length === 0 ? t('book.sheet.empty') : copied.join(' · ')}</span>
        <PrintWords sheet={sheet} />
      </span>
      <Button h={44} variant="default" aria-label={`${again} ${number}`} onClick={onPrint}>
        {again}
      </Button>
      <Button component={Link} to={`/buku-padam/${sheetId}`} h={44} aria-label={`${open} ${number}`}>
        {open}
      </Button>
    </li>
  );
}

/** How often it was printed, and what became of the last print. */
export function PrintWords({ sheet: { prints, print } }: { sheet: SheetView }) {
  const { t } = useTranslation();
  if (print === null) return <span className={classes.unprinted}>{t('book.sheet.neverPrinted')}</span>;
  return (
    <span className={print.outcome === 'failed' || print.outcome === 'cancelled' ? classes.unprinted : classes.quiet}>
      {t('book.sheet.printed', { n: prints, outcome: t(`printOutcome.${print.outcome}`) })}
    </span>
  );
}

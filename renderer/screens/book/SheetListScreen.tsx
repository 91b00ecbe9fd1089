import { IconNotebook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { usePrinter } from '../../ui/printing/usePrinter.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import classes from './Book.module.css';
import { FindSheet } from './FindSheet.tsx';
import { MakeSheets } from './MakeSheets.tsx';
import { SheetRow } from './SheetRow.tsx';

const mostShown = 60;

/** `/buku-padam`: print a sheet, find one by its number, or choose from those that were made. */
export function SheetListScreen() {
  const { t } = useTranslation();
  const { data, failure } = useHostQuery('book.sheets', { limit: mostShown });
  const { print } = usePrinter();
  if (failure !== undefined) return <Trouble failure={failure} />;
  if (data === undefined) return <div aria-busy />;
  const { sheets, today } = data;
  return (
    <div className={classes.page}>
      <header>
        <h1 className={classes.title}>{t('book.title')}</h1>
        <p className={classes.lead}>{t('book.lead')}</p>
      </header>
      <div className={classes.tools}>
        <FindSheet />
        <MakeSheets today={today} onPrint={print} />
      </div>
      {sheets.length === 0 ? (
        <Notice Icon={IconNotebook} title={t('book.none')} text={t('book.none.text')} />
      ) : (
        <section className={classes.group}>
          <h2 className={classes.heading}>{t('book.sheets')}</h2>
          <ul className={classes.sheets}>
            {sheets.map((sheet) => (
              <SheetRow
                key={sheet.sheetId}
                sheet={sheet}
                today={today}
                onPrint={() => void print({ kind: 'blackoutSheet', subjectId: sheet.sheetId, label: sheet.number })}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

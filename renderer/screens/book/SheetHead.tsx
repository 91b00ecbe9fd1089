import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '../../../shared/rpc/methods/book.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { dateWords } from '../../ui/format.ts';
import { PaperPreview } from '../../ui/printing/PaperPreview.tsx';
import { usePrinter } from '../../ui/printing/usePrinter.tsx';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Book.module.css';
import { PrintWords } from './SheetRow.tsx';

/** Which paper this is, and its print. */
export function SheetHead({ sheet }: { sheet: SheetView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { print } = usePrinter();
  const [previewing, setPreviewing] = useState(false);
  const subject = { kind: 'blackoutSheet', subjectId: sheet.sheetId, label: sheet.number } as const;
  return (
    <header className={classes.head}>
      <BackLink to="/buku-padam">{t('book.back')}</BackLink>
      <div className={classes.subject}>
        <h1 className={classes.title}>{t('book.entry.title', { number: sheet.number })}</h1>
        <span className={classes.lead}>
          {dateWords(sheet.date, language)} · <PrintWords sheet={sheet} />
        </span>
      </div>
      <div className={classes.prints}>
        <Button h={44} variant="default" onClick={() => setPreviewing(true)}>
          {t('book.sheet.preview')}
        </Button>
        <Button h={44} variant="default" onClick={() => void print(subject)}>
          {t(sheet.prints === 0 ? 'book.sheet.print' : 'book.sheet.printAgain')}
        </Button>
      </div>
      {previewing && (
        <PaperPreview
          subject={subject}
          copy={sheet.prints}
          onPrint={() => {
            setPreviewing(false);
            void print(subject);
          }}
          onClose={() => setPreviewing(false)}
        />
      )}
    </header>
  );
}

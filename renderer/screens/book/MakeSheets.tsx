import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { mostAtOnce } from '../../../shared/domain/book/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import type { Printer } from '../../ui/printing/usePrinter.tsx';
import classes from './Book.module.css';

/** New sheets of a day: today, days before an announced outage, or without a print for a day that had none. */
export function MakeSheets({ today, onPrint }: { today: string; onPrint: Printer['print'] }) {
  const { t } = useTranslation();
  const [date, setDate] = useState<string | null>(today);
  const [count, setCount] = useState('1');
  const make = useCommand('book.makeSheets');
  const run = async (prints: boolean) => {
    if (date === null) return;
    const reply = await make.send({ sheetIds: Array.from({ length: Number(count) }, () => v7()), date });
    if (reply.kind !== 'done' || !prints) return;
    // One after the other: a browser shows one print dialog at a time.
    for (const { sheetId, number } of reply.output.sheets) {
      // oxlint-disable-next-line no-await-in-loop -- in order, see above
      await onPrint({ kind: 'blackoutSheet', subjectId: sheetId, label: number });
    }
  };
  return (
    <form
      className={classes.panel}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(true);
      }}
    >
      <h2 className={classes.heading}>{t('book.make.title')}</h2>
      <div className={classes.fields}>
        <DateInput label={t('book.make.date')} value={date} onChange={setDate} />
        <NativeSelect
          size="md"
          label={t('book.make.count')}
          value={count}
          data={Array.from({ length: mostAtOnce }, (_, n) => String(n + 1))}
          onChange={(event) => setCount(event.currentTarget.value)}
        />
        <Button type="submit" h={44} loading={make.pending} disabled={date === null}>
          {t('book.make.print')}
        </Button>
        <Button h={44} variant="default" disabled={date === null || make.pending} onClick={() => void run(false)}>
          {t('book.make.only')}
        </Button>
      </div>
      <p className={classes.quiet}>
        {t('book.make.hint')} {t('book.make.only')}: {t('book.make.only.hint')}
      </p>
    </form>
  );
}

import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookFacts } from '../../../shared/domain/book/check.ts';
import { typedFields } from '../../../shared/domain/book/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { RecordedRowView } from '../../../shared/rpc/methods/book.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { SaveSign, SaveWarning } from '../../ui/drafts/SaveSign.tsx';
import classes from './Book.module.css';
import { CorrectDialog } from './CorrectDialog.tsx';
import { DayFigures } from './DayFigures.tsx';
import { focusCell } from './entry/cellKeys.ts';
import { readSheet } from './entry/entryRows.ts';
import { EntryTable } from './entry/EntryTable.tsx';
import { useTyping } from './entry/useTyping.ts';
import { Legend } from './Legend.tsx';
import { RecordDialog } from './RecordDialog.tsx';
import { SheetHead } from './SheetHead.tsx';

interface Props {
  view: Output<'book.sheet'>;
  facts: BookFacts;
  onReload: () => void;
}

/** The rows of a sheet being copied; nothing is recorded before it was looked at. */
export function SheetEntry({ view, facts, onReload }: Props) {
  const { t } = useTranslation();
  const { sheet, recorded, draft, today } = view;
  const zone = useHostQuery('office.configuration', {}).data?.profile.zone;
  const typing = useTyping(sheet.sheetId, draft);
  const [asked, setAsked] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [correcting, setCorrecting] = useState<RecordedRowView | null>(null);
  const [done, setDone] = useState<Output<'book.record'> | null>(null);
  const table = useRef<HTMLTableElement>(null);

  const { rows, open, wrong, right } = readSheet(typing.rows, view, facts);

  // The hand is on the keyboard: the first empty row is where one goes on, also when what was typed is recorded.
  const goOn = useEffectEvent(() => {
    const cells = [...(table.current?.querySelectorAll<HTMLInputElement>('input[data-field="arrived"]') ?? [])];
    const first = cells.find(({ value }) => value === '') ?? cells[0];
    if (first !== undefined) focusCell(first);
  });
  useEffect(() => goOn(), []);
  useEffect(() => {
    if (done !== null) goOn();
  }, [done]);

  const review = () => {
    // Leaves the cell that is being typed, as Tab would, and comes back: the rows are looked at as they stand then.
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) {
      activeElement.blur();
      focusCell(activeElement);
    }
    const now = readSheet(typing.sheet.rows(), view, facts);
    const [first] = now.wrong;
    setDone(null);
    setAsked(true);
    if (now.open.length > 0 && first === undefined) return setReviewing(true);
    const field = typedFields.find((each) => first?.problems.some((problem) => problem.field === each));
    const cell = table.current?.querySelector<HTMLInputElement>(`input[data-at="${first?.at ?? 0}"][data-field="${field ?? 'arrived'}"]`);
    if (cell != null) focusCell(cell);
  };

  return (
    <div className={classes.desk}>
      <div className={classes.paper}>
        <SheetHead sheet={sheet} />
        <Legend facts={facts} />
        {typing.saveState.kind === 'conflict' && (
          <p className={classes.warning} role="alert">
            {t('book.entry.conflict')}
            <Button h={44} variant="default" onClick={onReload}>
              {t('book.entry.conflict.take')}
            </Button>
          </p>
        )}
        <div className={classes.scroll}>
          <EntryTable
            tableRef={table}
            label={t('book.entry.table', { number: sheet.number })}
            rows={rows}
            facts={facts}
            zone={zone}
            typing={typing.sheet}
            showAll={asked}
            onReview={review}
            onCorrect={setCorrecting}
          />
        </div>
        <DayFigures date={sheet.date} day={view.day} />
      </div>
      <div className={classes.foot}>
        {asked && open.length === 0 && <p role="alert">{t('book.entry.nothing')}</p>}
        {asked && wrong.length > 0 && (
          <p role="alert" className={classes.warning}>
            {t('book.entry.wrong', { n: wrong.length })}
            {right.length > 0 && (
              <Button h={44} variant="default" onClick={() => setReviewing(true)}>
                {t('book.entry.onlyRight', { n: right.length })}
              </Button>
            )}
          </p>
        )}
        {done !== null && (
          <p role="status" className={classes.good}>
            {t('book.entry.done', { n: done.recorded.length + done.admitted.length })}{' '}
            {done.admitted.length > 0 && t('book.entry.admitted', { numbers: done.admitted.join(', ') })}{' '}
            {recorded.some(({ visit }) => visit.complaint) && t('book.entry.complaints')}
          </p>
        )}
        <SaveWarning state={typing.saveState} />
        <div className={classes.finish}>
          <SaveSign state={typing.saveState} zone={zone} />
          <Button size="lg" leftSection={<IconDeviceFloppy size={22} aria-hidden />} onClick={review}>
            {t('book.entry.review', { n: open.length })}
          </Button>
        </div>
      </div>
      {reviewing && (
        <RecordDialog
          sheet={sheet}
          rows={right}
          wrong={wrong.length}
          facts={facts}
          isToday={sheet.date === today}
          onDone={(output) => {
            setDone(output);
            setAsked(false);
            setReviewing(false);
          }}
          onClose={() => {
            setAsked(false);
            setReviewing(false);
          }}
        />
      )}
      {correcting !== null && (
        <CorrectDialog sheetId={sheet.sheetId} recorded={correcting} facts={facts} onClose={() => setCorrecting(null)} />
      )}
    </div>
  );
}

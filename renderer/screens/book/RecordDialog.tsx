import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookFacts } from '../../../shared/domain/book/check.ts';
import { paperOutcomes } from '../../../shared/domain/book/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { SheetView } from '../../../shared/rpc/methods/book.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { dateWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import classes from './Book.module.css';
import type { RightRow } from './entry/entryRows.ts';

interface Props {
  sheet: SheetView;
  rows: readonly RightRow[];
  /** Rows that cannot be right yet and stay behind. */
  wrong: number;
  facts: BookFacts;
  isToday: boolean;
  onDone: (output: Output<'book.record'>) => void;
  onClose: () => void;
}

/** What is about to become history, and who of today is still here. */
export function RecordDialog({ sheet, rows, wrong, facts, isToday, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const record = useCommand('book.record');
  const [stillHere, setStillHere] = useState<ReadonlySet<number>>(new Set());
  const waiting = isToday ? rows.filter(({ visit }) => visit.outcome === 'unfinished') : [];
  const counts = paperOutcomes.map(
    (outcome) => [t(`book.outcome.${outcome}`), rows.filter(({ visit }) => visit.outcome === outcome).length] as const,
  );
  const complaints = rows.filter(({ visit }) => visit.complaint).length;
  const toggle = (row: number) =>
    setStillHere((before) => new Set(before.has(row) ? [...before].filter((each) => each !== row) : [...before, row]));
  const send = async () => {
    const sent = rows.map(({ row, visit }) => ({ row, visit, stillHere: stillHere.has(row) }));
    const reply = await record.send({ sheetId: sheet.sheetId, rows: sent });
    if (reply.kind === 'done') onDone(reply.output);
  };
  return (
    <Dialog title={t('book.review.title', { n: rows.length })} onClose={onClose} size="40rem">
      <p>{t('book.review.text', { date: dateWords(sheet.date, language) })}</p>
      <ul className={classes.counts} aria-label={t('book.review.counts')}>
        {[...counts, [t('book.review.complaints'), complaints] as const]
          .filter(([, n]) => n > 0)
          .map(([name, n]) => (
            <li key={name}>
              <strong>{n}</strong> {name}
            </li>
          ))}
      </ul>
      {wrong > 0 && <p className={classes.warning}>{t('book.review.left', { n: wrong })}</p>}
      {waiting.length > 0 && (
        <fieldset className={classes.stillHere}>
          <legend>{t('book.review.stillHere')}</legend>
          <p className={classes.quiet}>{t('book.review.stillHere.text')}</p>
          {waiting.map(({ row, number, visit }) => (
            <Checkbox
              key={row}
              size="md"
              checked={stillHere.has(row)}
              label={t('book.review.stillHere.row', {
                number,
                time: language === 'id' ? visit.arrived.replace(':', '.') : visit.arrived,
                service: facts.services.find(({ id }) => id === visit.serviceId)?.title[language] ?? '',
              })}
              onChange={() => toggle(row)}
            />
          ))}
        </fieldset>
      )}
      <DialogActions confirm={t('book.review.confirm')} pending={record.pending} onConfirm={() => void send()} onCancel={onClose} />
    </Dialog>
  );
}

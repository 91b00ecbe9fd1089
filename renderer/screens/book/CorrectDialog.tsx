import { Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { BookFacts } from '../../../shared/domain/book/check.ts';
import { readRow, typedOf } from '../../../shared/domain/book/typed.ts';
import { type CorrectionReason, correctionReasons, typedFields } from '../../../shared/domain/book/types.ts';
import type { RecordedRowView } from '../../../shared/rpc/methods/book.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import classes from './Book.module.css';
import { ProblemWords, TypedCells } from './entry/TypedCells.tsx';

interface Props {
  sheetId: string;
  recorded: RecordedRowView;
  facts: BookFacts;
  onClose: () => void;
}

/** What a recorded row should have said, and why it did not; or that there never was such a visitor. */
export function CorrectDialog({ sheetId, recorded, facts, onClose }: Props) {
  const { t } = useTranslation();
  const problemsId = useId();
  const { row, number, visit } = recorded;
  const correct = useCommand('book.correct');
  const [typed, setTyped] = useState(() => typedOf(visit, facts));
  const [reason, setReason] = useState<CorrectionReason>('misread');
  const [never, setNever] = useState(false);
  const read = readRow(typed, facts);
  const problems = never || read.ok ? [] : read.problems;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (problems.length > 0) return;
    const corrected = never || !read.ok ? null : read.visit;
    const reply = await correct.send({ sheetId, correctionId: v7(), row, visit: corrected, reason });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Dialog title={t('book.correct.title', { number })} onClose={onClose} size="64rem">
      <form className={classes.correct} onSubmit={(event) => void submit(event)}>
        <p>{t('book.correct.text')}</p>
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={t('book.correct.title', { number })}>
            <thead>
              <tr>
                {typedFields.map((field) => (
                  <th key={field} scope="col" data-column={field}>
                    {t(`book.column.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <TypedCells
                  {...{ number, problemsId, problems }}
                  at={0}
                  row={typed}
                  before={undefined}
                  readOnly={never}
                  onChange={(part) => setTyped((before) => ({ ...before, ...part }))}
                />
              </tr>
            </tbody>
          </table>
        </div>
        <p id={problemsId} className={classes.problems} role="status">
          <ProblemWords problems={problems} />
        </p>
        <NativeSelect
          size="md"
          label={t('book.correct.reason')}
          value={reason}
          data={correctionReasons.map((value) => ({ value, label: t(`book.reason.${value}`) }))}
          onChange={(event) => setReason(correctionReasons.find((each) => each === event.currentTarget.value) ?? 'other')}
        />
        <Checkbox size="md" label={t('book.correct.never')} checked={never} onChange={(event) => setNever(event.currentTarget.checked)} />
        <DialogActions
          submit
          confirm={t('book.correct.save')}
          pending={correct.pending}
          disabled={problems.length > 0}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

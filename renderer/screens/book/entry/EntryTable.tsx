import { IconEraser } from '@tabler/icons-react';
import { Fragment, type RefObject, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookFacts, CellProblem } from '../../../../shared/domain/book/check.ts';
import { typedOf } from '../../../../shared/domain/book/typed.ts';
import { isBlank, type TypedRow, typedFields } from '../../../../shared/domain/book/types.ts';
import type { RecordedRowView } from '../../../../shared/rpc/methods/book.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from '../Book.module.css';
import { cellKeys } from './cellKeys.ts';
import { RecordedCells } from './RecordedCells.tsx';
import { ProblemWords, TypedCells } from './TypedCells.tsx';
import type { SheetTyping } from './sheetTyping.ts';

export interface EntryRow {
  /** Its place, from 0. */
  readonly at: number;
  readonly number: string;
  readonly typed: TypedRow;
  /** What is wrong with what was typed; a blank row is right. */
  readonly problems: readonly CellProblem[];
  readonly recorded: RecordedRowView | undefined;
}

interface Props {
  tableRef: RefObject<HTMLTableElement | null>;
  label: string;
  rows: readonly EntryRow[];
  facts: BookFacts;
  zone: string | undefined;
  typing: SheetTyping;
  /** Show what is wrong also in the row that is being typed. */
  showAll: boolean;
  onReview: () => void;
  onCorrect: (row: RecordedRowView) => void;
}

/** The paper again: twenty rows, those that are recorded to be read, the others to be typed. */
export function EntryTable({ tableRef, label, rows, facts, zone, typing, showAll, onReview, onCorrect }: Props) {
  const { t } = useTranslation();
  const id = useId();
  /** The row that is being typed: nobody is told that half a row is half a row. */
  const [current, setCurrent] = useState<number | null>(null);
  const beforeOf = (at: number) => {
    const before = rows.slice(0, at).findLast(({ typed, recorded }) => recorded !== undefined || !isBlank(typed));
    return before?.recorded === undefined ? before?.typed : typedOf(before.recorded.visit, facts);
  };
  const keys = cellKeys({ onReview, onClear: typing.clear });
  return (
    <table ref={tableRef} className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {(['number', ...typedFields, 'actions'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`book.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, number, typed, problems, recorded }) => {
          const problemsId = `${id}-${at}`;
          const shown = recorded === undefined && (showAll || current !== at) ? problems : [];
          return (
            <Fragment key={at}>
              <tr data-recorded={recorded !== undefined} data-wrong={shown.length > 0}>
                <th scope="row">{number}</th>
                {recorded === undefined ? (
                  <>
                    <TypedCells
                      {...{ at, number, problemsId }}
                      row={typed}
                      before={beforeOf(at)}
                      problems={shown}
                      onChange={(part) => typing.change(at, part)}
                      onKey={keys}
                      onFocus={setCurrent}
                    />
                    <td>
                      {!isBlank(typed) && (
                        <IconButton label={t('book.entry.clear', { number })} onClick={() => typing.clear(at)}>
                          <IconEraser size={20} aria-hidden />
                        </IconButton>
                      )}
                    </td>
                  </>
                ) : (
                  <RecordedCells row={recorded} facts={facts} zone={zone} onCorrect={() => onCorrect(recorded)} />
                )}
              </tr>
              {shown.length > 0 && (
                <tr className={classes.problems}>
                  <td colSpan={typedFields.length + 2} id={problemsId}>
                    <ProblemWords problems={shown} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

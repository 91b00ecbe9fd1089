import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellProblem } from '../../../../shared/domain/book/check.ts';
import { typedFields, type TypedField, type TypedRow } from '../../../../shared/domain/book/types.ts';
import classes from '../Book.module.css';
import { defaultOf, leftCell } from './defaults.ts';

interface Props {
  /** The row's place, from 0. */
  at: number;
  number: string;
  row: TypedRow;
  before: TypedRow | undefined;
  problems: readonly CellProblem[];
  /** The element that says what is wrong. */
  problemsId: string;
  readOnly?: boolean;
  onChange: (part: Partial<Record<TypedField, string>>) => void;
  onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** The row that has the focus now; `null`: none. */
  onFocus?: (at: number | null) => void;
}

const isTime = (field: TypedField) => field === 'arrived' || field === 'called' || field === 'finished';

/** The cells of one row, in the order of the paper. */
export function TypedCells({ at, number, row, before, problems, problemsId, readOnly = false, onChange, onKey, onFocus }: Props) {
  const { t } = useTranslation();
  return typedFields.map((field) => {
    const isWrong = problems.some((problem) => problem.field === field);
    return (
      <td key={field}>
        <input
          className={classes.cell}
          data-at={at}
          data-field={field}
          aria-label={t('book.entry.cell', { number, column: t(`book.column.${field}`) })}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? problemsId : undefined}
          value={row[field]}
          placeholder={defaultOf(row, field, before)}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          inputMode={isTime(field) || field === 'counter' ? 'decimal' : 'text'}
          onKeyDown={onKey}
          onFocus={(event) => {
            event.currentTarget.select();
            onFocus?.(at);
          }}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          onBlur={() => {
            onFocus?.(null);
            const left = leftCell(row, field, before);
            if (left !== row[field]) onChange({ [field]: left });
          }}
        />
      </td>
    );
  });
}

/** What is wrong with a row, cell by cell, in words. */
export function ProblemWords({ problems }: { problems: readonly CellProblem[] }) {
  const { t } = useTranslation();
  return problems.map(({ field, kind }) => (
    <span key={field} className={classes.problem}>
      {t('book.problem', { column: t(`book.column.${field}`), words: t(`book.problem.${kind}`) })}
    </span>
  ));
}

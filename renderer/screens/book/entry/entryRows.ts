import type { BookFacts } from '../../../../shared/domain/book/check.ts';
import { readRow } from '../../../../shared/domain/book/typed.ts';
import { isBlank, type PaperVisit, type TypedRow } from '../../../../shared/domain/book/types.ts';
import type { Output } from '../../../../shared/rpc/contract.ts';
import type { EntryRow } from './EntryTable.tsx';

/** A row that can be recorded. */
export interface RightRow {
  readonly row: number;
  readonly number: string;
  readonly visit: PaperVisit;
}

export interface ReadSheet {
  readonly rows: readonly EntryRow[];
  /** Typed and not recorded. */
  readonly open: readonly EntryRow[];
  readonly wrong: readonly EntryRow[];
  readonly right: readonly RightRow[];
}

/** The sheet as it stands: what is recorded, and what was typed with what is wrong about it. */
export function readSheet(
  typed: readonly TypedRow[],
  { numbers, recorded }: Pick<Output<'book.sheet'>, 'numbers' | 'recorded'>,
  facts: BookFacts,
): ReadSheet {
  const read = typed.map((row) => readRow(row, facts));
  const rows = typed.map((row, at): EntryRow => {
    const result = read[at];
    const problems = isBlank(row) || result === undefined || result.ok ? [] : result.problems;
    return { at, number: numbers[at] ?? '', typed: row, problems, recorded: recorded.find((each) => each.row === at + 1) };
  });
  const open = rows.filter((row) => row.recorded === undefined && !isBlank(row.typed));
  const right = open.flatMap(({ at, number }): RightRow[] => {
    const result = read[at];
    return result?.ok === true ? [{ row: at + 1, number, visit: result.visit }] : [];
  });
  return { rows, open, wrong: open.filter(({ problems }) => problems.length > 0), right };
}
